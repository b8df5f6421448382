import Diagnostics

/// Writes a parsed text as prose: HTML where all is known, pieces where only the site knows.
///
/// Its state and the walk stand here; what each kind of node becomes, in the extensions beside.
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
    var headings: [Prose.Heading] = []
    var ids: Set<String> = []
    var rawRanges: [Range<Int>] = []
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

    var tables: MarkdownTables?
    var nextTable = 0
    var nextCell: MarkdownNode?
    var cellSource: MarkdownSource?
    /// Where the next cell begins in the second text.
    var cellOffset = 0
    var blocks = 0

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

    // MARK: Pieces and places

    /// Closes the current stretch of HTML.
    mutating func flush() {
        if html.count > unfinished { pieces.append(.html(unfinished..<html.count)) }
        unfinished = html.count
    }

    mutating func append(_ piece: consuming Prose.Piece) {
        flush()
        pieces.append(piece)
    }

    func offset(ofLine line: Int) -> Int {
        guard line >= 1 else { return 0 }
        return line <= scan.lines.count ? Int(scan.lines[line - 1]) : source.bytes.count
    }

    mutating func startText(of node: MarkdownNode) {
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
