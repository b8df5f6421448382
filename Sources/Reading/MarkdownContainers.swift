/// The quotes and list items around a paragraph, as CommonMark 5.1 and 5.2 match them against a line.
///
/// libcmark keeps no record of which lines of a paragraph are lazy, and a table must end before one.
struct MarkdownContainers {
    private enum Container {
        case quote
        /// `width`: the columns that later lines must be indented by; `marker`: the offset of its mark on its first line.
        case item(width: Int, markWidth: Int, firstLine: Int, marker: Int)
    }

    /// A position in a line; a column may be within a tab.
    struct Cursor {
        fileprivate(set) var index: Int
        fileprivate(set) var column = 0
        /// The columns of the tab at `index` that belong to what is before the position.
        fileprivate var tabColumns = 0
    }

    private let bytes: ArraySlice<UInt8>
    private let lines: [Int32]
    private var containers: [Container] = []

    init(of node: MarkdownNode, in bytes: ArraySlice<UInt8>, lines: [Int32]) {
        self.bytes = bytes
        self.lines = lines
        var around: [MarkdownNode] = []
        var parent = node.parent
        while let current = parent {
            if current.kind == .quote || current.kind == .item { around.append(current) }
            parent = current.parent
        }
        for node in around.reversed() {
            containers.append(node.kind == .quote ? .quote : item(node))
        }
    }

    /// Where the content of a line begins, and whether all containers go on to it.
    func match(line: Int) -> (content: Cursor, isComplete: Bool) {
        var cursor = Cursor(index: start(of: line))
        for container in containers {
            guard advance(&cursor, past: container, on: line) else { return (cursor, false) }
        }
        return (cursor, true)
    }

    /// What is before a position of a line, so that another line with it is in the same containers.
    func prefix(upTo cursor: Cursor, on line: Int) -> [UInt8] {
        bytes[start(of: line)..<cursor.index] + Array(repeating: 0x20, count: cursor.tabColumns)
    }

    /// The columns of white space at a position, and the offset behind it.
    func indentation(at cursor: Cursor) -> (columns: Int, end: Int) {
        var end = cursor
        while end.index < bytes.endIndex, bytes[end.index] == 0x20 || bytes[end.index] == 0x09 { step(&end) }
        return (end.column - cursor.column, end.index)
    }

    private func start(of line: Int) -> Int { line <= lines.count ? Int(lines[line - 1]) : bytes.endIndex }

    private func item(_ node: MarkdownNode) -> Container {
        let marker = start(of: node.startLine) + max(0, node.startColumn - 1)
        let (before, _) = match(line: node.startLine)
        var cursor = before
        while cursor.index < min(marker, bytes.endIndex) { step(&cursor) }
        let offset = cursor.column - before.column
        let mark = cursor.column
        while cursor.index < bytes.endIndex, (0x30...0x39).contains(bytes[cursor.index]) { step(&cursor) }
        if cursor.index < bytes.endIndex { step(&cursor) }
        let markWidth = cursor.column - mark
        let (spaces, end) = indentation(at: cursor)
        let isBlank = end >= bytes.endIndex || bytes[end] == 0x0A || bytes[end] == 0x0D
        let padding = isBlank || spaces < 1 || spaces > 4 ? 1 : spaces
        return .item(
            width: offset + markWidth + padding, markWidth: markWidth + padding, firstLine: node.startLine,
            marker: marker)
    }

    private func advance(_ cursor: inout Cursor, past container: Container, on line: Int) -> Bool {
        let (columns, end) = indentation(at: cursor)
        switch container {
        case .quote:
            guard columns < 4, end < bytes.endIndex, bytes[end] == 0x3E else { return false }
            advance(&cursor, columns: columns + 1)
            if cursor.index < bytes.endIndex, bytes[cursor.index] == 0x20 || bytes[cursor.index] == 0x09 {
                advance(&cursor, columns: 1)
            }
            return true
        case .item(_, let markWidth, line, let marker):
            while cursor.index < min(marker, bytes.endIndex) { step(&cursor) }
            advance(&cursor, columns: markWidth)
            return true
        case .item(let width, _, _, _):
            guard columns >= width else { return false }
            advance(&cursor, columns: width)
            return true
        }
    }

    private func advance(_ cursor: inout Cursor, columns: Int) {
        let column = cursor.column + columns
        while cursor.column < column, cursor.index < bytes.endIndex {
            if bytes[cursor.index] == 0x09, cursor.column / 4 * 4 + 4 > column {
                cursor.tabColumns += column - cursor.column
                cursor.column = column
            } else {
                step(&cursor)
            }
        }
    }

    private func step(_ cursor: inout Cursor) {
        cursor.column = bytes[cursor.index] == 0x09 ? cursor.column / 4 * 4 + 4 : cursor.column + 1
        cursor.tabColumns = 0
        cursor.index += 1
    }
}

/// Lines that begin a block after a table although they go on with a paragraph.
enum MarkdownBlockStart {
    /// An item of a list that is empty or does not begin with 1, or a tag alone on its line (CommonMark 5.2, 4.6).
    static func begins(_ line: ArraySlice<UInt8>) -> Bool { isItem(line) || isTag(line) }

    private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        if first == 0x2D || first == 0x2B || first == 0x2A { return line.count == 1 }
        let digits = line.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, digits.count < 10, digits.endIndex < line.endIndex else { return false }
        let mark = line[digits.endIndex]
        guard mark == 0x2E || mark == 0x29 else { return false }
        let behind = digits.endIndex + 1
        return behind == line.endIndex || line[behind] == 0x20 || line[behind] == 0x09
    }

    private static func isTag(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > 2, line.first == 0x3C, line.last == 0x3E else { return false }
        var scan = TagScan(line.dropFirst())
        return scan.isTag && scan.isAtEnd
    }
}

/// An open or closing tag (CommonMark 6.6), behind its `<`.
private struct TagScan {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index == bytes.endIndex }
    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    var isTag: Bool {
        mutating get {
            let isClosing = take(0x2F)
            guard let first = next, isLetter(first) else { return false }
            skip { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
            if !isClosing { while attribute() {} }
            skip(isSpace)
            if !isClosing { _ = take(0x2F) }
            return take(0x3E)
        }
    }

    private mutating func attribute() -> Bool {
        let start = index
        skip(isSpace)
        guard index > start, let first = next, isLetter(first) || first == 0x5F || first == 0x3A else {
            index = start
            return false
        }
        skip { isLetter($0) || (0x30...0x39).contains($0) || [0x5F, 0x3A, 0x2E, 0x2D].contains($0) }
        let end = index
        skip(isSpace)
        guard take(0x3D) else {
            index = end
            return true
        }
        skip(isSpace)
        return value()
    }

    private mutating func value() -> Bool {
        if let quote = next, quote == 0x22 || quote == 0x27 {
            index += 1
            skip { $0 != quote }
            return take(quote)
        }
        let start = index
        skip { !isSpace($0) && ![0x22, 0x27, 0x3D, 0x3C, 0x3E, 0x60].contains($0) }
        return index > start
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while let byte = next, isSkipped(byte) { index += 1 }
    }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
