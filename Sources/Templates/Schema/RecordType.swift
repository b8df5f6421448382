/// The declaration of what templates may read of a host's type, made once: it feeds the getters that pages are rendered
/// through, the check of every template, and the reference.
///
///     struct PartyView: TemplateView {
///         let party: Party
///         static let record = RecordType<PartyView>("party", "A party to the dispute.")
///             .text("name", "Its full name.") { $0.party.name }
///             .optionalURL("url", "Its page.") { $0.address }
///             .list("demands", "What it asked for.") { $0.demands }  // [DemandView]
///     }
@usableFromInline package struct RecordType<Root>: Sendable {
    @usableFromInline let storage: RecordStorage

    /// - Parameters:
    ///   - name: as messages and the reference call it, in lower case: `party`.
    ///   - documentation: one sentence.
    package init(_ name: String, _ documentation: String) {
        storage = RecordStorage(shape: RecordShape(name: name, documentation: documentation, fields: []), readers: [])
    }

    private init(_ storage: RecordStorage) { self.storage = storage }

    @usableFromInline package var shape: RecordShape { storage.shape }

    /// A record over a value, as templates see it.
    @inlinable
    package func of(_ root: Root) -> TypedRecord<Root> { TypedRecord(root, storage) }

    /// Adds a field of any type; a declared type that the getter does not keep to prints nothing.
    @inlinable
    package func field(
        _ name: String, _ type: ValueType, _ documentation: String, _ get: @escaping @Sendable (Root) -> Value
    ) -> RecordType {
        adding(name, documentation, type: { type }, link: nil) { place, register in
            register = get(place.root())
        }
    }

    /// Adds all fields of another record type, read of a value that this one holds.
    @inlinable
    package func fields<Other>(
        of other: RecordType<Other>, _ get: @escaping @Sendable (Root) -> Other
    ) -> RecordType {
        adding(fieldsOf: other.storage) { reader, place, register in
            var value = get(place.root())
            ValuePlace.lend(&value) { reader.read($0, &register) }
        }
    }

    /// Adds fields of another record type, with what calls each one's reader.
    @usableFromInline
    func adding(
        fieldsOf other: RecordStorage,
        _ call: @escaping @Sendable (RecordStorage.FieldReader, ValuePlace, inout Value) -> Void
    ) -> RecordType {
        let old = storage.shape
        let shape = RecordShape(
            name: old.name, documentation: old.documentation, fields: old.fields + other.shape.fields)
        let added = other.owned.map { reader in
            RecordStorage.FieldReader { place, register in call(reader, place, &register) }
        }
        return RecordType(RecordStorage(shape: shape, readers: storage.owned + added))
    }

    /// Says of fields of a page's root that what they lead to is the same on every page that one renderer renders, but for
    /// how links are written: the site, say. A block, an included file or a call of a macro that reads nothing else is
    /// then rendered once for each folder of pages.
    package func sharing(_ names: String...) -> RecordType {
        let old = storage.shape
        let fields = old.fields.map { field in
            var field = field
            if names.contains(field.name) { field.isShared = true }
            return field
        }
        let shape = RecordShape(name: old.name, documentation: old.documentation, fields: fields)
        return RecordType(RecordStorage(shape: shape, readers: storage.owned))
    }

    @usableFromInline
    func adding(
        _ name: String, _ documentation: String, type: @escaping @Sendable () -> ValueType,
        link: (@Sendable () -> RecordShape)?, _ get: @escaping RecordStorage.Getter
    ) -> RecordType {
        let old = storage.shape
        let field = RecordShape.Field(name: name, documentation: documentation, lazyType: type, link: link)
        let shape = RecordShape(name: old.name, documentation: old.documentation, fields: old.fields + [field])
        return RecordType(RecordStorage(shape: shape, readers: storage.owned + [.init(get)]))
    }
}

/// A host's type that templates may read.
@usableFromInline package protocol TemplateView: SendableMetatype {
    /// What they may read of it.
    static var record: RecordType<Self> { get }
}
