/// A record type without its Swift type: names, types and documentation of its fields, in slot order.
@usableFromInline package final class RecordShape: Sendable {
    /// The name in messages and the reference: `party`.
    @usableFromInline package let name: String
    /// One sentence.
    package let documentation: String
    package let fields: [Field]

    init(name: String, documentation: String, fields: [Field]) {
        self.name = name
        self.documentation = documentation
        self.fields = fields
    }

    /// What stands before the name of a list in the name of the field with its named members. No template can write it.
    static let memberPrefix = " "

    /// The names of the fields by which records are sorted, and which the filter `date` reads.
    static let orderName = memberPrefix + "(order)"
    static let dateName = memberPrefix + "(date)"

    /// The fields that templates can name.
    package var namedFields: [Field] { fields.filter { !$0.name.hasPrefix(Self.memberPrefix) } }

    /// A name that templates may write after a dot.
    package struct Field: Sendable {
        package let name: String
        /// One sentence.
        package let documentation: String
        /// Evaluated only when a schema is made, because record types may refer to each other.
        let lazyType: @Sendable () -> ValueType
        /// The record type of the field's value or of its elements, if it has one.
        let link: (@Sendable () -> RecordShape)?
        /// Whether it is the same on all pages of one renderer; see `RecordType.sharing`.
        var isShared = false
        /// The texts that it can be; nil if it can be any text.
        var choices: [String]?

        package var type: ValueType { lazyType() }
    }
}
