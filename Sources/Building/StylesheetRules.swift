import Diagnostics

/// The rules of a stylesheet, read as far as their mistakes need (CSS Syntax Module Level 3): what a browser would leave
/// out without a word.
struct StylesheetRules {
    private let file: TextFile
    private(set) var problems: [Diagnostic] = []
    private var index: Int
    /// Where the current declaration, or what stands before a `{`, begins; nil before it.
    private var start: Int?
    /// The first colon of it.
    private var colon: Int?
    /// Brackets that are open in it.
    private var brackets: [Int] = []
    private var depth = 0

    init(_ file: TextFile) {
        self.file = file
        index = file.byteOrderMarkLength
        while index < file.bytes.count { step() }
    }

    private mutating func step() {
        let byte = file.bytes[index]
        switch byte {
        case UInt8(ascii: "/") where follows("*"): skip(to: "*/")
        case UInt8(ascii: "/") where start == nil && follows("/"):
            report("CSS has no comments that begin with '//'", index, index + 2, hint: "write '/* … */'")
            skip(to: "\n")
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            begin()
            skipString(byte)
        case UInt8(ascii: "\\"):
            begin()
            index += 2
        case UInt8(ascii: "("):
            begin()
            if isURL {
                skip(to: ")")
            } else {
                brackets.append(index)
                index += 1
            }
        case UInt8(ascii: ")"):
            begin()
            if brackets.popLast() == nil { report("this ')' closes nothing", index, index + 1) }
            index += 1
        case UInt8(ascii: "{"):
            endPrelude()
            depth += 1
            index += 1
        case UInt8(ascii: "}"):
            endDeclaration()
            depth = max(0, depth - 1)
            index += 1
        case UInt8(ascii: ";"):
            if start == nil, depth == 0 {
                report("this ';' makes the next rule invalid", index, index + 1, hint: "remove it")
            }
            endDeclaration()
            index += 1
        case UInt8(ascii: ":"):
            begin()
            if colon == nil, brackets.isEmpty { colon = index }
            index += 1
        case UInt8(ascii: "!"):
            begin()
            checkImportance()
            index += 1
        case ...0x20: index += 1
        default:
            begin()
            index += 1
        }
    }

    private mutating func begin() { if start == nil { start = index } }

    private func follows(_ text: String) -> Bool { file.bytes[(index + 1)...].starts(with: text.utf8) }

    /// Goes behind the next such text, or to the end of the file.
    private mutating func skip(to text: String) {
        index += 1
        while index < file.bytes.count, !file.bytes[index...].starts(with: text.utf8) { index += 1 }
        index = min(file.bytes.count, index + text.utf8.count)
    }

    /// A string ends with its line at the latest; one that is not closed is reported elsewhere.
    private mutating func skipString(_ quote: UInt8) {
        index += 1
        while index < file.bytes.count, file.bytes[index] != 0x0A {
            if file.bytes[index] == quote { break }
            index += file.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(file.bytes.count, index + 1)
    }

    /// Whether a `(` follows `url` and no quote: its content is one word, also with `;` in it.
    private var isURL: Bool {
        let before = file.bytes[..<index].suffix(3).map { $0 | 0x20 }
        var next = index + 1
        while next < file.bytes.count, file.bytes[next] <= 0x20 { next += 1 }
        return before.elementsEqual("url".utf8) && next < file.bytes.count && file.bytes[next] != UInt8(ascii: "\"")
            && file.bytes[next] != UInt8(ascii: "'")
    }

    /// Ends what stands before a `{`.
    private mutating func endPrelude() {
        checkBrackets()
        if let start {
            checkMarkup(start)
            checkAtRule(start)
        }
        reset()
    }

    private mutating func endDeclaration() {
        defer { reset() }
        checkBrackets()
        guard let start else { return }
        if file.bytes[start] == UInt8(ascii: "@") { return checkAtRule(start) }
        if checkMarkup(start) { return }
        let end = lastByte(from: start)
        guard depth > 0 else {
            return report("this is outside of all rules", start, end, hint: "put it between '{' and '}' of a rule")
        }
        guard let colon else {
            return report("a ':' is missing between the property and its value", start, end)
        }
        let name = TextRange(start, start + nameLength(from: start))
        guard Int(name.end) == colon || file.bytes[Int(name.end)..<colon].allSatisfy({ $0 <= 0x20 }) else { return }
        checkProperty(name)
    }

    private mutating func reset() {
        start = nil
        colon = nil
        brackets = []
    }

    private mutating func checkBrackets() {
        guard let bracket = brackets.first else { return }
        report("this '(' is not closed", bracket, bracket + 1)
    }

    /// Reports tags of HTML, such as `<style>`.
    @discardableResult private mutating func checkMarkup(_ start: Int) -> Bool {
        guard file.bytes[start] == UInt8(ascii: "<") else { return false }
        report("a stylesheet has no tags", start, start + 1, hint: "remove '<style>' and '</style>'")
        return true
    }

    private mutating func checkAtRule(_ start: Int) {
        guard file.bytes[start] == UInt8(ascii: "@") else { return }
        let name = TextRange(start + 1, start + 1 + nameLength(from: start + 1))
        let text = file.text(in: name).lowercased()
        guard !text.hasPrefix("-"), !Self.atRules.contains(text),
            let near = nearestName(to: text, among: Self.atRules.sorted())
        else { return }
        problems.append(
            Diagnostic(
                .unknownProperty, "CSS has no rule '@\(text)'", at: TextLocation(file, name),
                hint: "did you mean '@\(near)'?"))
    }

    private mutating func checkProperty(_ name: TextRange) {
        let text = file.text(in: name).lowercased()
        guard !text.hasPrefix("-"), !Self.properties.contains(text),
            let near = nearestName(to: text, among: Self.properties.sorted())
        else { return }
        problems.append(
            Diagnostic(
                .unknownProperty, "CSS has no property '\(text)'", at: TextLocation(file, name),
                hint: "did you mean '\(near)'?"))
    }

    private mutating func checkImportance() {
        var end = index + 1
        while end < file.bytes.count, file.bytes[end] <= 0x20 { end += 1 }
        end += nameLength(from: end)
        let word = file.text(in: TextRange(index + 1, end)).trimmingPrefix(while: \.isWhitespace).lowercased()
        if word != "important" {
            report("only '!important' begins with '!'", index, max(index + 1, end))
        }
    }

    private func nameLength(from start: Int) -> Int {
        file.bytes[min(start, file.bytes.count)...].prefix { byte in
            byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }.count
    }

    /// The end of the first line of what begins at an offset, without white space.
    private func lastByte(from start: Int) -> Int {
        let line = file.bytes[start..<index].prefix { $0 != 0x0A }
        return line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start + 1
    }

    private mutating func report(_ message: String, _ start: Int, _ end: Int, hint: String? = nil) {
        problems.append(
            Diagnostic(.brokenStylesheet, message, at: TextLocation(file, TextRange(start, end)), hint: hint))
    }
}
