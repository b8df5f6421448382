import Diagnostics

/// The pipe tables of a text, which libcmark reads as paragraphs (GitHub Flavored Markdown, "Tables").
///
/// The cells become a second text, one paragraph each, which is parsed again, so that links, code and emphasis in them
/// follow CommonMark. Linear: each byte is copied at most once, and the original text once more if it may define
/// references.
///
/// Some lines go on with a paragraph and end a table: lines outside its quote or item, indented code, items of a list
/// that begin with another number than 1. libcmark reads them as the paragraph's, so the text is parsed again with an
/// empty comment before each (`divided`).
struct MarkdownTables {
    /// Most columns of a table. Short rows are filled with empty cells, so the number needs a limit.
    static let mostColumns = 128
    /// Most empty cells of a text's short rows: this many, and one for each byte of the text.
    static let mostEmptyCells = 4096
    /// The comment, which interrupts a paragraph and leaves a list as tight as it is.
    static let divider: [UInt8] = Array("<!---->\n".utf8)

    struct Table {
        let paragraph: MarkdownNode
        /// Whether a paragraph is directly above the table; it is stored as the cell before the first.
        let hasLead: Bool
        let columns: [Prose.Alignment]
        /// The header first.
        let rows: [Row]
    }

    struct Row {
        /// At most the number of columns.
        let written: Int
        /// The number of columns, or what is written if there are too many empty cells.
        let shown: Int
    }

    /// A line of a paragraph.
    private struct Line {
        /// Without container marks and white space.
        let content: Range<Int>
        /// With the white space behind it, which may be a hard break.
        let written: Range<Int>
        /// The marks of its containers, for another line in the same containers.
        let prefix: [UInt8]
        let indentation: Int
        /// Whether it goes on with a paragraph of a quote or item without its mark or indentation.
        let isLazy: Bool
    }

    /// In the order of the text.
    private(set) var tables: [Table] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The second text: for each cell, a no-break space and the cell's content, with empty lines between.
    ///
    /// Because of the no-break space, libcmark finds no lists, headings or definitions in a cell. For the rules of
    /// emphasis it counts as white space.
    private(set) var text: [UInt8] = []
    /// The offset in the file of each byte of `text`.
    private(set) var places: [UInt32] = []
    private let source: MarkdownSource
    private var emptyCellsLeft: Int
    /// What must stand before some lines, so that libcmark divides the text as the tables do.
    private var insertions: [(place: Int, bytes: [UInt8])] = []
    /// Whether one of them begins raw HTML, which takes the lines behind it: what they are shows when it is parsed.
    private var beginsHTML = false

    init(in root: MarkdownNode, _ source: MarkdownSource, _ scan: MarkdownScan) {
        self.source = source
        emptyCellsLeft = MarkdownTables.mostEmptyCells + source.bytes.count
        var walk = MarkdownWalk(root)
        while let (node, isEntering) = walk.next() {
            guard isEntering, node.kind == .paragraph || node.kind == .heading else { continue }
            if node.endLine > node.startLine, !beginsHTML { table(node, scan) }
            walk.skip(past: node)
        }
        if !tables.isEmpty, scan.mayHaveDefinitions {
            text += source.bytes
            for index in source.bytes.indices { places.append(source.range(index, index + 1).start) }
        }
    }

    /// The text in which libcmark finds no more lines in a table's paragraph than the table has; nil if it is this one.
    var divided: MarkdownSource? { insertions.isEmpty ? nil : source.inserting(insertions) }

    // MARK: Finding

    private mutating func table(_ node: MarkdownNode, _ scan: MarkdownScan) {
        var lines = self.lines(of: node, scan)
        // libcmark 0.30.2 may count the line behind a heading too.
        let last = node.kind == .heading ? lines.indices.dropFirst().first { isUnderline(lines[$0]) } : nil
        let underline = last.map { lines[$0] }
        if let last { lines.removeSubrange(last...) }
        guard let rule = self.rule(in: lines) else { return }
        if let end = lines[(rule + 1)...].firstIndex(where: endsTable) {
            let line = lines[end]
            insertions.append((Int(scan.lines[node.startLine - 1 + end]), line.prefix + MarkdownTables.divider))
            beginsHTML = source.bytes[line.content].first == 0x3C
            lines.removeSubrange(end...)
        } else if let underline {
            divide(before: underline, at: Int(scan.lines[node.startLine - 1 + lines.count]))
        }
        if node.kind == .heading { return }
        add(lines, rule: rule, of: node)
    }

    /// The line below the header: as many cells as the header, of dashes and colons.
    private func rule(in lines: [Line]) -> Int? {
        lines.indices.dropFirst().first { index in
            let line = lines[index]
            guard !line.isLazy, line.indentation < 4, isRule(line.content) else { return false }
            return cells(of: lines[index - 1].content).count == cells(of: line.content).count
        }
    }

    /// Whether a line below a table cannot be its row.
    private func endsTable(_ line: Line) -> Bool {
        line.isLazy || line.indentation >= 4 || cells(of: line.content).isEmpty
            || MarkdownBlockStart.begins(source.bytes[line.content])
    }

    /// Whether a line makes a heading of the paragraph above it.
    private func isUnderline(_ line: Line) -> Bool {
        guard !line.isLazy, line.indentation < 4, let mark = source.bytes[line.content].first else { return false }
        return (mark == 0x2D || mark == 0x3D) && source.bytes[line.content].allSatisfy { $0 == mark }
    }

    /// Below a table, `---` is a thematic break and `===` a row, not what makes a heading of it.
    private mutating func divide(before underline: Line, at start: Int) {
        let content = source.bytes[underline.content]
        if content.first == 0x2D, content.count != 2 {
            insertions.append((start, underline.prefix + MarkdownTables.divider))
        } else {
            insertions.append((underline.content.lowerBound, [0x5C]))
        }
    }

    private mutating func add(_ lines: [Line], rule: Int, of node: MarkdownNode) {
        let columns = cells(of: lines[rule].content).map(alignment)
        guard columns.count <= MarkdownTables.mostColumns else {
            return report(lines[rule].content, "a table has at most \(MarkdownTables.mostColumns) columns")
        }
        var lead = lines[..<(rule - 1)].map(\.written)
        while let first = lead.first, isDefinition(first) { lead.removeFirst() }
        if !lead.isEmpty { append(lead, isCell: false) }
        var rows = [Row(written: columns.count, shown: columns.count)]
        for cell in cells(of: lines[rule - 1].content) { append([cell], isCell: true) }
        for line in lines[(rule + 1)...] {
            let row = cells(of: line.content)
            if row.count > columns.count {
                report(
                    row[columns.count],
                    "this row has \(row.count) cells, and its table \(columns.count) columns",
                    hint: "write '\\|' for a '|' within a cell")
            }
            rows.append(filled(row.count, columns.count, line.content))
            for cell in row.prefix(columns.count) { append([cell], isCell: true) }
        }
        tables.append(Table(paragraph: node, hasLead: !lead.isEmpty, columns: columns, rows: rows))
    }

    private mutating func filled(_ written: Int, _ columns: Int, _ line: Range<Int>) -> Row {
        let missing = max(0, columns - written)
        if missing > 0, emptyCellsLeft >= 0 {
            emptyCellsLeft -= missing
            if emptyCellsLeft < 0 {
                let most = MarkdownTables.mostEmptyCells + source.bytes.count
                report(
                    line, "the rows of this text lack more than \(most) cells",
                    hint:
                        "a text of this length can have at most \(most) empty cells that are not written; write fewer columns"
                )
            }
        }
        return Row(written: min(written, columns), shown: emptyCellsLeft < 0 ? min(written, columns) : columns)
    }

    /// The lines of a paragraph, or of a heading with its underline.
    private func lines(of node: MarkdownNode, _ scan: MarkdownScan) -> [Line] {
        let containers = MarkdownContainers(of: node, in: source.bytes, lines: scan.lines)
        var result: [Line] = []
        for line in node.startLine...node.endLine where line >= 1 && line <= scan.lines.count {
            var end = line < scan.lines.count ? Int(scan.lines[line]) : source.bytes.endIndex
            let (cursor, isComplete) = containers.match(line: line)
            let (indentation, first) = containers.indentation(at: cursor)
            while end > first, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
            let written = first..<max(first, end)
            result.append(
                Line(
                    content: trimmed(written), written: written, prefix: containers.prefix(upTo: cursor, on: line),
                    indentation: indentation, isLazy: !isComplete))
        }
        return result
    }

    private func isBlank(_ index: Int) -> Bool {
        let byte = source.bytes[index]
        return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func isRule(_ line: Range<Int>) -> Bool {
        guard let first = source.bytes[line].first, first == 0x7C || first == 0x3A || first == 0x2D else {
            return false
        }
        let cells = cells(of: line)
        return !cells.isEmpty
            && cells.allSatisfy { cell in
                var dashes = cell
                if !dashes.isEmpty, source.bytes[dashes.lowerBound] == 0x3A { dashes = dashes.dropFirst() }
                if !dashes.isEmpty, source.bytes[dashes.upperBound - 1] == 0x3A { dashes = dashes.dropLast() }
                return !dashes.isEmpty && source.bytes[dashes].allSatisfy { $0 == 0x2D }
            }
    }

    private func isDefinition(_ line: Range<Int>) -> Bool {
        guard let first = source.bytes[line].first, first == 0x5B else { return false }
        let end = source.bytes[line].firstIndex(of: 0x5D) ?? line.upperBound
        return end + 1 < line.upperBound && source.bytes[end + 1] == 0x3A
    }

    private func alignment(_ cell: Range<Int>) -> Prose.Alignment {
        switch (source.bytes[cell].first == 0x3A, source.bytes[cell].last == 0x3A) {
        case (true, true): .center
        case (true, false): .left
        case (false, true): .right
        case (false, false): .none
        }
    }

    /// The cells of a row, trimmed; a `|` after a backslash is not a separator. A lone `|` has none.
    private func cells(of line: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.lowerBound
        if start < line.upperBound, source.bytes[start] == 0x7C { start += 1 }
        var index = start
        while index < line.upperBound {
            let byte = source.bytes[index]
            if byte == 0x5C, index + 1 < line.upperBound, source.bytes[index + 1] == 0x7C {
                index += 2
                continue
            }
            if byte == 0x7C {
                result.append(trimmed(start..<index))
                start = index + 1
            }
            index += 1
        }
        if start < line.upperBound { result.append(trimmed(start..<line.upperBound)) }
        return result
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(start) { start += 1 }
        while end > start, isBlank(end - 1) { end -= 1 }
        return start..<end
    }

    // MARK: The second text

    /// Appends a paragraph: one cell, or the lines above a table.
    private mutating func append(_ lines: [Range<Int>], isCell: Bool) {
        let start = source.range(lines.first?.lowerBound ?? 0, lines.first?.lowerBound ?? 0).start
        append([0xC2, 0xA0], at: start)
        for (number, line) in lines.enumerated() {
            // After four spaces, a line of a paragraph cannot start another block.
            if number > 0 { append([0x0A, 0x20, 0x20, 0x20, 0x20], at: start) }
            var index = line.lowerBound
            while index < line.upperBound {
                if isCell, source.bytes[index] == 0x5C, index + 1 < line.upperBound,
                    source.bytes[index + 1] == 0x7C
                {
                    index += 1
                }
                text.append(source.bytes[index])
                places.append(source.range(index, index + 1).start)
                index += 1
            }
        }
        append([0x0A, 0x0A], at: source.range(lines.last?.upperBound ?? 0, lines.last?.upperBound ?? 0).start)
    }

    private mutating func append(_ bytes: [UInt8], at place: UInt32) {
        text += bytes
        places += Array(repeating: place, count: bytes.count)
    }

    private mutating func report(_ place: Range<Int>, _ message: String, hint: String? = nil) {
        diagnostics.append(
            Diagnostic(
                .tableShape, message,
                at: TextLocation(source.file, source.range(place.lowerBound, place.upperBound)), hint: hint))
    }
}
