/// A record as templates see it: values by slot number, each made when it is asked for.
///
/// A record belongs to the task that renders the page; it need not be Sendable.
package class Record {
    /// The value of the field that was declared at this place, from 0.
    package func value(at slot: Int) -> Value { .absent }

    /// Which record type this is an instance of.
    var shape: RecordShape? { nil }

    init() {}
}

/// A record over a value of the host: each field is read by the getter that was declared for it.
package final class TypedRecord<Root>: Record {
    package let root: Root
    private let type: RecordType<Root>.Storage

    package init(_ root: Root, as type: RecordType<Root>) {
        self.root = root
        self.type = type.storage
    }

    package override func value(at slot: Int) -> Value {
        slot < type.getters.count ? type.getters[slot](root) : .absent
    }

    override var shape: RecordShape? { type.shape }
}
