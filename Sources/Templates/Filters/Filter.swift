/// A filter of the language: its input, its result and its function.
struct Filter: Sendable {
    let name: String
    let aliases: [String]
    /// One sentence for the reference.
    let documentation: String
    let parameters: [Parameter]
    /// The name of its input, for messages: "text".
    let takes: String
    /// The type of its result for the types of its input and arguments (nil for one that is left out); nil if it does
    /// not accept the input.
    let typing: @Sendable (ValueType, [ValueType?]) -> ValueType?
    let function: Program.Call.Function

    struct Parameter: Sendable {
        let name: String
        let type: ValueType
        let isOptional: Bool

        init(_ name: String, _ type: ValueType, optional: Bool = true) {
            self.name = name
            self.type = type
            self.isOptional = optional
        }
    }

    init(
        _ name: String, aliases: [String] = [], _ documentation: String, _ parameters: [Parameter] = [],
        takes: String, typing: @escaping @Sendable (ValueType, [ValueType?]) -> ValueType?,
        _ function: @escaping Program.Call.Function
    ) {
        self.name = name
        self.aliases = aliases
        self.documentation = documentation
        self.parameters = parameters
        self.takes = takes
        self.typing = typing
        self.function = function
    }

    /// A filter from text, or a value that prints as text, to one type.
    static func text(
        _ name: String, _ documentation: String, _ parameters: [Parameter] = [],
        gives: ValueType = .text, _ function: @escaping Program.Call.Function
    ) -> Filter {
        Filter(
            name, documentation, parameters, takes: "text",
            typing: { input, _ in input.isTextual || input == .number || input == .truth ? gives : nil }, function)
    }

    /// A filter from lists.
    static func list(
        _ name: String, _ documentation: String, _ parameters: [Parameter] = [],
        typing: @escaping @Sendable (ValueType, [ValueType?]) -> ValueType?, _ function: @escaping Program.Call.Function
    ) -> Filter {
        Filter(
            name, documentation, parameters, takes: "a list",
            typing: { input, arguments in
                switch input {
                case .list(let element): typing(element, arguments)
                case .faulty: .faulty
                default: nil
                }
            }, function)
    }
}
