/// An instruction of a program: an operation and up to three numbers. It has no references, so running a program does
/// no reference counting.
struct Instruction {
    enum Operation: UInt8 {
        /// Appends literal bytes: offset `a`, length `b` in the set's literals.
        case literal
        /// Jumps to instruction `a`.
        case jump
        /// Jumps to instruction `b` if register `a` is false, or true.
        case jumpIfFalse, jumpIfTrue
        /// Jumps to `b` if register `a` has a value.
        case jumpIfPresent
        /// Register `a` = constant `b`.
        case constant
        /// Register `a` = register `b`; the second form reads a register of the page's own frame.
        case move, moveFromPage
        /// Register `a` = no value.
        case clear
        /// Register `a` = field `c` of the record in register `b`.
        case field
        /// Register `a` = element `c` of the list in register `b`; both are registers.
        case index
        /// Register `a` = a slice of register `b`; its bounds are in registers `c` and `c + 1`.
        case slice
        /// Register `a` = the result of an operator for registers `b` and `c`.
        case add, subtract, multiply, divide, floorDivide, remainder, power
        case equal, notEqual, less, lessEqual, greater, greaterEqual, isIn, isNotIn
        /// Register `a` = the result of an operator for register `b`.
        case not, negative, truth
        /// Register `a` = the joined text of `c` registers from `b`.
        case concat
        /// Register `a` = a list of `c` registers from `b`.
        case list
        /// Register `a` = the result of call `c` (a filter, test or function) for the registers from `b`.
        case call
        /// Register `a` = the address that function `c` of the host gives for the text in register `b`.
        case address
        /// Starts a loop over the list in register `a`, or jumps to `b` if it is empty; elements go to register `c`.
        case loopStart
        /// Jumps to `a` with the next element in register `c`, or ends the loop.
        case loopNext
        /// Register `a` = property `b` of the loop that is `c` levels out.
        case loopValue
        /// Builds a list: starts it, appends register `a`, puts the list into register `a`.
        case buildStart, buildAppend, buildEnd
        /// Calls macro `a`, whose frame begins at register `b`.
        case callMacro
        case returnFromMacro
        /// Starts and ends a capture of the output, which goes to register `a` as markup (`b` = 1) or text (0).
        case captureStart, captureEnd
        /// Appends the output of part `a` from an earlier page and jumps to `b`, or starts recording it; ends
        /// recording.
        case keepStart, keepEnd
        /// Starts and ends an address of the output, which is then checked.
        case addressStart, addressEnd
        /// Prints register `a`: as text or markup; always escaped; as one of several addresses; unescaped; as a JSON
        /// value; inside a JSON string; as a field of CSV; inside the quotes of one.
        case print, printEscaped, printInSet, printPlain, printJSON, printJSONString, printCSV, printCSVQuoted
        /// The same for field `b` of the record in register `a`.
        case printField, printEscapedField
        /// Ends the page.
        case end
    }

    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0

    init(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        self.operation = operation
        self.a = Int32(truncatingIfNeeded: a)
        self.b = Int32(truncatingIfNeeded: b)
        self.c = Int32(truncatingIfNeeded: c)
    }
}

extension Instruction.Operation {
    init(_ comparison: Comparison) {
        self =
            [.equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .isIn, .isNotIn][Int(comparison.rawValue)]
    }

    init(_ arithmetic: ArithmeticOperator) {
        self = [.add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power][Int(arithmetic.rawValue)]
    }
}

/// A property of `loop` inside `{% for %}`.
enum LoopProperty: Int {
    case index, index0, first, last, length, revindex, revindex0, previtem, nextitem, depth, depth0

    static let byName: [String: LoopProperty] = [
        "index": .index, "index0": .index0, "first": .first, "last": .last, "length": .length, "revindex": .revindex,
        "revindex0": .revindex0, "previtem": .previtem, "nextitem": .nextitem, "depth": .depth, "depth0": .depth0,
    ]

    func type(of element: ValueType) -> ValueType {
        switch self {
        case .first, .last: .truth
        case .previtem, .nextitem: .optional(element)
        default: .number
        }
    }
}
