/// A record as templates see it: values by slot number, each made when it is asked for.
///
/// A record belongs to the task that renders the page; it need not be Sendable.
@usableFromInline package class Record {
    @usableFromInline let storage: RecordStorage

    @usableFromInline
    init(_ storage: RecordStorage) { self.storage = storage }

    /// The value of the field that was declared at this place, from 0.
    package final func value(at slot: Int) -> Value {
        slot < storage.getters.count ? storage.getters[slot](self) : .absent
    }

    /// Which record type this is an instance of.
    final var shape: RecordShape { storage.shape }
}

/// What all records of a type share: its shape, and the getters by slot.
///
/// The getters take any record, so that calling one needs no generic code; they are only ever called with records of
/// the type that they were made for, which hold this very storage.
@usableFromInline final class RecordStorage: Sendable {
    @usableFromInline typealias Getter = @Sendable (Record) -> Value

    let shape: RecordShape
    let getters: ContiguousArray<Getter>

    init(shape: RecordShape, getters: ContiguousArray<Getter>) {
        self.shape = shape
        self.getters = getters
    }
}

/// A record over a value of the host: each field is read by the getter that was declared for it.
@usableFromInline package final class TypedRecord<Root>: Record {
    @usableFromInline package let root: Root

    @inlinable
    package init(_ root: Root, as type: RecordType<Root>) {
        self.root = root
        super.init(type.storage)
    }

    /// The host's value of a record that is known to be of this type: its storage says so.
    @inlinable
    static func root(of record: Record) -> Root { unsafeDowncast(record, to: TypedRecord<Root>.self).root }
}
