/// The declaration of the fields of a host's type that templates may read. The getters for rendering, the checks of
/// templates and the reference all come from it.
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
    ///   - name: its name in messages and the reference, in lower case: `party`.
    ///   - documentation: one sentence.
    package init(_ name: String, _ documentation: String) {
        storage = RecordStorage(shape: RecordShape(name: name, documentation: documentation, fields: []), readers: [])
    }

    private init(_ storage: RecordStorage) { self.storage = storage }

    @usableFromInline package var shape: RecordShape { storage.shape }

    /// A record for templates over a value.
    @inlinable
    package func of(_ root: Root) -> TypedRecord<Root> { TypedRecord(root, storage) }

    /// Adds a field of any type. A value of another type than the declared one prints nothing.
    @inlinable
    package func field(
        _ name: String, _ type: ValueType, _ documentation: String, _ get: @escaping @Sendable (Root) -> Value
    ) -> RecordType {
        adding(name, documentation, type: { type }, link: nil) { place, register in
            register = get(place.root())
        }
    }

    /// Adds all fields of another record type, read from a value of this one.
    @inlinable
    package func fields<Other>(
        of other: RecordType<Other>, _ get: @escaping @Sendable (Root) -> Other
    ) -> RecordType {
        adding(fieldsOf: other.storage) { reader, place, register in
            var value = get(place.root())
            ValuePlace.lend(&value) { reader.read($0, &register) }
        }
    }

    /// Adds fields of another record type, with a function that calls the reader of each.
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

    /// Declares that fields of a page's root, such as the site, have the same values on every page of one renderer.
    /// Only links may be written differently. A block, an included file or a macro call that reads nothing else is then
    /// rendered once for each folder of pages.
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

    /// Declares the texts that a field can be.
    func choosing(_ name: String, _ choices: [String]) -> RecordType {
        let old = storage.shape
        let fields = old.fields.map { field in
            var field = field
            if field.name == name { field.choices = choices }
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

/// A type of the host that templates may read.
@usableFromInline package protocol TemplateView: SendableMetatype {
    /// The fields that templates may read.
    static var record: RecordType<Self> { get }
}
