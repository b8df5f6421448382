/// A test of the language, `x is name`.
struct ValueTest: Sendable {
    let name: String
    let documentation: String
    let parameters: [Filter.Parameter]
    let takes: String
    let accepts: @Sendable (ValueType, [ValueType?]) -> Bool
    let function: Program.Call.Function

    init(
        _ name: String, _ documentation: String, _ parameters: [Filter.Parameter] = [], takes: String,
        accepts: @escaping @Sendable (ValueType, [ValueType?]) -> Bool, _ function: @escaping Program.Call.Function
    ) {
        self.name = name
        self.documentation = documentation
        self.parameters = parameters
        self.takes = takes
        self.accepts = accepts
        self.function = function
    }
}
