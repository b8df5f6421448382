/// A filter that the host adds to the language: `{{ text|markdown }}`.
package struct HostFilter: Sendable {
    package let name: String
    /// One sentence.
    package let documentation: String
    package let input: ValueType
    package let arguments: [Argument]
    package let result: ValueType
    let apply: @Sendable (Value, [Value]) -> Value

    /// A filter's argument, given by place or by name.
    package struct Argument: Sendable {
        package let name: String
        package let type: ValueType
        /// Whether it may be left out; `apply` then sees `.absent`.
        package let isOptional: Bool

        package init(_ name: String, _ type: ValueType, isOptional: Bool = false) {
            self.name = name
            self.type = type
            self.isOptional = isOptional
        }
    }

    /// - Parameter apply: gets a value of the input type, and one value for each argument. It must be pure.
    package init(
        _ name: String, _ documentation: String, on input: ValueType, arguments: [Argument] = [],
        gives result: ValueType, _ apply: @escaping @Sendable (Value, [Value]) -> Value
    ) {
        self.name = name
        self.documentation = documentation
        self.input = input
        self.arguments = arguments
        self.result = result
        self.apply = apply
    }
}
