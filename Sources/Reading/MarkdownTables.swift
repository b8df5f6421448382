import Diagnostics

/// The pipe tables of a text, which libcmark reads as paragraphs (GitHub Flavored Markdown, "Tables").
///
/// The cells become a second text, one paragraph each, which is parsed again, so that links, code and emphasis in them
/// follow CommonMark. Linear: each byte is copied at most once, and the original text once more if it may define
/// references.
struct MarkdownTables {
    /// Most columns of a table. Short rows are filled with empty cells, so the number needs a limit.
    static let mostColumns = 128

    struct Table {
        let paragraph: MarkdownNode
        /// Whether a paragraph is directly above the table; it is stored as the cell before the first.
        let hasLead: Bool
        let columns: [Prose.Alignment]
        /// The number of written cells in each row, the header first; at most the number of columns.
        let rows: [Int]
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

    init(in root: MarkdownNode, _ source: MarkdownSource, _ scan: MarkdownScan) {
        self.source = source
        var walk = MarkdownWalk(root)
        while let (node, isEntering) = walk.next() {
            guard isEntering, node.kind == .paragraph else { continue }
            if node.endLine > node.startLine { table(node, scan) }
            walk.skip(past: node)
        }
        if !tables.isEmpty, scan.mayHaveDefinitions {
            text += source.bytes
            for index in source.bytes.indices { places.append(source.range(index, index + 1).start) }
        }
    }

    // MARK: Finding

    private mutating func table(_ node: MarkdownNode, _ scan: MarkdownScan) {
        let lines = self.lines(of: node, scan)
        guard let rule = lines.indices.dropFirst().first(where: { isRule(lines[$0]) }) else { return }
        let columns = cells(of: lines[rule]).map(alignment)
        let header = cells(of: lines[rule - 1])
        guard header.count == columns.count else { return }
        guard columns.count <= MarkdownTables.mostColumns else {
            return report(lines[rule], "a table has at most \(MarkdownTables.mostColumns) columns")
        }
        var lead = Array(lines[..<(rule - 1)])
        while let first = lead.first, isDefinition(first) { lead.removeFirst() }
        if !lead.isEmpty { append(lead) }
        var rows = [header.count]
        for cell in header { append([cell]) }
        for line in lines[(rule + 1)...] {
            let row = cells(of: line)
            if row.count > columns.count {
                report(
                    row[columns.count],
                    "this row has \(row.count) cells, and its table \(columns.count) columns",
                    hint: "write '\\|' for a '|' within a cell")
            }
            rows.append(min(row.count, columns.count))
            for cell in row.prefix(columns.count) { append([cell]) }
        }
        tables.append(Table(paragraph: node, hasLead: !lead.isEmpty, columns: columns, rows: rows))
    }

    /// The content of each line of a paragraph, without container marks and white space.
    private func lines(of node: MarkdownNode, _ scan: MarkdownScan) -> [Range<Int>] {
        var quotes = 0
        var parent = node.parent
        while let current = parent {
            if current.kind == .quote { quotes += 1 }
            parent = current.parent
        }
        var result: [Range<Int>] = []
        for line in node.startLine...node.endLine where line >= 1 && line <= scan.lines.count {
            var start = Int(scan.lines[line - 1])
            var end = line < scan.lines.count ? Int(scan.lines[line]) : source.bytes.endIndex
            if line == node.startLine {
                start = min(end, start + max(0, node.startColumn - 1))
            } else {
                var left = quotes
                while start < end, isBlank(start) || (source.bytes[start] == 0x3E && left > 0) {
                    if source.bytes[start] == 0x3E { left -= 1 }
                    start += 1
                }
            }
            while end > start, isBlank(end - 1) { end -= 1 }
            result.append(start..<end)
        }
        return result
    }

    private func isBlank(_ index: Int) -> Bool {
        let byte = source.bytes[index]
        return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func isRule(_ line: Range<Int>) -> Bool {
        guard source.bytes[line].contains(0x7C) else { return false }
        return cells(of: line).allSatisfy { cell in
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

    /// The cells of a row, trimmed; a `|` after a backslash is not a separator.
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
        if start < line.upperBound || result.isEmpty { result.append(trimmed(start..<line.upperBound)) }
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
    private mutating func append(_ lines: [Range<Int>]) {
        let start = source.range(lines.first?.lowerBound ?? 0, lines.first?.lowerBound ?? 0).start
        append([0xC2, 0xA0], at: start)
        for (number, line) in lines.enumerated() {
            // After four spaces, a line of a paragraph cannot start another block.
            if number > 0 { append([0x0A, 0x20, 0x20, 0x20, 0x20], at: start) }
            var index = line.lowerBound
            while index < line.upperBound {
                if lines.count == 1, source.bytes[index] == 0x5C, index + 1 < line.upperBound,
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
