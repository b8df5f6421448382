import Building
import Diagnostics
import Editing
import Model
import Reading

// MARK: - Definitions and references

extension LanguageServer {
    /// Where the entry that is named at a place is declared, or the file that a link leads to.
    mutating func definition(_ parameters: LSP.DocumentPosition) -> (any Encodable)? {
        guard let (context, offset) = context(parameters), var converter = converter(for: context) else { return nil }
        if let entry = context.entry(at: offset) { return converter.location(context.declaration(of: entry)) }
        guard let link = context.link(at: offset), let document = context.document(of: link) else { return nil }
        return converter.location(TextLocation(document.file, TextRange(at: document.file.byteOrderMarkLength)))
    }

    /// Every place that names the entry at a place: the one that is named or declared there, else that of the document.
    mutating func references(_ parameters: LSP.ReferenceParameters) -> (any Encodable)? {
        let place = LSP.DocumentPosition(textDocument: parameters.textDocument, position: parameters.position)
        guard let (context, offset) = context(place), var converter = converter(for: context),
            let entry = context.entry(at: offset) ?? context.ownEntry
        else { return nil }
        var places = context.names.places(naming: entry)
        if parameters.context?.includeDeclaration ?? false { places.insert(context.declaration(of: entry), at: 0) }
        return places.map { converter.location($0) }
    }

    /// The places of the same document that name the entry at a place.
    mutating func highlights(_ parameters: LSP.DocumentPosition) -> (any Encodable)? {
        guard let (context, offset) = context(parameters), let entry = context.entry(at: offset) else { return nil }
        let own = context.names.places(naming: entry).filter { $0.file === context.file }.map(\.range)
        let declared = entry.document == context.ownNumber ? entry.idRange.map { [$0] } ?? [] : []
        return (declared + own).map { LSP.DocumentHighlight(range: context.lines.range($0)) }
    }

    /// The links of a document to files of the site. Ids are for `definition`, which follows them as they change.
    mutating func links(_ parameters: LSP.DocumentParameters) -> (any Encodable)? {
        guard let context = context(parameters.textDocument.uri),
            let site = sites.first(where: { $0.folders.contains(context.path) })
        else { return nil }
        let assets = context.site?.plan.site.assets ?? []
        return context.document.links.compactMap { link -> LSP.DocumentLink? in
            guard !link.path.isEmpty, let path = contentPath(link.path, relativeTo: context.document.path) else {
                return nil
            }
            let found = context.document(of: link)?.path ?? (assets.contains(path) ? path : nil)
            return found.map {
                LSP.DocumentLink(
                    range: context.lines.range(link.range), target: FileURI.uri(site.folders.content + "/" + $0))
            }
        }
    }
}

extension DocumentContext {
    var ownNumber: Int? { document.entries.first?.document }
}

// MARK: - Renaming

extension LanguageServer {
    /// The id at a place, if it can be renamed.
    mutating func prepareRename(_ parameters: LSP.DocumentPosition) throws(ResponseError) -> (any Encodable)? {
        guard let (context, offset) = context(parameters) else { return nil }
        guard let (entry, range) = context.renamed(at: offset) else {
            throw ResponseError(
                .requestFailed, "there is no id here; put the cursor on an id, a link or a citation")
        }
        return LSP.PrepareRenameResult(range: context.lines.range(range), placeholder: entry.id)
    }

    /// Gives the entry at a place another id everywhere, as `explainer rename` does.
    mutating func rename(_ parameters: LSP.RenameParameters) throws(ResponseError) -> (any Encodable)? {
        let place = LSP.DocumentPosition(textDocument: parameters.textDocument, position: parameters.position)
        guard let (context, offset) = context(place), var converter = converter(for: context),
            let site = sites.first(where: { $0.folders.contains(context.path) })
        else { return nil }
        guard let entry = context.renamed(at: offset)?.entry ?? context.ownEntry else {
            throw ResponseError(.requestFailed, "there is no id here")
        }
        let renaming: Renaming
        do throws(RenamingFault) {
            renaming = try context.names.renaming(entry, to: parameters.newName, hasPages: entry.kind.hasPages)
        } catch {
            throw ResponseError(.requestFailed, error.message + (error.hint.map { " (\($0))" } ?? ""))
        }
        if !renaming.moves.isEmpty, !client.canRenameFiles {
            throw ResponseError(
                .requestFailed,
                "this editor cannot rename files; run 'explainer rename \(entry.kind.word) \(entry.id) \(parameters.newName)'"
            )
        }
        var edits: [String: [LSP.TextEdit]] = [:]
        for file in renaming.files {
            edits[file.file.path] = file.edits.map { edit in
                LSP.TextEdit(range: converter.table(file.file).range(edit.range), newText: edit.replacement)
            }
        }
        for place in renaming.unreachable {
            let line = place.position.line
            notify(
                "window/showMessage",
                LSP.ShowMessage(
                    type: 2, message: "\(place.file.path):\(line) still names '\(entry.id)'; change it by hand"))
        }
        var edit = workspaceEdit(edits, converter)
        let root = site.folders.content + "/"
        edit.documentChanges? += renaming.moves.map { move in
            .rename(oldURI: converter.uri(root + move.from), newURI: converter.uri(root + move.to))
        }
        return edit
    }
}

extension DocumentContext {
    /// The entry that is named or declared at a place, with the place of its id.
    fileprivate func renamed(at offset: Int) -> (entry: DeclaredEntry, range: TextRange)? {
        guard let entry = entry(at: offset) else { return nil }
        if let reference = reference(at: offset) {
            return (entry, reference.nameRange(in: file) ?? reference.range)
        }
        if let range = entry.idRange, entry.document == ownNumber,
            range.offsets.contains(offset) || Int(range.end) == offset
        {
            return (entry, range)
        }
        return link(at: offset).map { (entry, $0.range) }
    }
}

// MARK: - Symbols

extension LanguageServer {
    /// The entries of a document, and the headings of its text.
    mutating func symbols(_ parameters: LSP.DocumentParameters) -> (any Encodable)? {
        guard let context = context(parameters.textDocument.uri), var converter = converter(for: context) else {
            return nil
        }
        let outline = Outline(context).symbols
        if client.hasNestedSymbols { return outline }
        let uri = converter.location(TextLocation(context.file, TextRange(at: 0))).uri
        func flat(_ symbols: [LSP.DocumentSymbol], in container: String?) -> [LSP.SymbolInformation] {
            symbols.flatMap { symbol in
                [
                    LSP.SymbolInformation(
                        name: symbol.name, kind: symbol.kind, location: LSP.Location(uri: uri, range: symbol.range),
                        containerName: container)
                ] + flat(symbol.children, in: symbol.name)
            }
        }
        return flat(outline, in: nil)
    }

    /// Every entry whose id or title has the letters of a query in their order.
    mutating func workspaceSymbols(_ parameters: LSP.WorkspaceSymbolParameters) -> (any Encodable)? {
        var found: [LSP.SymbolInformation] = []
        for site in sites.indices {
            guard let names = sites[site].names() else { continue }
            var converter = converter(site)
            for entry in names.documents.flatMap(\.entries) where found.count < LanguageServer.mostSymbols {
                let text = "\(entry.title ?? "") \(entry.id)"
                guard matches(parameters.query, text) else { continue }
                let file = names.documents[entry.document].file
                let place = TextLocation(file, entry.idRange ?? TextRange(at: file.byteOrderMarkLength))
                found.append(
                    LSP.SymbolInformation(
                        name: entry.title ?? entry.id, kind: entry.kind.symbol, location: converter.location(place),
                        containerName: "\(entry.list?.word ?? entry.kind.word) \(entry.id)"))
            }
        }
        return found
    }

    private static let mostSymbols = 1_000

    private func matches(_ query: String, _ text: String) -> Bool {
        var rest = query.lowercased().filter { !$0.isWhitespace }[...]
        for letter in text.lowercased() where letter == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}

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
private struct Outline {
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

// MARK: - Folding

extension LanguageServer {
    /// The front matter, its fields of several lines, and the sections of the text.
    mutating func foldingRanges(_ parameters: LSP.DocumentParameters) -> (any Encodable)? {
        guard let context = context(parameters.textDocument.uri) else { return nil }
        let lines = context.lines
        var ranges: [LSP.FoldingRange] = []
        func fold(_ start: Int, _ end: Int, _ kind: String? = nil) {
            var end = end
            while end > start, lines.line(end).isEmpty { end -= 1 }
            if end > start { ranges.append(LSP.FoldingRange(startLine: start, endLine: end, kind: kind)) }
        }
        if let block = context.frontMatter {
            let last = lines.lineNumber(at: max(block.lowerBound, block.upperBound - 1))
            let isClosed = last + 1 < lines.lineCount && context.isFence(last + 1)
            fold(0, isClosed ? last + 1 : last, "region")
            var start: Int?
            for number in 1..<max(2, last + 2) {
                let isField =
                    number > last
                    || !(lines.line(number).isEmpty
                        || " -#\t".utf8.contains(context.file.bytes[lines.line(number).lowerBound]))
                guard isField else { continue }
                if let start { fold(start, number - 1) }
                start = number
            }
        }
        let headings = Markdown.prose(context.document.document.body, in: context.file).value.headings
        for (number, heading) in headings.enumerated() {
            let next = headings[(number + 1)...].first { $0.level <= heading.level }
            let end = next.map { lines.lineNumber(at: Int($0.range.start)) - 1 } ?? lines.lineCount - 1
            fold(lines.lineNumber(at: Int(heading.range.start)), end)
        }
        return ranges
    }
}
