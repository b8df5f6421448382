import Diagnostics
import Reading

/// The lines of a document that an editor can hide.
struct Folding {
    private(set) var ranges: [LSP.FoldingRange] = []
    private let context: DocumentContext
    private var lines: LineTable { context.lines }

    init(_ context: DocumentContext) {
        self.context = context
        if let block = context.frontMatter { foldFields(block) }
        foldSections()
    }

    private mutating func fold(_ start: Int, _ end: Int, _ kind: String? = nil) {
        var end = end
        while end > start, lines.line(end).isEmpty { end -= 1 }
        if end > start { ranges.append(LSP.FoldingRange(startLine: start, endLine: end, kind: kind)) }
    }

    /// The front matter, and each field with the lines below it.
    private mutating func foldFields(_ block: Range<Int>) {
        let last = lines.lineNumber(at: max(block.lowerBound, block.upperBound - 1))
        let isClosed = last + 1 < lines.lineCount && context.isFence(last + 1)
        fold(0, isClosed ? last + 1 : last, "region")
        var start: Int?
        for number in 1..<max(2, last + 2) where number > last || beginsField(number) {
            if let start { fold(start, number - 1) }
            start = number
        }
    }

    private func beginsField(_ number: Int) -> Bool {
        let line = lines.line(number)
        return !line.isEmpty && !" -#\t".utf8.contains(context.file.bytes[line.lowerBound])
    }

    private mutating func foldSections() {
        let headings = Markdown.prose(context.document.document.body, in: context.file).value.headings
        for (number, heading) in headings.enumerated() {
            let next = headings[(number + 1)...].first { $0.level <= heading.level }
            let end = next.map { lines.lineNumber(at: Int($0.range.start)) - 1 } ?? lines.lineCount - 1
            fold(lines.lineNumber(at: Int(heading.range.start)), end)
        }
    }
}
