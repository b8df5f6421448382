import Diagnostics

/// A compiled template set: one flat array of instructions for all pages and macros.
struct Program: Sendable {
    var code: ContiguousArray<Instruction> = []
    /// The literal text of all templates.
    var literals: ContiguousArray<UInt8> = []
    var constants: ContiguousArray<Constant> = []
    var calls: ContiguousArray<Call> = []
    var macros: ContiguousArray<Macro> = []
    var pages: [String: Page] = [:]
    /// The functions of the host that make addresses.
    var addressFunctions: [AddressFunction] = []
    /// The number of page parts that read only values that all pages share.
    var keptParts = 0
    /// The location in a template of each instruction that can fail, sorted by instruction.
    var origins: [(instruction: Int, location: TextLocation)] = []

    enum Constant: Sendable {
        case none
        case text(String)
        case html(HTML)
        case int(Int)
        case float(Double)
        case truth(Bool)

        var value: Value {
            switch self {
            case .none: .none
            case .text(let text): .text(text)
            case .html(let html): .html(html)
            case .int(let number): .int(number)
            case .float(let number): .float(number)
            case .truth(let truth): .truth(truth)
            }
        }
    }

    /// A filter, test or function that a program calls.
    struct Call: Sendable {
        typealias Function = @Sendable (inout CallFrame) -> Value

        let function: Function
        /// The number of its registers; the first is the filtered value.
        let count: Int
    }

    struct Macro: Sendable {
        let name: String
        let entry: Int
        /// The number of registers of its frame.
        let registers: Int
    }

    struct Page: Sendable {
        let entry: Int
        let registers: Int
        let root: RecordShape
        let language: Place.Language
        let marks: PageMarks
        /// The template that renders it.
        let file: TextFile
    }

    /// The location in a template that an instruction was compiled from; without one, that of the next instruction of the
    /// page or macro with a location.
    func origin(of instruction: Int) -> TextLocation? {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].instruction < instruction { low = middle + 1 } else { high = middle }
        }
        guard low < origins.count else { return nil }
        let isInside = code[instruction..<origins[low].instruction].allSatisfy {
            $0.operation != .end && $0.operation != .returnFromMacro
        }
        return isInside ? origins[low].location : nil
    }
}
