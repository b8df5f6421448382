/// Where in front matter a place is: the fields that lead to it, and what is typed there.
///
/// Found from the lines before it and not from the tree of fields: a text that is being typed has none.
package struct FieldPlace: Equatable, Sendable {
    package enum Part: Sendable { case name, value }

    package var part = Part.name
    /// The fields from the outermost to the one that holds this place; of a value the field itself is the last.
    package var path: [String] = []
    /// Whether the fields at this place are those of an item of a list.
    package var isInItem = false
    /// Whether it is the first of an item of a list: a value, or the name of a field.
    package var isItemStart = false
    /// The other fields of the same mapping, before and behind the place.
    package var siblings: [String] = []
    /// The offset at which the word begins.
    package var start = 0
    /// What is typed of the word before the place.
    package var typed = ""
    /// Spaces before the fields of the mapping.
    package var indent = 0
    /// Whether it is in braces or brackets.
    package var isFlow = false
    /// Whether it is a text over several lines: `|` or `>`.
    package var isBlockText = false

    package init() {}

    /// - Parameters:
    ///   - offset: where the word ends, or the cursor is.
    ///   - block: the offsets of the lines between the fences.
    package init(at offset: Int, in bytes: [UInt8], block: Range<Int>) {
        var reader = FieldPlaceReader()
        var lineStart = block.lowerBound
        while true {
            let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
            if offset <= lineEnd || lineEnd >= block.upperBound { break }
            reader.read(FieldPlace.text(bytes, lineStart..<lineEnd))
            lineStart = lineEnd + 1
        }
        self = reader.place(FieldPlace.text(bytes, lineStart..<max(lineStart, min(offset, bytes.count))), lineStart)
        guard part == .name, !isFlow else { return }
        // The fields behind it in the same mapping.
        var next = bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        while next < block.upperBound {
            let end = bytes[next...].firstIndex(of: 0x0A) ?? bytes.count
            let line = FieldPlace.text(bytes, next..<end)
            let spaces = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(spaces)
            next = end + 1
            if rest.isEmpty || rest.hasPrefix("#") { continue }
            if spaces < indent || (spaces == indent && rest.hasPrefix("-")) { break }
            if spaces == indent, let name = FieldPlaceReader.key(rest)?.name { siblings.append(name) }
        }
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> Substring {
        var line = Substring(String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self))
        if line.hasSuffix("\r") { line.removeLast() }
        return line
    }
}

/// Reads front matter line by line.
private struct FieldPlaceReader {
    private enum Level {
        case mapping(indent: Int, names: [String])
        case item(indent: Int)
    }

    private var levels: [Level] = []
    /// The indent that the lines of a text over several lines exceed; nil outside of one.
    private var blockIndent: Int?
    /// What stands in brackets that an earlier line opened and did not close.
    private var flow = ""

    mutating func read(_ line: Substring) {
        if !flow.isEmpty {
            flow += line + "\n"
            if FlowText(flow).isClosed { flow = "" }
            return
        }
        let spaces = line.prefix { $0 == " " }.count
        var rest = line.dropFirst(spaces)
        if rest.isEmpty { return }
        if let blockIndent, spaces > blockIndent { return }
        blockIndent = nil
        if rest.hasPrefix("#") { return }
        var indent = spaces
        readItems(&rest, &indent)
        guard let (name, value) = Self.key(rest) else { return open(rest, indent) }
        close(to: indent)
        add(name, indent)
        open(value, indent)
    }

    /// The place at the end of an unfinished line.
    func place(_ line: Substring, _ lineStart: Int) -> FieldPlace {
        var place = FieldPlace()
        let end = lineStart + line.utf8.count
        if !flow.isEmpty {
            return flowPlace(flow + line, end, place)
        }
        let spaces = line.prefix { $0 == " " }.count
        if let blockIndent, spaces > blockIndent {
            place.part = .value
            place.path = path
            place.isBlockText = true
            place.start = end
            return place
        }
        var reader = self
        reader.blockIndent = nil
        var rest = line.dropFirst(spaces)
        var indent = spaces
        reader.readItems(&rest, &indent)
        place.isItemStart = indent > spaces
        if let (name, value) = Self.key(rest) {
            reader.close(to: indent)
            reader.add(name, indent)
            let text = value.drop { $0 == " " }
            place.path = reader.path
            if text.hasPrefix("{") || text.hasPrefix("[") { return flowPlace(String(text), end, place) }
            place.part = .value
            place.typed = String(text)
            place.start = end - text.utf8.count
            place.isItemStart = false
            return place
        }
        if rest.hasPrefix("{") || rest.hasPrefix("[") {
            place.path = reader.path
            return flowPlace(String(rest), end, place)
        }
        reader.close(to: indent)
        place.siblings = reader.names(at: indent)
        if case .mapping(indent, _)? = reader.levels.last { reader.levels.removeLast() }
        place.path = reader.path
        place.isInItem = reader.isInItem
        place.indent = indent
        place.typed = String(rest)
        place.start = end - rest.utf8.count
        return place
    }

    /// The field at the start of a line and what stands behind its colon; nil if the line has none.
    static func key(_ line: Substring) -> (name: String, value: Substring)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...]
        guard value.isEmpty || value.hasPrefix(" ") || value.hasPrefix("\t") else { return nil }
        var name = line[..<colon]
        while name.hasSuffix(" ") { name.removeLast() }
        if let quote = name.first, quote == "\"" || quote == "'", name.count > 1, name.last == quote {
            name = name.dropFirst().dropLast()
        }
        guard let first = name.first, !"[{\"'#-".contains(first) else { return nil }
        return (String(name), value)
    }

    private var path: [String] {
        levels.compactMap { level in
            if case .mapping(_, let names) = level { names.last } else { nil }
        }
    }

    private var isInItem: Bool { if case .item? = levels.last { true } else { false } }

    private func names(at indent: Int) -> [String] {
        if case .mapping(indent, let names)? = levels.last { names } else { [] }
    }

    private mutating func readItems(_ rest: inout Substring, _ indent: inout Int) {
        while rest == "-" || rest.hasPrefix("- ") {
            close(to: indent)
            levels.append(.item(indent: indent))
            let spaces = rest.dropFirst().prefix { $0 == " " }.count
            indent += 1 + spaces
            rest = rest.dropFirst(1 + spaces)
        }
    }

    /// Leaves mappings that are deeper than an indent, and lists that are not less deep.
    private mutating func close(to indent: Int) {
        while let last = levels.last {
            switch last {
            case .mapping(let own, _): if own <= indent { return }
            case .item(let own): if own < indent { return }
            }
            levels.removeLast()
        }
    }

    private mutating func add(_ name: String, _ indent: Int) {
        if case .mapping(indent, var names)? = levels.last {
            levels.removeLast()
            names.append(name)
            levels.append(.mapping(indent: indent, names: names))
        } else {
            levels.append(.mapping(indent: indent, names: [name]))
        }
    }

    private mutating func open(_ value: Substring, _ indent: Int) {
        let text = value.drop { $0 == " " }
        if text.hasPrefix("|") || text.hasPrefix(">") {
            blockIndent = indent
        } else if text.hasPrefix("{") || text.hasPrefix("["), !FlowText(String(text)).isClosed {
            flow = text + "\n"
        }
    }

    private func flowPlace(_ text: String, _ end: Int, _ outer: FieldPlace) -> FieldPlace {
        var place = outer
        if outer.path.isEmpty { place.path = path }
        let flow = FlowText(text)
        place.isFlow = true
        place.path += flow.keys
        place.part = flow.isName ? .name : .value
        place.siblings = flow.siblings
        place.typed = flow.typed
        place.start = end - flow.typed.utf8.count
        place.isItemStart = false
        place.isInItem = flow.isInList
        if flow.isClosed { place.part = .value }
        return place
    }
}

/// The beginning of a value in braces or brackets.
private struct FlowText {
    private struct Level {
        let isMapping: Bool
        var names: [String] = []
        var hasValue = false
    }

    private var levels: [Level] = []
    /// What is typed of the last word.
    private(set) var typed = ""
    private var quote: Character?

    init(_ text: String) {
        for character in text {
            if let quote {
                typed.append(character)
                if character == quote { self.quote = nil }
                continue
            }
            switch character {
            case "\"", "'":
                if typed.isEmpty { quote = character }
                typed.append(character)
            case "{", "[":
                levels.append(Level(isMapping: character == "{"))
                typed = ""
            case "}", "]":
                _ = levels.popLast()
                typed = ""
            case ",":
                if let last = levels.indices.last { levels[last].hasValue = false }
                typed = ""
            case " ", "\n", "\t":
                if typed.hasSuffix(":"), let last = levels.indices.last, levels[last].isMapping, !levels[last].hasValue
                {
                    levels[last].names.append(String(typed.dropLast()))
                    levels[last].hasValue = true
                    typed = ""
                } else if !typed.isEmpty {
                    typed.append(character)
                }
            default: typed.append(character)
            }
        }
    }

    var isClosed: Bool { levels.isEmpty }
    var isName: Bool { levels.last.map { $0.isMapping && !$0.hasValue } ?? false }
    var isInList: Bool { levels.contains { !$0.isMapping } }
    var siblings: [String] { isName ? levels.last?.names ?? [] : [] }
    /// The fields inside the text that lead to its end.
    var keys: [String] { levels.compactMap { $0.isMapping && $0.hasValue ? $0.names.last : nil } }
}
