import Diagnostics

/// An expression of a template.
struct Expression: Sendable {
    let kind: Kind
    let range: TextRange
    /// The number of levels of its tree, at most `Limits.expressionHeight`.
    let height: Int

    indirect enum Kind: Sendable {
        case text(String)
        case integer(Int)
        case float(Double)
        case truth(Bool)
        case none
        case list([Expression])
        case name(String)
        case field(Expression, Located<String>)
        case index(Expression, Expression)
        case slice(Expression, from: Expression?, to: Expression?)
        case call(Expression, [CallArgument])
        case filter(Expression, Located<String>, [CallArgument])
        case test(Expression, Located<String>, [CallArgument])
        case not(Expression)
        case negative(Expression)
        case positive(Expression)
        case arithmetic(ArithmeticOperator, Expression, Expression)
        case concat([Expression])
        case compare(Expression, [(Comparison, Expression)])
        case and(Expression, Expression)
        case or(Expression, Expression)
        case conditional(Expression, if: Expression, else: Expression?)
        /// An expression whose fault was reported.
        case faulty
    }

    /// Whether it is a literal other than `none` and a list.
    var isLiteral: Bool {
        switch kind {
        case .text, .integer, .float, .truth: true
        default: false
        }
    }

    /// The text of a string literal.
    var literalText: String? {
        if case .text(let text) = kind { text } else { nil }
    }
}

/// An argument of a filter, test, macro or function, by position or by name.
struct CallArgument: Sendable {
    let name: Located<String>?
    let value: Expression
}

enum ArithmeticOperator: UInt8 {
    case add, subtract, multiply, divide, floorDivide, remainder, power

    var symbol: String { ["+", "-", "*", "/", "//", "%", "**"][Int(rawValue)] }
}

enum Comparison: UInt8 {
    case equal, notEqual, less, lessEqual, greater, greaterEqual, isIn, isNotIn

    var symbol: String { ["==", "!=", "<", "<=", ">", ">=", "in", "not in"][Int(rawValue)] }
}
