import Diagnostics

/// Builds prose from libcmark's tree.
///
/// This file has the walk and its state; the extensions have the kinds of nodes.
struct ProseBuilder: ~Copyable {
    /// The most problems that are reported for one text.
    static let mostProblems = 1000

    var places: MarkdownPlaces
    let options: MarkdownOptions
    let scan: MarkdownScan
    /// One paragraph without an element of its own: a field.
    let isInline: Bool
    var diagnostics: [Diagnostic] = []

    private(set) var nodes: [Prose.Node] = []
    var text: [UInt8] = []
    var targets: [Prose.Target] = []
    var headings: [Prose.Heading] = []
    var ids: [String: Int] = [:]
    /// The indexes of the nodes that are not closed yet.
    private var open: [Int] = []
    /// Whether more text can be appended to the last node.
    private var canGrow = false

    // Inlines that are open.
    var pictures = 0
    var alternative: [UInt8] = []
    var openPicture: OpenPicture?
    var openLink: OpenLink?
    /// Whether the next text begins with the no-break space that begins every cell.
    var dropsNoBreakSpace = false

    var tables: MarkdownTables?
    var nextTable = 0
    var nextCell: MarkdownNode?
    var cellSource: MarkdownSource?
    /// The start of the next cell in the second text.
    var cellOffset = 0
    var blocks = 0

    /// Whether the text may have character references.
    let hasReferences: Bool
    /// The end of the last one that was reported, within its block.
    var referenceEnd = 0
    /// Characters that no reference in the rest of the block makes.
    var unreferenced: Set<UInt32> = []

    /// The text of the block, without code and links, to look for markup that was not read as such.
    var plain: [UInt8] = []
    /// Whether the block begins a list item.
    var beginsItem = false
    /// Where the search for the next one begins in the source.
    var markupPlace = 0
    var mentions: [ProseMention] = []

    init(_ source: MarkdownSource, _ options: MarkdownOptions, _ scan: MarkdownScan, isInline: Bool) {
        places = MarkdownPlaces(source, scan)
        self.options = options
        self.scan = scan
        self.isInline = isInline
        hasReferences = source.bytes.contains(0x26)
        text.reserveCapacity(source.bytes.count)
        nodes.reserveCapacity(isInline ? 4 : 16)
    }

    /// The tables of the text, with the paragraphs of their cells.
    mutating func use(_ tables: MarkdownTables, cells: MarkdownNode, in source: MarkdownSource) {
        diagnostics += tables.diagnostics
        self.tables = tables
        nextCell = cells.firstChild
        cellSource = source
    }

    mutating func build(_ root: MarkdownNode) {
        var walk = MarkdownWalk(root)
        while let (node, isEntering) = walk.next() {
            let kind = node.kind
            if kind.isInline {
                if let last = inline(node, kind, isEntering) { walk.skip(past: last) }
            } else if isEntering {
                if isInline, kind != .document, !admits(node, kind) { break }
                if !enter(node, kind) { walk.skip(past: node) }
            } else {
                leave(kind)
            }
        }
        if !scan.footnotes.isEmpty { reportUnseenFootnotes(root) }
    }

    consuming func finish() -> Outcome<Prose> {
        Outcome(
            Prose(nodes: nodes, text: text, targets: targets, headings: headings, mentions: mentions),
            diagnostics)
    }

    // MARK: Nodes

    /// Adds a node; the next nodes are its descendants until it is closed.
    mutating func open(_ content: Prose.Content) {
        open.append(nodes.count)
        nodes.append(Prose.Node(content, end: 0))
        canGrow = false
    }

    mutating func close() {
        guard let last = open.popLast() else { return }
        nodes[last].end = nodes.count
        canGrow = false
    }

    /// Adds a leaf.
    mutating func add(_ content: Prose.Content) {
        nodes.append(Prose.Node(content, end: nodes.count + 1))
        canGrow = false
    }

    /// Adds the bytes of the store from an offset on as text: to the last text if nothing is between.
    mutating func addText(from start: Int) {
        guard start < text.count else { return }
        if canGrow, case .text(let range)? = nodes.last?.content, Int(range.upperBound) == start {
            nodes[nodes.count - 1] = Prose.Node(.text(range.lowerBound..<UInt32(text.count)), end: nodes.count)
            return
        }
        add(.text(stretch(from: start)))
        canGrow = true
    }

    /// Adds a node with a target of its own.
    mutating func add(_ target: Prose.Target, _ content: (UInt32) -> Prose.Content) {
        add(content(UInt32(targets.count)))
        targets.append(target)
    }

    /// The bytes that were appended to the store since an offset.
    func stretch(from start: Int) -> Range<UInt32> { UInt32(start)..<UInt32(text.count) }

    // MARK: Problems

    mutating func report(
        _ code: DiagnosticCode, _ message: String, _ start: Int, _ end: Int, hint: String? = nil, fixIt: FixIt? = nil
    ) {
        report(code, message, places.source.range(start, end), hint: hint, fixIt: fixIt)
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, _ range: TextRange, hint: String? = nil, fixIt: FixIt? = nil
    ) {
        guard diagnostics.count < ProseBuilder.mostProblems else { return }
        diagnostics.append(
            Diagnostic(code, message, at: TextLocation(places.source.file, range), hint: hint, fixIt: fixIt))
    }
}
