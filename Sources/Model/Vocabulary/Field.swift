import Diagnostics
import Reading

/// What is declared of a field: all that documentation, schemas and messages need.
package struct FieldDescription: Sendable {
    package let name: String
    /// What it is for, in a sentence.
    package let meaning: String
    package let shape: FieldShape
    package let isRequired: Bool
    /// Whether in the folder `refusals` it need not be written.
    package let isImpliedByRefusals: Bool
    let form: TextForm
    package let data: DataMember

    init(
        _ name: String, _ meaning: String, _ shape: FieldShape, isRequired: Bool = false,
        isImpliedByRefusals: Bool = false, form: TextForm = .plain, data: DataMember = .none
    ) {
        self.name = name
        self.meaning = meaning
        self.shape = shape
        self.isRequired = isRequired
        self.isImpliedByRefusals = isImpliedByRefusals
        self.form = form
        self.data = data
    }

    /// The same field under another name, for messages.
    func named(_ name: String) -> FieldDescription {
        FieldDescription(
            name, meaning, shape, isRequired: isRequired, isImpliedByRefusals: isImpliedByRefusals, form: form,
            data: data)
    }
}

/// How a field stands in exported data.
package struct DataMember: Sendable {
    /// Its name there; nil if the field is not exported.
    package let name: StaticString?
    /// What the schema of the data says about it.
    package let note: String?

    /// Not exported.
    static let none = DataMember(name: nil, note: nil)
}

/// What a walk over a record does with a field, beyond reading and exporting it.
package struct FieldTraits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The entry cannot be told without what this field names: it is left out if all of that is.
    static let needed = FieldTraits(rawValue: 1)
    /// `--as-of` takes out what this field tells of later days.
    static let tellsOfLater = FieldTraits(rawValue: 2)
    /// In the folder `refusals` the field need not be written.
    static let impliedByRefusals = FieldTraits(rawValue: 4)
    /// It tells how the dispute, or its demand, has ended: `--as-of` takes it out if that was later.
    package static let tellsOfEnd = FieldTraits(rawValue: 16)
    /// In data it stands before the fields of the entry's own kind.
    package static let comesFirst = FieldTraits(rawValue: 8)
}

/// One field of a record: its name, the property that holds it, and its meaning. A class, so that a walk over a
/// declaration copies one reference for each.
package final class Field<Root: Record>: Sendable {
    package let description: FieldDescription
    package let traits: FieldTraits
    /// Fills the property; false if a required field is absent or unusable.
    let read: @Sendable (inout Root, inout Fields, inout EntryReader) -> Bool
    /// Fills the property from a value that is written as another field: one that the record is short for.
    let readValue: @Sendable (inout Root, YAMLNode, _ field: String, inout Fields, inout EntryReader) -> Bool
    package let data: @Sendable (Root) -> FieldData
    /// Nil if the property cannot hold references; so below.
    let visitReferences: (@Sendable (Root, (FieldReference) -> Void) -> Void)?
    let resolve: (@Sendable (inout Root, inout ReferenceResolver) -> Void)?
    let visitProse: (@Sendable (Root, (Prose) -> Void) -> Void)?
    let forget: (@Sendable (inout Root, AsOfLimit) -> Void)?
    /// Empties the property.
    let clear: @Sendable (inout Root) -> Void

    /// - Parameters:
    ///   - form: what form its texts must have.
    ///   - isRequired: whether it must be written; nil: as its type says (an optional or a list need not be).
    ///   - dataName: its name in exported data; nil: the field's own.
    ///   - note: what the schema of exported data says about it.
    init<Value: FieldValue>(
        _ name: StaticString, _ path: WritableKeyPath<Root, Value> & Sendable, _ meaning: String,
        form: TextForm = .plain, isRequired: Bool? = nil, _ traits: FieldTraits = [], dataName: StaticString? = nil,
        note: String? = nil, isExported: Bool = true
    ) {
        let isRequired = isRequired ?? Value.isRequired
        let description = FieldDescription(
            name.description, meaning, Value.shape(form), isRequired: isRequired,
            isImpliedByRefusals: traits.contains(.impliedByRefusals), form: form,
            data: isExported ? DataMember(name: dataName ?? name, note: note) : .none)
        self.description = description
        self.traits = traits
        read = { root, fields, reader in
            let mustBeWritten = isRequired && !(reader.folder == .refusals && description.isImpliedByRefusals)
            guard let value = Value.read(description, isRequired: mustBeWritten, &fields, &reader) else {
                return !mustBeWritten
            }
            root[keyPath: path] = value
            return true
        }
        readValue = { root, node, name, fields, reader in
            guard let value = Value.read(node, description.named(name), &fields, &reader) else { return false }
            root[keyPath: path] = value
            return true
        }
        let get = reading(path)
        data = { get($0).data }
        clear = { $0[keyPath: path] = Value.absent }
        visitReferences = Value.holdsReferences ? visitingReferences(get) : nil
        resolve = Value.holdsReferences ? resolving(path) : nil
        visitProse = Value.holdsProse ? visitingProse(get) : nil
        forget = traits.contains(.tellsOfLater) ? forgetting(path) : nil
    }
}

/// Reads a stored property where it lies in its record, which walks over all fields of all entries do: that is several
/// times faster than by a key path. A computed property is read by its path.
private func reading<Root, Value: FieldValue>(
    _ path: KeyPath<Root, Value> & Sendable
) -> @Sendable (Root) -> Value {
    guard let offset = MemoryLayout<Root>.offset(of: path) else { return { $0[keyPath: path] } }
    return { root in
        withUnsafePointer(to: root) { root in
            UnsafeRawPointer(root).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
        }
    }
}

private func visitingReferences<Root, Value: FieldValue>(
    _ get: @escaping @Sendable (Root) -> Value
) -> @Sendable (Root, (FieldReference) -> Void) -> Void {
    { root, visit in get(root).visitReferences(visit) }
}

private func visitingProse<Root, Value: FieldValue>(
    _ get: @escaping @Sendable (Root) -> Value
) -> @Sendable (Root, (Prose) -> Void) -> Void {
    { root, visit in get(root).visitProse(visit) }
}

private func resolving<Root, Value: FieldValue>(
    _ path: WritableKeyPath<Root, Value> & Sendable
) -> @Sendable (inout Root, inout ReferenceResolver) -> Void {
    { root, resolver in root[keyPath: path].resolve(by: &resolver) }
}

private func forgetting<Root, Value: FieldValue>(
    _ path: WritableKeyPath<Root, Value> & Sendable
) -> @Sendable (inout Root, AsOfLimit) -> Void {
    { root, limit in root[keyPath: path].forget(after: limit) }
}
