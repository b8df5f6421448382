import Diagnostics
import Reading

/// A mapping of front matter as a value: what an entry, the settings, or a record inside one of these holds.
///
/// A record is a plain struct of properties and one declaration of its fields. All that is done with records (reading,
/// documentation, schemas, export, walks over references and prose) follows from the declaration.
package protocol Record: FieldValue {
    init()
    static var record: RecordDeclaration<Self> { get }
    /// The rules that concern more than one field; reports what is wrong, and returns whether the record can be used.
    mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool
    /// What else changes where fields have been forgotten; `before` is the record as it was.
    mutating func adjust(after before: Self)
}

/// The declaration of a record: its name, where it is written, what it is, and its fields in the order of exported data.
package struct RecordDeclaration<Root: Record>: Sendable {
    package let description: RecordDescription
    package let fields: [Field<Root>]
    let referring: [Field<Root>]
    let withProse: [Field<Root>]
    let tellingOfLater: [Field<Root>]
    let tellingOfEnd: [Field<Root>]
    let needed: [Field<Root>]
    let former: [FormerField]
    /// The field that a single value stands for; nil if only a mapping may be written.
    let shorthand: Field<Root>?

    /// - Parameters:
    ///   - shorthand: the field that a single value stands for, if one may be written instead of a mapping.
    ///   - needsOneOf: fields of which one at least must be written; `finish` reports where none is.
    ///   - dataMeaning: what the schema of exported data says; nil if nothing.
    ///   - textForm: how it can be written inside a text; nil if it cannot.
    ///   - further: fields that are read elsewhere, and documented here.
    ///   - former: fields of earlier formats.
    init(
        _ name: String, _ meaning: String, place: String, shorthand: Shorthand? = nil, isEntry: Bool = false,
        needsOneOf: [String] = [], dataMeaning: String? = nil, textForm: String? = nil, fields: [Field<Root>],
        further: [FieldDescription] = [], former: [FormerField] = []
    ) {
        description = RecordDescription(
            name: name, place: place, meaning: meaning, fields: fields.map(\.description) + further, isEntry: isEntry,
            shorthand: shorthand, needsOneOf: needsOneOf, dataMeaning: dataMeaning, textForm: textForm)
        self.fields = fields
        self.former = former
        self.shorthand = shorthand.flatMap { short in fields.first { $0.description.name == short.field } }
        referring = fields.filter { $0.visitReferences != nil }
        withProse = fields.filter { $0.visitProse != nil }
        tellingOfLater = fields.filter { $0.forget != nil }
        tellingOfEnd = fields.filter { $0.traits.contains(.tellsOfEnd) }
        needed = fields.filter { $0.traits.contains(.needed) }
    }
}

/// What is declared of a record.
package struct RecordDescription: Sendable {
    /// As messages call it: "demand", "key fact".
    package let name: String
    /// Where it is written: "demands/<id>.md, or an item of 'demands' in event.md".
    package let place: String
    /// What it is, in a sentence.
    package let meaning: String
    package let fields: [FieldDescription]
    /// Whether it may have the fields of every entry too.
    package let isEntry: Bool
    /// What may be written instead of a mapping; nil if nothing.
    package let shorthand: Shorthand?
    /// Fields of which one at least must be written; empty if there is no such rule.
    package let needsOneOf: [String]
    /// What the schema of exported data says it is; nil if nothing.
    package let dataMeaning: String?
    /// How it can be written inside a text; nil if it cannot.
    package let textForm: String?
}

/// A single value that may be written instead of a record, and fills one of its fields: the id of a source, a date.
package struct Shorthand: Sendable {
    package let field: String
    /// What is written, for documentation and messages: "a source's id", "source ids".
    package let words: String
    package let plural: String
}

extension Record {
    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool { true }
    package mutating func adjust(after before: Self) {}

    /// Fills the record from its fields; false if it cannot be used, and the problems then say why.
    mutating func read(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        for field in Self.record.former { field.accept(in: &fields) }
        var isUsable = true
        for field in Self.record.fields where !field.read(&self, &fields, &reader) { isUsable = false }
        return finish(&fields, &reader) && isUsable
    }

    // MARK: - As the value of a field

    package static var absent: Self { Self() }
    package static var holdsReferences: Bool { !record.referring.isEmpty }
    package static var holdsProse: Bool { !record.withProse.isEmpty }
    package static func shape(_ form: TextForm) -> FieldShape { .record(record.description) }

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        readRecord(node, field, &fields, &reader)
    }

    /// Reads a mapping, or the value that is short for one.
    static func readRecord(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> Self? {
        if let short = record.shorthand, let shorthand = record.description.shorthand {
            switch node.kind {
            case .scalar:
                var value = Self()
                return short.readValue(&value, node, field.name, &fields, &reader) ? value : nil
            case .sequence:
                let names = record.fields.map { "'\($0.description.name)'" }.joined(separator: " and ")
                fields.reportWrongType(field.name, node, expected: "\(shorthand.words), or a mapping with \(names)")
                return nil
            case .mapping: break
            }
        }
        guard var item = fields.mapping(node, field.name, of: record.description.name) else { return nil }
        var value = Self()
        let isUsable = value.read(&item, &reader)
        reader.diagnostics += item.finish()
        return isUsable ? value : nil
    }

    /// Absent if what a required field names is not published.
    package var data: FieldData {
        var members: [(field: FieldDescription, value: FieldData)] = []
        members.reserveCapacity(Self.record.fields.count)
        for field in Self.record.fields where field.description.data.name != nil {
            let value = field.data(self)
            if !value.isAbsent {
                members.append((field.description, value))
            } else if field.description.isRequired {
                return .absent
            }
        }
        return .record(members)
    }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        for field in Self.record.referring { field.visitReferences?(self, visit) }
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        for field in Self.record.withProse { field.visitProse?(self, visit) }
    }

    package mutating func resolve(by resolver: inout ReferenceResolver) {
        for field in Self.record.referring { field.resolve?(&self, &resolver) }
    }

    package mutating func forget(after limit: AsOfLimit) {
        if Self.record.tellingOfLater.isEmpty { return }
        let before = self
        for field in Self.record.tellingOfLater { field.forget?(&self, limit) }
        adjust(after: before)
    }
}

extension Record {
    /// Empties the fields that tell how things ended; returns the names of those that were written.
    mutating func forgetEnd() -> [String] {
        var names: [String] = []
        for field in Self.record.tellingOfEnd where !field.data(self).isAbsent {
            names.append(field.description.name)
            field.clear(&self)
        }
        return names
    }
}

/// Looks up references, and notes what they lead to.
package struct ReferenceResolver {
    let index: SiteIndex
    /// The event from which names are looked up; −1 for what all events share.
    let scope: Int
    /// Other events that something was found in.
    private(set) var others: Set<Int> = []

    init(index: SiteIndex, scope: Int) {
        self.index = index
        self.scope = scope
    }

    mutating func find(_ kind: EntryKind, _ id: String) -> Resolution<AnyHandle> {
        let resolution = index.find(kind, id, from: scope)
        if let event = resolution.found?.event, event != scope { others.insert(event) }
        return resolution
    }
}

/// What `--as-of` lets a site tell of: everything up to a moment.
package struct AsOfLimit: Sendable {
    /// Seconds since 1970 UTC, the last that counts.
    let seconds: Int64
    let zone: ClockZone

    init(_ asOf: EventDate, in zone: ClockZone) {
        seconds = asOf.latest(in: zone)
        self.zone = zone
    }
}
