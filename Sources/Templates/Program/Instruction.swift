/// One step of a page's program: an operation and up to three numbers. Holds no references, so that walking a program
/// counts none.
struct Instruction {
    enum Operation: UInt8 {
        /// Appends literal bytes: offset `a`, length `b` in the set's literals.
        case literal
        /// Goes on at instruction `a`.
        case jump
        /// If register `a` is false or true, goes on at instruction `b`.
        case jumpIfFalse, jumpIfTrue
        /// Goes on at `b` if register `a` holds something.
        case jumpIfPresent
        /// Register `a` = constant `b`.
        case constant
        /// Register `a` = register `b`; the second form reads a register of the page's own frame.
        case move, moveFromPage
        /// Register `a` = nothing.
        case clear
        /// Register `a` = field `c` of the record in register `b`.
        case field
        /// Register `a` = element `c` of the list in register `b`; both are registers.
        case index
        /// Register `a` = part of register `b`; from and to stand in registers `c` and `c + 1`.
        case slice
        /// Register `a` = what an operator makes of registers `b` and `c`.
        case add, subtract, multiply, divide, floorDivide, remainder, power
        case equal, notEqual, less, lessEqual, greater, greaterEqual, isIn, isNotIn
        /// Register `a` = what an operator makes of register `b`.
        case not, negative, truth
        /// Register `a` = the text of `c` registers from `b` put together.
        case concat
        /// Register `a` = a list of `c` registers from `b`.
        case list
        /// Register `a` = what call `c` (a filter, test or function) makes of the registers from `b`.
        case call
        /// Starts a loop over the list in register `a`, or goes on at `b` where it is empty; elements go to `c`.
        case loopStart
        /// Goes on at `a` with the next element in register `c`, or ends the loop.
        case loopNext
        /// Register `a` = property `b` of the loop that is `c` levels out.
        case loopValue
        /// Makes a list step by step: starts one, appends register `a`, puts the whole in register `a`.
        case buildStart, buildAppend, buildEnd
        /// Calls macro `a`, whose frame begins at register `b`.
        case callMacro
        case returnFromMacro
        /// Starts and ends catching output, which goes to register `a`; `b` says whether as markup (1) or text (0).
        case captureStart, captureEnd
        /// Appends what part `a` printed on an earlier page and goes on at `b`, or starts to note it; ends to note it.
        case keepStart, keepEnd
        /// Starts and ends watching an address of the output.
        case addressStart, addressEnd
        /// Prints register `a`: as text or markup; escaped in any case; as one of several addresses; as it is;
        /// as a JSON value; inside a JSON string.
        case print, printEscaped, printInSet, printPlain, printJSON, printJSONString
        /// The same for field `b` of the record in register `a`.
        case printField, printEscapedField
        /// The page is done.
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

/// What a `{% for %}` knows of itself.
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
