/// A JSON document (RFC 8259) whose objects keep the order of their members.
///
/// Foundation's encoder lacks what exports need: members in the order of the vocabulary, the same bytes on every run,
/// and text that is safe inside an HTML `script` element.
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
        var writer = JSONWriter(capacity: 4_096, brokenLevels: indent == nil ? 0 : .max, indent: indent ?? 0)
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .number(let value): writer.number(value)
        case .string(let text): writer.string(text)
        case .array(let values): writer.array { writer in for value in values { value.write(to: &writer) } }
        case .object(let members):
            writer.object { writer in
                for member in members {
                    writer.key(member.name)
                    member.value.write(to: &writer)
                }
            }
        }
    }
}
