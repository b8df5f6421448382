import Model

/// Writes values of front matter.
enum YAMLWriter {
    /// A text as one scalar: without quotes if it can stand so, else in double quotes.
    static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// Items in brackets on one line.
    static func list(_ items: [String]) -> String {
        "["
            + items.map { isPlain($0) && !$0.contains(where: ",[]{}".contains) ? $0 : quoted($0) }.joined(
                separator: ", ")
            + "]"
    }

    /// Whether a text that is written without quotes is read as it is.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        if "-?:,[]{}#&*!|>'\"%@`~".utf8.contains(first) || first <= 0x20 || last <= 0x20 { return false }
        if last == UInt8(ascii: ":") || ["null", "Null", "NULL"].contains(text) { return false }
        if text.contains(": ") || text.contains(" #") || text.hasPrefix("---") || text.hasPrefix("...") { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: false
            default: true
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
