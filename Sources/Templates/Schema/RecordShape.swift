/// A record type without its Swift type: names, types and documentation of its fields, in slot order.
@usableFromInline package final class RecordShape: Sendable {
    /// As templates' messages and the reference call it: `party`.
    @usableFromInline package let name: String
    /// One sentence.
    package let documentation: String
    package let fields: [Field]

    init(name: String, documentation: String, fields: [Field]) {
        self.name = name
        self.documentation = documentation
        self.fields = fields
    }

    /// One name that templates may write after a dot.
    package struct Field: Sendable {
        package let name: String
        /// One sentence.
        package let documentation: String
        /// Asked for when a schema is put together, not before: record types may name each other in circles.
        let lazyType: @Sendable () -> ValueType
        /// The record type this field leads to, where it is one or a list of one.
        let link: (@Sendable () -> RecordShape)?
        /// Whether it is the same on all pages that one renderer renders; see `RecordType.sharing`.
        var isShared = false

        package var type: ValueType { lazyType() }
    }
}
