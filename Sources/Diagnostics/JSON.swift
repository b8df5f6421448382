/// A JSON document (RFC 8259) whose objects keep the order in which their members were put in.
///
/// Written by us because three exports need what the platform's encoder does not give: members in the order of the
/// vocabulary, the same bytes on every run, and text that can stand inside an HTML `script` element.
package indirect enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name and its value.
    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Members in the order given; those whose value is nil are left out.
    package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    package static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }

    /// UTF-8 text of the document. `<`, `>`, `&`, U+2028 and U+2029 are written as `\u` escapes, so that no text can
    /// end a `script` element or enter its double-escaped state.
    ///
    /// - Parameter indent: spaces a level; nil for one line.
    package func encoded(indent: Int? = nil) -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: indent, depth: 0)
        return output
    }

    private func write(to output: inout [UInt8], indent: Int?, depth: Int) {
        func newLine(_ level: Int) {
            guard let indent else { return }
            output.append(0x0A)
            output.append(contentsOf: repeatElement(0x20, count: indent * level))
        }
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): output.append(contentsOf: String(value).utf8)
        case .string(let text): JSON.write(text, to: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                newLine(depth + 1)
                value.write(to: &output, indent: indent, depth: depth + 1)
            }
            if !values.isEmpty { newLine(depth) }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                newLine(depth + 1)
                JSON.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                if indent != nil { output.append(0x20) }
                member.value.write(to: &output, indent: indent, depth: depth + 1)
            }
            if !members.isEmpty { newLine(depth) }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Appends a text as a JSON string, quotation marks included, escaped as `encoded` says.
    package static func write(_ text: String, to output: inout [UInt8]) {
        var text = text
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { write($0, to: &output) }
        output.append(UInt8(ascii: "\""))
    }

    /// Appends the inside of a JSON string: UTF-8 text, escaped as `encoded` says. Runs of bytes that need no escape are
    /// copied at once.
    package static func write(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < utf8.count {
            index = endOfPlainRun(utf8, from: index)
            guard index < utf8.count else { break }
            let byte = utf8[index]
            let escape: Escape
            var length = 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape = .short(byte)
            case 0x0A: escape = .short(UInt8(ascii: "n"))
            case 0x0D: escape = .short(UInt8(ascii: "r"))
            case 0x09: escape = .short(UInt8(ascii: "t"))
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: escape = .code(Int(byte))
            case 0xE2:
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                guard index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else {
                    index += 1
                    continue
                }
                escape = .code(0x2000 + Int(utf8[index + 2] & 0x3F))
                length = 3
            default:
                index += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
            escape.write(to: &output)
            index += length
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    /// Passes over bytes that need no escape, eight at a time; stops within eight bytes of one that may need it.
    private static func endOfPlainRun(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = UnsafeRawPointer(utf8.baseAddress) else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        /// Has a high bit where a byte is zero; above such a byte perhaps where none is.
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        var index = start
        while index + 8 <= utf8.count {
            let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Below a space; `"` and `&`; `<` and `>`; a backslash; DEL; the first byte of U+2028.
            var found = (word &- ones &* 0x20) & ~word
            found |= zeros((word | ones &* 0x04) ^ ones &* 0x26) | zeros((word | ones &* 0x02) ^ ones &* 0x3E)
            found |= zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F) | zeros(word ^ ones &* 0xE2)
            if found & highs != 0 { break }
            index += 8
        }
        return index
    }

    private enum Escape {
        /// A backslash and one character.
        case short(UInt8)
        /// A backslash, `u` and four hexadecimal digits.
        case code(Int)

        func write(to output: inout [UInt8]) {
            output.append(UInt8(ascii: "\\"))
            switch self {
            case .short(let byte): output.append(byte)
            case .code(let code):
                output.append(UInt8(ascii: "u"))
                for shift in [12, 8, 4, 0] {
                    let digit = UInt8((code >> shift) & 15)
                    output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                }
            }
        }
    }
}
