import Diagnostics

extension Lexer {
    mutating func readToken(_ byte: UInt8, _ next: UInt8) {
        let start = index
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            while index < end, isNameByte(bytes[index]) { index += 1 }
            tokens.append(Token(.name, start, index))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(quote: byte)
        default:
            guard let (kind, length) = Lexer.symbol(byte, next) else {
                repeat { index += 1 } while index < end && bytes[index] & 0xC0 == 0x80
                let text = file.text(in: TextRange(start, index))
                if !hasFailed { fault(start, index, "unexpected '\(text)'") }
                hasFailed = true
                tokens.append(Token(.faulty, start, index))
                return
            }
            index += length
            tokens.append(Token(kind, start, index))
        }
    }

    static func symbol(_ byte: UInt8, _ next: UInt8) -> (Token.Kind, Int)? {
        switch (byte, next) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): (.equal, 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.notEqual, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.lessEqual, 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.greaterEqual, 2)
        case (UInt8(ascii: "/"), UInt8(ascii: "/")): (.doubleSlash, 2)
        case (UInt8(ascii: "*"), UInt8(ascii: "*")): (.power, 2)
        case (UInt8(ascii: "="), _): (.assign, 1)
        case (UInt8(ascii: "<"), _): (.less, 1)
        case (UInt8(ascii: ">"), _): (.greater, 1)
        case (UInt8(ascii: "+"), _): (.plus, 1)
        case (UInt8(ascii: "-"), _): (.minus, 1)
        case (UInt8(ascii: "*"), _): (.star, 1)
        case (UInt8(ascii: "/"), _): (.slash, 1)
        case (UInt8(ascii: "%"), _): (.percent, 1)
        case (UInt8(ascii: "~"), _): (.tilde, 1)
        case (UInt8(ascii: "."), _): (.dot, 1)
        case (UInt8(ascii: ","), _): (.comma, 1)
        case (UInt8(ascii: ":"), _): (.colon, 1)
        case (UInt8(ascii: "|"), _): (.pipe, 1)
        case (UInt8(ascii: "("), _): (.leftParen, 1)
        case (UInt8(ascii: ")"), _): (.rightParen, 1)
        case (UInt8(ascii: "["), _): (.leftBracket, 1)
        case (UInt8(ascii: "]"), _): (.rightBracket, 1)
        case (UInt8(ascii: "{"), _): (.leftBrace, 1)
        case (UInt8(ascii: "}"), _): (.rightBrace, 1)
        default: nil
        }
    }

    /// Reads a number of Jinja: `12`, `1_000`, `0x1F`, `1.5`, `2e10`. The parser computes its value.
    mutating func readNumber() {
        let start = index
        func digits(_ from: Int) -> Int {
            var at = from
            while at < end,
                isDigit(bytes[at]) || (bytes[at] == UInt8(ascii: "_") && at + 1 < end && isDigit(bytes[at + 1]))
            {
                at += 1
            }
            return at
        }
        let marker = index + 1 < end ? bytes[index + 1] | 0x20 : 0
        if bytes[index] == UInt8(ascii: "0"),
            marker == UInt8(ascii: "x") || marker == UInt8(ascii: "o") || marker == UInt8(ascii: "b")
        {
            index += 2
            while index < end, isNameByte(bytes[index]) { index += 1 }
            tokens.append(Token(.integer, start, index))
            return
        }
        var at = digits(index)
        var isFloat = false
        let followsDot = tokens.last?.kind == .dot && Int(tokens.last?.range.end ?? 0) == start
        if !followsDot, at + 1 < end, bytes[at] == UInt8(ascii: "."), isDigit(bytes[at + 1]) {
            isFloat = true
            at = digits(at + 1)
        }
        if !followsDot, at + 1 < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            var exponent = at + 1
            if bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") { exponent += 1 }
            if exponent < end, isDigit(bytes[exponent]) {
                isFloat = true
                at = digits(exponent)
            }
        }
        index = at
        tokens.append(Token(isFloat ? .float : .integer, start, at))
    }

    mutating func readString(quote: UInt8) {
        let start = index
        var at = index + 1
        while at < end, bytes[at] != quote { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        if at < end {
            index = at + 1
            tokens.append(Token(.string, start, index))
        } else {
            fault(start, start + 1, "this string is not closed", hint: "close it with the quote it opens with")
            index = end
            tokens.append(Token(.faulty, start, end))
        }
    }
}
