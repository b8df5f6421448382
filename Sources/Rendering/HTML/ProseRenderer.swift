import Model
import Reading

/// Fills in what a parsed text left open: links to entries, citations, links inside the site, pictures.
struct ProseRenderer {
    let page: PageContext
    /// The path below `content/` of the document that holds the text; links and pictures are relative to it.
    let document: String
    var writer = HTMLWriter()
    /// The number of the next citation's id; nil where citations have no ids.
    var nextCitation: Int?
    /// Terms linked so far, in order.
    private(set) var terms: [Handle<Term>] = []
    /// Whether each open link has an element to close.
    private var open: [Bool] = []
    /// Whether the next HTML begins with the end of a paragraph that became a figure.
    private var skipsParagraphEnd = false

    init(page: PageContext, document: String, nextCitation: Int? = nil) {
        self.page = page
        self.document = document
        self.nextCitation = nextCitation
    }

    mutating func render(_ prose: Prose) { render(.init(of: prose), of: prose) }

    mutating func render(_ part: SectionSplitter.Part, of prose: Prose) {
        for index in part.pieces {
            switch prose.pieces[index] {
            case .html(let whole):
                let range = whole.clamped(to: part.html)
                guard !range.isEmpty else { continue }
                writer.html(prose.html[(range.lowerBound + (skipsParagraphEnd ? 4 : 0))..<range.upperBound])
                skipsParagraphEnd = false
            case .openReference(let reference): openReference(reference)
            case .closeReference, .closeLink: if open.popLast() == true { writer.markup("</a>") }
            case .citation(let citations): cite(citations)
            case .openLink(let link): openLink(link)
            case .image(let image):
                let after = index + 1 < part.pieces.upperBound ? prose.pieces[index + 1] : nil
                self.image(image, isAlone: isAlone(after, prose))
            }
        }
    }

    private mutating func openReference(_ reference: ProseReference) {
        let kind = EntryKind(referenceWord: reference.kind)
        let resolution = kind.map { page.site.index.find($0, reference.id, from: page.scope) } ?? .unresolved
        guard case .found(let handle) = resolution else {
            // What is left out keeps the link's own words and no more.
            open.append(false)
            return
        }
        if handle.kind == .term, let term: Handle<Term> = handle.typed() {
            terms.append(term)
            writer.markup("<a class=\"term\"")
            writer.markup(" href=\"#term-")
            writer.text(page.site.id(of: handle))
            writer.markup("\"")
        } else {
            writer.markup("<a")
            var route = page.route(of: handle)
            if let fragment = reference.fragment, handle.kind != .moment { route = Route(route.path, anchor: fragment) }
            writer.attribute("href", route, on: page.path, page.linkStyle)
        }
        writer.markup(">")
        open.append(true)
        if !reference.hasText { writer.text(page.site.displayName(of: handle)) }
    }

    private mutating func openLink(_ link: ProseLink) {
        guard let address = page.address(link, in: document) else {
            open.append(false)
            return
        }
        writer.markup("<a")
        writer.attribute("href", address)
        if !link.title.isEmpty { writer.attribute("title", link.title) }
        writer.markup(">")
        open.append(true)
    }

    private mutating func cite(_ citations: [ProseCitation]) {
        let cited = citations.compactMap { citation -> (source: Handle<Source>, at: String?)? in
            guard
                let source: Handle<Source> = page.site.index.find(.source, citation.id, from: page.scope).found?.typed()
            else { return nil }
            return (source, citation.locator)
        }
        // Writers set a space or a line break before the brackets; the raised number follows the word without one.
        if !cited.isEmpty, let last = writer.bytes.last, last == 0x20 || last == 0x0A { writer.removeLast(1) }
        page.writeCitations(cited, id: nextCitation, to: &writer)
        nextCitation? += 1
    }

    /// Whether a picture is all there is in its paragraph.
    private func isAlone(_ after: Prose.Piece?, _ prose: Prose) -> Bool {
        guard writer.bytes.suffix(3).elementsEqual("<p>".utf8) else { return false }
        guard case .html(let range) = after else { return false }
        return prose.html[range].starts(with: "</p>".utf8)
    }

    private mutating func image(_ image: ProseImage, isAlone: Bool) {
        guard let path = contentPath(image.path, relativeTo: document) else { return }
        if isAlone {
            writer.removeLast(3)
            writer.markup("<figure>")
            skipsParagraphEnd = true
        }
        writer.markup("<img")
        writer.attribute("src", Route(path), on: page.path, page.linkStyle)
        writer.attribute("alt", image.alternative)
        if let size = page.context.imageSizes[path] {
            writer.attribute("width", String(size.width))
            writer.attribute("height", String(size.height))
        }
        writer.markup(" loading=\"lazy\" decoding=\"async\">")
        if isAlone {
            if !image.title.isEmpty {
                writer.markup("<figcaption>")
                writer.text(image.title)
                writer.markup("</figcaption>")
            }
            writer.markup("</figure>")
        }
    }
}

extension PageContext {
    /// The address of a link written as a path or an anchor in a document; nil where it leads nowhere in the site.
    func address(_ link: ProseLink, in document: String) -> String? {
        let fragment = link.fragment.map { "#" + percentEncoded($0) } ?? ""
        if link.path.isEmpty { return fragment.isEmpty ? nil : fragment }
        switch context.plan.target(ofLink: link.path, from: document) {
        case .entry(let handle):
            let route = route(of: handle)
            return self.link(Route(route.path, anchor: link.fragment ?? route.anchor))
        case .generated(let path), .asset(let path): return self.link(Route(path, anchor: link.fragment))
        case .withheld, .outside, .nowhere: return nil
        }
    }
}
