import Building
import Diagnostics
import Editing
import Model
import Reading

extension EntryKind {
    /// The symbol that an editor shows for an entry of the kind.
    var symbol: LSP.SymbolKind {
        switch self {
        case .event: .module
        case .page: .text
        case .source, .term: .key
        default: isAct ? .event : .object
        }
    }
}

/// The entries of a document, and the headings of its text.
struct Outline {
    private let context: DocumentContext

    init(_ context: DocumentContext) { self.context = context }

    var symbols: [LSP.DocumentSymbol] {
        let all = TextRange(context.file.byteOrderMarkLength, context.file.bytes.count)
        let first = TextRange(at: Int(all.start))
        var children = context.document.entries.filter(\.isItem).map(item)
        children += headings
        guard let own = context.ownEntry else {
            let title = context.document.document.frontMatter.value(of: "title")?.text?.value ?? context.document.path
            return [symbol(title, "site", .namespace, all, first, children)]
        }
        let detail = "\(own.list?.word ?? own.kind.word) \(own.id)"
        return [symbol(own.title ?? own.id, detail, own.kind.symbol, all, first, children)]
    }

    private func symbol(
        _ name: String, _ detail: String, _ kind: LSP.SymbolKind, _ range: TextRange, _ selection: TextRange,
        _ children: [LSP.DocumentSymbol] = []
    ) -> LSP.DocumentSymbol {
        LSP.DocumentSymbol(
            name: name.isEmpty ? "-" : name, detail: detail, kind: kind, range: context.lines.range(range),
            selectionRange: context.lines.range(selection), children: children)
    }

    private func item(_ entry: DeclaredEntry) -> LSP.DocumentSymbol {
        let id = entry.idRange ?? TextRange(at: 0)
        let range = context.names.fields(of: entry)?.range.joined(with: id) ?? id
        return symbol(
            entry.title ?? entry.id, "\(entry.list?.word ?? entry.kind.word) \(entry.id)", entry.kind.symbol, range, id)
    }

    /// Headings with those below them.
    private var headings: [LSP.DocumentSymbol] {
        let body = context.document.document.body
        var rest = Markdown.prose(body, in: context.file).value.headings[...]
        return sections(&rest, above: 0, end: Int(body.end))
    }

    private func sections(_ rest: inout ArraySlice<Prose.Heading>, above level: Int, end: Int) -> [LSP.DocumentSymbol] {
        var found: [LSP.DocumentSymbol] = []
        while let heading = rest.first, heading.level > level {
            rest.removeFirst()
            let start = Int(heading.range.start)
            let next = rest.first { $0.level <= heading.level }.map { Int($0.range.start) } ?? end
            let children = sections(&rest, above: heading.level, end: next)
            found.append(
                symbol(
                    heading.text, "", .text, TextRange(start, max(next, Int(heading.range.end))), heading.range,
                    children))
        }
        return found
    }
}
