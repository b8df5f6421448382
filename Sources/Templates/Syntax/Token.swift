import Diagnostics

/// A token of a template's text.
struct Token {
    enum Kind: UInt8 {
        /// Literal text between tags, without the white space that whitespace control strips.
        case data
        /// `{{` and `}}`.
        case printOpen, printClose
        /// `{%` and `%}`.
        case tagOpen, tagClose
        case name, integer, float, string
        case plus, minus, star, slash, doubleSlash, percent, power, tilde
        case equal, notEqual, less, lessEqual, greater, greaterEqual, assign
        case dot, comma, colon, pipe, leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        /// The end of the file.
        case end
        /// Bytes that are not a token, which the lexer has reported.
        case faulty
    }

    let kind: Kind
    let range: TextRange

    init(_ kind: Kind, _ start: Int, _ end: Int) {
        self.kind = kind
        self.range = TextRange(start, end)
    }
}
