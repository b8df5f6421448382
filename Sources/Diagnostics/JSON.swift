import Bytes

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
        var output = ByteBuffer(capacity: 4_096)
        write(to: &output, indent: indent, depth: 0)
        return output.bytes
    }

    private func write(to output: inout ByteBuffer, indent: Int?, depth: Int) {
        func newLine(_ level: Int, _ output: inout ByteBuffer) {
            guard let indent else { return }
            output.append(0x0A)
            output.append(0x20, times: indent * level)
        }
        switch self {
        case .null: output.append(literal: "null")
        case .bool(let value): output.append(literal: value ? "true" : "false")
        case .number(let value): output.append(number: value)
        case .string(let text): JSON.write(text, to: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                newLine(depth + 1, &output)
                value.write(to: &output, indent: indent, depth: depth + 1)
            }
            if !values.isEmpty { newLine(depth, &output) }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                newLine(depth + 1, &output)
                JSON.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                if indent != nil { output.append(0x20) }
                member.value.write(to: &output, indent: indent, depth: depth + 1)
            }
            if !members.isEmpty { newLine(depth, &output) }
            output.append(UInt8(ascii: "}"))
        }
    }
}
