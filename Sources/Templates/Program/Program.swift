import Diagnostics

/// The compiled form of a whole template set: one flat array of instructions for all pages and macros.
struct Program: Sendable {
    var code: ContiguousArray<Instruction> = []
    /// The templates' literal text, one piece after the other.
    var literals: ContiguousArray<UInt8> = []
    var constants: ContiguousArray<Constant> = []
    var calls: ContiguousArray<Call> = []
    var macros: ContiguousArray<Macro> = []
    var pages: [String: Page] = [:]
    /// How many parts of pages depend on nothing that a page has of its own.
    var keptParts = 0
    /// Where in a template an instruction that can fail comes from, sorted by instruction.
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

    /// A filter, test or function as a program calls it.
    struct Call: Sendable {
        typealias Function = @Sendable (inout CallFrame) -> Value

        let function: Function
        /// Registers it is given, the filtered value first.
        let count: Int
    }

    struct Macro: Sendable {
        let name: String
        let entry: Int
        /// Registers its frame takes.
        let registers: Int
    }

    struct Page: Sendable {
        let entry: Int
        let registers: Int
        let root: RecordShape
        let language: Place.Language
    }

    /// The place in a template that an instruction was compiled from.
    func origin(of instruction: Int) -> TextLocation? {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].instruction < instruction { low = middle + 1 } else { high = middle }
        }
        return low < origins.count && origins[low].instruction == instruction ? origins[low].location : nil
    }
}
