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

    private static func write(_ text: String, to output: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        func escape(_ code: Int) {
            output.append(contentsOf: "\\u".utf8)
            for shift in [12, 8, 4, 0] { output.append(hex[(code >> shift) & 15]) }
        }
        output.append(UInt8(ascii: "\""))
        var bytes = text.utf8.makeIterator()
        var held: [UInt8] = []
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: escape(Int(byte))
            case 0xE2:
                held = [byte, bytes.next() ?? 0, bytes.next() ?? 0]
                if held[1] == 0x80, held[2] == 0xA8 || held[2] == 0xA9 {
                    escape(held[2] == 0xA8 ? 0x2028 : 0x2029)
                } else {
                    output.append(contentsOf: held)
                }
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
