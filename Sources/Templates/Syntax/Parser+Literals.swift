import Bytes
import Diagnostics

extension Parser {
    /// The value of an integer literal: decimal, `0x`, `0o` or `0b`, with `_` between digits.
    func integerValue(_ literal: String) -> Int? {
        let plain = literal.filter { $0 != "_" }
        switch plain.prefix(2).lowercased() {
        case "0x": return Int(plain.dropFirst(2), radix: 16)
        case "0o": return Int(plain.dropFirst(2), radix: 8)
        case "0b": return Int(plain.dropFirst(2), radix: 2)
        default: return Int(plain)
        }
    }

    /// `01`, which Jinja refuses; it allows any number of zeros for 0.
    func hasLeadingZero(_ literal: String) -> Bool {
        let digits = literal.utf8.filter { $0 != UInt8(ascii: "_") }
        return digits.first == UInt8(ascii: "0") && digits.allSatisfy(isDigit)
            && digits.contains { $0 != UInt8(ascii: "0") }
    }

    /// The text of a string literal, with Python's escapes resolved and line endings as `\n`.
    mutating func stringValue(_ token: Token) -> String {
        let range = token.range.offsets
        let bytes = file.bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
        var result = ByteBuffer(capacity: bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 0x0D {
                result.append(0x0A)
                at += at + 1 < bytes.endIndex && bytes[at + 1] == 0x0A ? 2 : 1
            } else if byte == UInt8(ascii: "\\"), at + 1 < bytes.endIndex {
                at = readEscape(bytes, at: at, into: &result)
            } else {
                result.append(byte)
                at += 1
            }
        }
        return result.string
    }

    private mutating func readEscape(_ bytes: ArraySlice<UInt8>, at: Int, into result: inout ByteBuffer) -> Int {
        func scalar(_ digits: Int) -> Unicode.Scalar? {
            let from = at + 2
            guard from + digits <= bytes.endIndex else { return nil }
            let text = String(decoding: bytes[from..<(from + digits)], as: UTF8.self)
            guard text.utf8.allSatisfy({ $0 < 0x80 && isNameByte($0) }) else { return nil }
            return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
        }
        func simple(_ byte: UInt8) -> Int {
            result.append(byte)
            return at + 2
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "n"): return simple(0x0A)
        case UInt8(ascii: "t"): return simple(0x09)
        case UInt8(ascii: "r"): return simple(0x0D)
        case UInt8(ascii: "a"): return simple(0x07)
        case UInt8(ascii: "b"): return simple(0x08)
        case UInt8(ascii: "f"): return simple(0x0C)
        case UInt8(ascii: "v"): return simple(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return simple(bytes[at + 1])
        case 0x0A: return at + 2
        case 0x0D: return at + (at + 2 < bytes.endIndex && bytes[at + 2] == 0x0A ? 3 : 2)
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = bytes[at + 1] == UInt8(ascii: "x") ? 2 : bytes[at + 1] == UInt8(ascii: "u") ? 4 : 8
            guard let scalar = scalar(digits) else {
                diagnostics.append(
                    Diagnostic(
                        .templateSyntax, "this escape is not a character",
                        at: TextLocation(file, TextRange(at, at + 2)),
                        hint: "write \\x with 2, \\u with 4, or \\U with 8 hexadecimal digits"))
                return at + 2
            }
            result.append(String(scalar))
            return at + 2 + digits
        case UInt8(ascii: "N"):
            diagnostics.append(
                Diagnostic(
                    LeftOut.characterNames.code, LeftOut.characterNames.message,
                    at: TextLocation(file, TextRange(at, at + 2)), hint: LeftOut.characterNames.hint))
            return at + 2
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var end = at + 1
            var code: UInt32 = 0
            while end < bytes.endIndex, end < at + 4, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "7") {
                code = code * 8 + UInt32(bytes[end] - UInt8(ascii: "0"))
                end += 1
            }
            if let scalar = Unicode.Scalar(code) { result.append(String(scalar)) }
            return end
        default:
            // Python keeps the backslash of an unknown escape.
            result.append(UInt8(ascii: "\\"))
            return at + 1
        }
    }
}
