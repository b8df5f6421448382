import Bytes
import Model
import Presenting
import Reading

/// Writes prose as HTML, with links to entries, citations, links inside the site and pictures as its page needs them.
struct ProseRenderer {
    let page: PageContext
    /// The path below `content/` of the document that holds the text; links and pictures are relative to it.
    let document: String
    var writer = HTMLWriter()
    /// The number of the next citation's id; nil if citations have no ids.
    var nextCitation: Int?
    /// Terms linked so far, in order.
    private(set) var terms: [Handle<Term>] = []
    /// The element of each open link; nil for one that has none.
    private var openLinks: [LinkElement?] = []
    /// Whether the last byte is white space of a text or a line break.
    private var endsInSpace = false
    /// Whether the picture of the paragraph that is open is shown as a figure.
    var isFigure = false

    private enum LinkElement {
        case link
        /// Marks a link that leads nowhere.
        case mark
    }

    init(page: PageContext, document: String, nextCitation: Int? = nil) {
        self.page = page
        self.document = document
        self.nextCitation = nextCitation
    }

    mutating func render(_ prose: Prose) { render(prose, prose.nodes.indices) }

    /// Writes some whole nodes.
    mutating func render(_ prose: Prose, _ nodes: Range<Int>) {
        var walk = ProseWalk(prose, nodes)
        while let (index, isEntering) = walk.next() {
            switch prose.nodes[index].content {
            case .text(let range):
                let text = prose.text(range)
                writer.prose(text)
                endsInSpace = text.last == 0x20 || text.last == 0x0A
                continue
            case .lineBreak:
                writer.markup("<br>\n")
                endsInSpace = true
                continue
            case .citation(let number):
                if case .citation(let citations) = prose.targets[Int(number)], !cite(citations) { continue }
            case .link(let number):
                if isEntering { open(prose.targets[Int(number)]) } else { closeLink() }
            case .image(let number): image(prose.targets[Int(number)])
            case .emphasis: if isEntering { writer.markup("<em>") } else { writer.markup("</em>") }
            case .strong: if isEntering { writer.markup("<strong>") } else { writer.markup("</strong>") }
            case .code(let range):
                writer.markup("<code>")
                writer.prose(prose.text(range))
                writer.markup("</code>")
            case .rawInline(let range): writer.html(prose.text(range))
            case .date(let range): date(String(decoding: prose.text(range), as: UTF8.self))
            default: if isEntering { open(prose, index) } else { close(prose, index) }
            }
            endsInSpace = false
        }
    }

    // MARK: Links

    private mutating func open(_ target: Prose.Target) {
        switch target {
        case .reference(let reference): openReference(reference)
        case .speaker(let speaker):
            let known = speaker.references.first { reference in
                EntryKind(referenceWord: reference.kind).flatMap {
                    page.site.index.find($0, reference.id, from: page.scope).found
                } != nil
            }
            if let known { openReference(known) } else { openLinks.append(nil) }
        case .link(let link): openLink(link)
        case .webLink(let link):
            writer.markup("<a href=\"")
            writer.url(link.url)
            if !link.title.isEmpty {
                writer.markup("\" title=\"")
                writer.prose(link.title)
            }
            writer.markup("\">")
            openLinks.append(.link)
        case .citation, .image, .dataImage: break
        }
    }

    private mutating func closeLink() {
        switch openLinks.popLast() ?? nil {
        case .link: writer.markup("</a>")
        case .mark: writer.markup("</mark>")
        case nil: break
        }
    }

    /// Opens an element that marks a link that leads nowhere. Only a preview has it: a build reports the link.
    private mutating func openMark(_ target: String) {
        writer.markup("<mark")
        writer.attribute("data-unresolved", target)
        writer.markup(">")
        openLinks.append(.mark)
    }

    private mutating func openReference(_ reference: ProseReference) {
        let kind = EntryKind(referenceWord: reference.kind)
        let resolution = kind.map { page.site.index.find($0, reference.id, from: page.scope) } ?? .unresolved
        guard case .found(let handle) = resolution else {
            if resolution == .unresolved, page.context.marksUnresolved {
                openMark("\(reference.kind):\(reference.id)")
                if !reference.hasText { writer.text("\(reference.kind):\(reference.id)") }
            } else {
                // What is left out keeps the link's own words and no more.
                openLinks.append(nil)
            }
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
        openLinks.append(.link)
        if !reference.hasText { writer.text(page.site.displayName(of: handle)) }
    }

    private mutating func openLink(_ link: ProseLink) {
        guard let address = page.address(link, in: document) else {
            if page.context.marksUnresolved, page.isDead(link, in: document) {
                openMark(link.path)
            } else {
                openLinks.append(nil)
            }
            return
        }
        writer.markup("<a")
        writer.attribute("href", address)
        if !link.title.isEmpty { writer.attribute("title", link.title) }
        writer.markup(">")
        openLinks.append(.link)
    }

    /// Returns whether any of the sources is on the site.
    private mutating func cite(_ citations: [ProseCitation]) -> Bool {
        if page.context.marksUnresolved { markUnknown(citations) }
        let cited = citations.compactMap { citation -> (source: Handle<Source>, at: String?)? in
            guard
                let source: Handle<Source> = page.site.index.find(.source, citation.id, from: page.scope).found?.typed()
            else { return nil }
            return (source, citation.locator)
        }
        // Writers set a space or a line break before the brackets; the raised number follows the word without one.
        if !cited.isEmpty, endsInSpace { writer.removeLast(1) }
        page.writeCitations(cited, id: nextCitation, to: &writer)
        nextCitation? += 1
        return !cited.isEmpty
    }

    /// A date in words, as the event's dates are.
    private mutating func date(_ text: String) {
        guard case .success(let date) = EventDate.parse(text) else { return writer.text(text) }
        let view = DateView(date: date, zone: page.site.zone(ofScope: page.scope), page: page)
        writer.html(view.html.bytes)
    }

    /// Writes the citations of sources that do not exist, marked.
    private mutating func markUnknown(_ citations: [ProseCitation]) {
        for citation in citations where page.site.index.find(.source, citation.id, from: page.scope) == .unresolved {
            openMark("@" + citation.id)
            writer.text("[@\(citation.id)]")
            closeLink()
            endsInSpace = false
        }
    }

    // MARK: Pictures

    private mutating func image(_ target: Prose.Target) {
        switch target {
        case .image(let image): self.image(image)
        case .dataImage(let image):
            writer.markup("<img src=\"")
            writer.url(image.path)
            writer.markup("\" alt=\"")
            writer.prose(image.alternative)
            if !image.title.isEmpty {
                writer.markup("\" title=\"")
                writer.prose(image.title)
            }
            writer.markup("\">")
        case .reference, .speaker, .link, .webLink, .citation: break
        }
    }

    private mutating func image(_ image: ProseImage) {
        guard let path = contentPath(image.path, relativeTo: document) else { return }
        writer.markup("<img")
        writer.attribute("src", Route(path), on: page.path, page.linkStyle)
        writer.attribute("alt", image.alternative)
        if let size = page.context.imageSizes[path] {
            writer.attribute("width", String(size.width))
            writer.attribute("height", String(size.height))
        }
        writer.markup(" loading=\"lazy\" decoding=\"async\">")
        if isFigure, !image.title.isEmpty {
            writer.markup("<figcaption>")
            writer.text(image.title)
            writer.markup("</figcaption>")
        }
    }
}

extension PageContext {
    /// The address of a link written as a path or an anchor in a document; nil if it leads nowhere in the site.
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

    /// Whether a link names a page or file that does not exist.
    fileprivate func isDead(_ link: ProseLink, in document: String) -> Bool {
        if link.path.isEmpty { return false }
        switch context.plan.target(ofLink: link.path, from: document) {
        case .nowhere, .outside: return true
        case .entry, .generated, .asset, .withheld: return false
        }
    }
}
