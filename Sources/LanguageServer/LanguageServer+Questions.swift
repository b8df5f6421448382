import Building
import Diagnostics
import Editing
import Model
import Reading

// MARK: - Documents

extension LanguageServer {
    /// The document of a request; nil if it belongs to no site. Texts that are not saved count.
    mutating func context(_ uri: String) -> DocumentContext? {
        guard let path = FileURI.path(uri), let site = site(of: path), sites[site].readsDocument(path),
            let names = sites[site].names()
        else { return nil }
        let below = String(path.dropFirst(sites[site].folders.content.count + 1))
        guard let document = names.document(at: below) else { return nil }
        return DocumentContext(
            path: path, names: names, document: document, lines: LineTable(document.file.bytes, encoding),
            site: sites[site].site)
    }

    /// The same with the offset of a place in it.
    mutating func context(_ position: LSP.DocumentPosition) -> (context: DocumentContext, offset: Int)? {
        context(position.textDocument.uri).map { ($0, $0.lines.offset(of: position.position)) }
    }

    func converter(for context: DocumentContext) -> PlaceConverter? {
        sites.firstIndex { $0.folders.contains(context.path) }.map { converter($0) }
    }
}

// MARK: - Completion and hover

extension LanguageServer {
    mutating func complete(_ parameters: LSP.DocumentPosition) -> (any Encodable)? {
        guard let (context, offset) = context(parameters) else { return nil }
        let completion = Completion(context, at: offset, client)
        return LSP.CompletionList(isIncomplete: completion.isIncomplete, items: completion.items)
    }

    /// The entry, field or value at a place; of a problem there, its article. Files of templates have only the second.
    mutating func hover(_ parameters: LSP.DocumentPosition) -> (any Encodable)? {
        guard let path = FileURI.path(parameters.textDocument.uri), let site = site(of: path) else { return nil }
        // How a demand stands depends on all texts of now.
        sites[site].refresh()
        publish(site)
        guard let (context, offset) = context(parameters) else {
            guard let lines = documents[path]?.lines,
                let text = article(path, lines.offset(of: parameters.position), sites[site])
            else { return nil }
            return hover(text, at: nil)
        }
        let hover = HoverText(context, at: offset)
        let text = [hover.text, article(path, offset, sites[site])].compactMap(\.self)
            .joined(separator: "\n\n---\n\n")
        return self.hover(text, at: hover.text == nil ? nil : hover.range.map { context.lines.range($0) })
    }

    /// A text in the form that the client supports; nil if there is none.
    private func hover(_ text: String, at range: LSP.Range?) -> LSP.Hover? {
        let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        if text.isEmpty { return nil }
        let plain = text.replacing("**", with: "").replacing("`", with: "")
        return LSP.Hover(
            contents: LSP.MarkupContent(
                kind: client.hasMarkdown ? "markdown" : "plaintext", value: client.hasMarkdown ? text : plain),
            range: range)
    }

    /// The articles of the problems at a place.
    private func article(_ path: String, _ offset: Int, _ site: SiteSession) -> String? {
        let codes = site.diagnostics.filter { problem in
            guard let place = problem.location, place.file.path == path else { return false }
            return place.range.offsets.contains(offset) || Int(place.range.end) == offset
        }.map(\.code)
        let texts = codes.reduce(into: [DiagnosticCode]()) { if !$0.contains($1) { $0.append($1) } }.map { code in
            "**\(code.name)**: \(code.title)\n\n\(code.article)"
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}

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

extension LanguageServer {
    /// The front matter, its fields of several lines, and the sections of the text.
    mutating func foldingRanges(_ parameters: LSP.DocumentParameters) -> (any Encodable)? {
        context(parameters.textDocument.uri).map { Folding($0).ranges }
    }

    /// The ids in a document, by the kind of what they name.
    mutating func semanticTokens(_ parameters: LSP.DocumentParameters) -> (any Encodable)? {
        context(parameters.textDocument.uri).map { LSP.TokenData(data: SemanticTokens($0).data) }
    }
}
