import Diagnostics

/// Writes a parsed text as prose: HTML where all is known, pieces where only the site knows.
///
/// Blocks are written here; inlines in `ProseWriter+Inlines`, links in `ProseWriter+Links`, citations in
/// `ProseWriter+Citations`.
struct ProseWriter: ~Copyable {
    /// Most problems of one text that are kept: who has mended a thousand sees the rest.
    static let mostProblems = 1000

    var source: MarkdownSource
    let options: MarkdownOptions
    let scan: MarkdownScan
    /// One paragraph without `<p>`: a field.
    let isInline: Bool
    var html: HTMLBuffer
    var pieces: [Prose.Piece] = []
    var diagnostics: [Diagnostic] = []
    private var headings: [Prose.Heading] = []
    private var ids: Set<String> = []
    private var rawRanges: [Range<Int>] = []
    private var unfinished = 0

    // Where in `source` the current block's text stands, and how far the search for its links has come.
    var cursor = 0
    var blockEnd = 0
    /// What all searches together may still read: one that fails reads to the end of its block.
    var searchBudget: Int
    /// Where the destination that was found last ends: the search goes on there once its link is closed.
    var searchEnd = 0

    // Inlines that are open.
    var pictures = 0
    var alternative: [UInt8] = []
    var openPicture: (destination: Destination, title: String, range: TextRange)?
    var openLink: OpenLink?
    /// Whether the next text begins with the no-break space that begins every cell.
    var dropsNoBreakSpace = false

    private var tables: MarkdownTables?
    private var nextTable = 0
    private var nextCell: MarkdownNode?
    private var cellSource: MarkdownSource?
    private var blocks = 0

    init(_ source: MarkdownSource, _ options: MarkdownOptions, _ scan: MarkdownScan, isInline: Bool) {
        self.source = source
        self.options = options
        self.scan = scan
        self.isInline = isInline
        html = HTMLBuffer(capacity: source.bytes.count + source.bytes.count / 4 + 128)
        searchBudget = 4 * source.bytes.count + 4096
        pieces.reserveCapacity(8)
    }

    /// The tables of the text, with the paragraphs that their cells have become.
    mutating func use(_ tables: MarkdownTables, cells: MarkdownNode, in source: MarkdownSource) {
        diagnostics += tables.diagnostics
        self.tables = tables
        nextCell = cells.firstChild
        cellSource = source
    }

    mutating func write(_ root: MarkdownNode) {
        var walk = MarkdownWalk(root)
        while let (node, isEntering) = walk.next() {
            let kind = node.kind
            if kind.isInline {
                if let last = inline(node, kind, isEntering) { walk.skip(past: last) }
            } else if isEntering {
                if isInline, kind != .document, !admits(node, kind) { break }
                if !enter(node, kind) { walk.skip(past: node) }
            } else {
                leave(node, kind)
            }
        }
        if !scan.footnotes.isEmpty { reportUnseenFootnotes(root) }
    }

    consuming func finish() -> Outcome<Prose> {
        flush()
        return Outcome(
            Prose(html: html.bytes, pieces: pieces, headings: headings, rawRanges: rawRanges), diagnostics)
    }

    // MARK: Blocks

    /// Writes the start of a block; false where nothing inside it is to be visited.
    private mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        switch kind {
        case .paragraph:
            if let tables, nextTable < tables.tables.count, tables.tables[nextTable].paragraph == node {
                table(tables.tables[nextTable])
                nextTable += 1
                return false
            }
            startText(of: node)
            if !isInline, !isInTightList(node) {
                html.endLine()
                html.write("<p>")
            }
        case .heading:
            startText(of: node)
            openHeading(node)
        case .list:
            html.endLine()
            if node.isOrdered {
                if node.listStart == 1 {
                    html.write("<ol>\n")
                } else {
                    html.write("<ol start=\"")
                    html.write(String(node.listStart))
                    html.write("\">\n")
                }
            } else {
                html.write("<ul>\n")
            }
        case .item:
            html.endLine()
            html.write("<li>")
        case .quote:
            html.endLine()
            html.write("<blockquote>\n")
        case .codeBlock: codeBlock(node)
        case .rawBlock: rawBlock(node)
        case .thematicBreak:
            html.endLine()
            html.write("<hr>\n")
        default: break
        }
        return true
    }

    private mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        switch kind {
        case .paragraph:
            if !isInline, !isInTightList(node) { html.write("</p>\n") }
        case .heading: closeHeading(node)
        case .list: html.write(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: html.write("</li>\n")
        case .quote:
            html.endLine()
            html.write("</blockquote>\n")
        default: break
        }
    }

    /// In a field, exactly one paragraph; what is more is reported once.
    private mutating func admits(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        blocks += 1
        if kind == .paragraph, blocks == 1 { return true }
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        let what = kind == .paragraph ? "a second paragraph" : "more than plain sentences"
        report(
            .moreThanOneParagraph, "this field takes one paragraph, and this begins \(what)", start, start + 1,
            hint: kind == .paragraph ? "write it as one paragraph" : "put a backslash before the mark if it is text")
        return false
    }

    private func isInTightList(_ node: MarkdownNode) -> Bool {
        guard let item = node.parent, item.kind == .item else { return false }
        return item.parent?.isTightList ?? false
    }

    private mutating func codeBlock(_ node: MarkdownNode) {
        html.endLine()
        html.write("<pre><code")
        let info = node.fenceInfo
        let word = UnsafeBufferPointer(rebasing: info[..<(info.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? info.count)])
        // A class is written only for a plain name: part of another ("c#") would name another language.
        if !word.isEmpty, word.allSatisfy(isLanguageByte) {
            html.write(" class=\"language-")
            html.write(word)
            html.write("\"")
        }
        html.write(">")
        html.writeEscaped(node.literal)
        html.write("</code></pre>\n")
    }

    private mutating func rawBlock(_ node: MarkdownNode) {
        html.endLine()
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        raw(node.literal, at: start)
        html.endLine()
    }

    /// Raw HTML: passed on where the site allows it, else left out with a warning; comments are left out quietly.
    mutating func raw(_ literal: UnsafeBufferPointer<UInt8>, at place: Int) {
        if options.allowsRawHTML {
            let start = html.count
            html.write(literal)
            rawRanges.append(start..<html.count)
            return
        }
        guard !isComment(literal) else { return }
        // A block's literal begins with its indentation, its place behind it.
        let line = literal.drop { $0 == 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        report(
            .rawHTML, "raw HTML '\(String(decoding: line.prefix(40), as: UTF8.self))' is left out", place,
            place + line.count, hint: "use Markdown, or '\\<' for a bare '<'; 'raw_html: true' in site.md allows HTML")
    }

    /// Whether raw HTML is comments alone.
    private func isComment(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while true {
            while index < literal.count, literal[index] <= 0x20 { index += 1 }
            guard index < literal.count else { return true }
            guard literal[index...].starts(with: "<!--".utf8) else { return false }
            index += 4
            while index + 2 < literal.count, !literal[index...].starts(with: "-->".utf8) { index += 1 }
            guard index + 2 < literal.count else { return false }
            index += 3
        }
    }

    // MARK: Headings

    private mutating func openHeading(_ node: MarkdownNode) {
        let level = node.headingLevel
        let text = headingText(node)
        let id = HeadingID.unused(for: text, among: &ids)
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        headings.append(
            Prose.Heading(level: level, id: id, text: text, range: source.range(start, max(start, blockEnd))))
        html.endLine()
        html.write("<h")
        html.write(String(max(2, level)))
        html.write(" id=\"")
        html.writeEscaped(id)
        html.write("\">")
    }

    private mutating func closeHeading(_ node: MarkdownNode) {
        html.write("</h")
        html.write(String(max(2, node.headingLevel)))
        html.write(">\n")
    }

    /// A heading's text without markup and citations.
    private func headingText(_ heading: MarkdownNode) -> String {
        var text: [UInt8] = []
        var walk = MarkdownWalk(heading)
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            switch node.kind {
            case .text, .code: text += node.literal
            case .softBreak, .lineBreak: text.append(0x20)
            default: break
            }
        }
        text = withoutCitations(text)
        while text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Tables

    private mutating func table(_ table: MarkdownTables.Table) {
        html.endLine()
        if table.hasLead {
            html.write("<p>")
            cell()
            html.write("</p>\n")
        }
        html.write("<div class=\"table\">\n<table>\n<thead>\n")
        for (number, count) in table.rows.enumerated() {
            html.write("<tr>\n")
            for (column, alignment) in table.columns.enumerated() {
                html.write(number == 0 ? "<th scope=\"col\"" : "<td")
                switch alignment {
                case .none: html.write(">")
                case .left: html.write(" class=\"align-left\">")
                case .center: html.write(" class=\"align-center\">")
                case .right: html.write(" class=\"align-right\">")
                }
                if column < count { cell() }
                html.write(number == 0 ? "</th>\n" : "</td>\n")
            }
            html.write("</tr>\n")
            if number == 0 { html.write(table.rows.count > 1 ? "</thead>\n<tbody>\n" : "</thead>\n") }
        }
        html.write(table.rows.count > 1 ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }

    /// Writes the next cell's inlines.
    private mutating func cell() {
        guard let node = nextCell, let cells = cellSource else { return }
        nextCell = node.next
        let text = (source, cursor, blockEnd)
        source = cells
        // Each cell is one line of the second text, or the few lines above a table.
        cursor = cellOffset
        blockEnd = cellOffset
        while blockEnd < cells.bytes.count, cells.bytes[blockEnd] != 0x0A || cells.bytes[blockEnd + 1] != 0x0A {
            blockEnd += 1
        }
        cellOffset = blockEnd + 2
        dropsNoBreakSpace = true
        var walk = MarkdownWalk(node)
        while let (child, isEntering) = walk.next() {
            guard child.kind.isInline else { continue }
            if let last = inline(child, child.kind, isEntering) { walk.skip(past: last) }
        }
        dropsNoBreakSpace = false
        (source, cursor, blockEnd) = text
    }

    /// Where the next cell begins in the second text.
    private var cellOffset = 0

    // MARK: Pieces and places

    /// Closes the current stretch of HTML.
    mutating func flush() {
        if html.count > unfinished { pieces.append(.html(unfinished..<html.count)) }
        unfinished = html.count
    }

    mutating func append(_ piece: Prose.Piece) {
        flush()
        pieces.append(piece)
    }

    func offset(ofLine line: Int) -> Int {
        guard line >= 1 else { return 0 }
        return line <= scan.lines.count ? Int(scan.lines[line - 1]) : source.bytes.count
    }

    private mutating func startText(of node: MarkdownNode) {
        cursor = offset(ofLine: node.startLine)
        blockEnd = offset(ofLine: node.endLine + 1)
        while blockEnd > cursor, source.bytes[blockEnd - 1] == 0x0A || source.bytes[blockEnd - 1] == 0x0D {
            blockEnd -= 1
        }
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, _ start: Int, _ end: Int, hint: String? = nil, fixIt: FixIt? = nil
    ) {
        report(code, message, source.range(start, end), hint: hint, fixIt: fixIt)
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, _ range: TextRange, hint: String? = nil, fixIt: FixIt? = nil
    ) {
        guard diagnostics.count < ProseWriter.mostProblems else { return }
        diagnostics.append(
            Diagnostic(code, message, at: TextLocation(source.file, range), hint: hint, fixIt: fixIt))
    }
}

private func isLanguageByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2B, 0x2D: true
    default: false
    }
}

/// A text with every `[@…]` left out.
private func withoutCitations(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x40) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
        if text[index] == 0x5B, index + 1 < text.count, text[index + 1] == 0x40,
            let end = text[index...].prefix(1000).firstIndex(of: 0x5D)
        {
            index = end + 1
        } else {
            result.append(text[index])
            index += 1
        }
    }
    return result
}
