import Drawing
import Model
import Reading

/// One page being rendered: where it is, whose page it is, and which sources it numbers.
///
/// Every view holds the page it is made for, because links, numbers of sources and colours differ from page to page.
/// One task renders one page, so nothing here is shared.
final class PageContext {
    let context: RenderContext
    /// Path from the site's root.
    let path: String
    /// The event it belongs to; nil outside events.
    let event: Int?
    /// The entry whose page it is; nil for lists.
    let own: AnyHandle?
    /// Whether links must work from any address (the page for addresses that lead nowhere).
    let isRootAbsolute: Bool
    let contents: PageContents
    let cache: EventCache
    /// The anchors that the template has printed so far: sources link back to nothing else.
    private(set) var shownAnchors: Set<String> = []

    init(
        _ context: RenderContext, path: String, event: Int?, own: AnyHandle?, isRootAbsolute: Bool = false,
        contents: PageContents, cache: EventCache
    ) {
        self.context = context
        self.path = path
        self.event = event
        self.own = own
        self.isRootAbsolute = isRootAbsolute
        self.contents = contents
        self.cache = cache
    }

    var site: Site { context.site }
    var words: Words { context.words }
    /// The scope from which names in prose are looked up.
    var scope: Int { event ?? (site.isOneEvent ? 0 : -1) }
    var record: EventRecord? { event.map { context.records[$0] } }
    var index: EventIndex? { event.map { context.indexes[$0] } }

    func link(_ route: Route) -> String {
        isRootAbsolute ? rootAbsoluteLink(route) : relativeLink(to: route, from: path)
    }

    func link(_ handle: AnyHandle) -> String { link(site.route(of: handle)) }

    private func rootAbsoluteLink(_ route: Route) -> String {
        rootPrefix + percentEncoded(route.path) + (route.anchor.map { "#" + percentEncoded($0) } ?? "")
    }

    /// The path of the site's root on its host, ending in a slash.
    var rootPrefix: String {
        guard let url = site.settings.baseURL?.value, let slashes = url.firstRange(of: "://"),
            let slash = url[slashes.upperBound...].firstIndex(of: "/")
        else { return "/" }
        let path = String(url[slash...])
        return path.hasSuffix("/") ? path : path + "/"
    }

    /// Notes that a template asked for an anchor, which it does to print it.
    func show(_ anchor: String) -> String {
        shownAnchors.insert(anchor)
        return anchor
    }

    /// The way back to a place that cites a source; nil where the page does not show it.
    func link(backTo place: PageContents.Place) -> LinkView? {
        func link(_ anchor: String, _ title: String) -> LinkView {
            LinkView(title: title, route: Route(path, anchor: anchor))
        }
        switch place {
        case .keyFacts: return link("key-facts", "Key facts")
        case .citation(let number, let section): return link("cite-\(number)", section)
        case .entry(let handle):
            let anchor = anchor(handle.kind.word, site.id(of: handle), scope: handle.scope)
            return shownAnchors.contains(anchor) ? link(anchor, placeTitle(handle)) : nil
        case .timeline(let handle):
            let anchor = "on-\(handle.kind.word)-\(site.id(of: handle))"
            return shownAnchors.contains(anchor) ? link(anchor, placeTitle(handle)) : nil
        }
    }

    private func placeTitle(_ handle: AnyHandle) -> String {
        guard let statement = handle.typed(Statement.self) else { return site.displayName(of: handle) }
        let words = site[statement].title?.value ?? site[statement].words?.value
        return words.map { String($0.prefix(80)) } ?? StatementView(handle: statement, page: self).title
    }

    /// The id of an entry's element. On pages that show several events the event stands before it.
    func anchor(_ word: String, _ id: String, scope: Int32) -> String {
        guard event == nil, scope >= 0 else { return "\(word)-\(id)" }
        let folder = site.events[Int(scope)].folder.replacing("/", with: "-")
        return folder.isEmpty ? "\(word)-\(id)" : "\(folder)-\(word)-\(id)"
    }

    /// Initials and colours: the event's, outside events those of the shared parties.
    var partyTable: PartyTable { event.map { context.partyTables[$0] } ?? context.sharedParties }

    func date(_ date: EventDate) -> DateView { DateView(date: date, page: self) }
    func party(_ handle: Handle<Party>) -> PartyView { PartyView(handle: handle, page: self) }

    /// The parties of references; one that is left out keeps its name but has no page, so it is not among them.
    func parties(_ references: [Reference<Party>]) -> [PartyView] {
        references.compactMap(\.target).map(party)
    }

    func mark(_ kind: MarkKind) -> [UInt8] { Mark.svg(kind) }

    /// Numbers of the sources that an entry names, as they stand after a text: empty where it names none.
    func citations(_ uses: [SourceUse]) -> [UInt8] {
        var writer = HTMLWriter()
        writeCitations(
            uses.compactMap { use in use.source.target.map { (source: $0, at: use.at) } }, id: nil, to: &writer)
        return writer.bytes
    }

    /// One raised group of source numbers. Ids are only given in a page's own prose, where sources link back to them.
    func writeCitations(
        _ cited: [(source: Handle<Source>, at: String?)], id: Int?, to writer: inout HTMLWriter
    ) {
        let numbered = cited.compactMap { item in contents.number(of: item.source).map { (number: $0, at: item.at) } }
        guard !numbered.isEmpty else { return }
        writer.text("\u{2060}")
        writer.markup("<sup class=\"cite\"")
        if let id { writer.attribute("id", "cite-\(id)") }
        writer.markup(">")
        for item in numbered {
            writer.markup("<a")
            writer.attribute("href", contents.sourceLink(item.number, self))
            writer.attribute("aria-label", "Source \(item.number)" + (item.at.map { ", " + $0 } ?? ""))
            writer.markup(">[")
            writer.number(item.number)
            writer.markup("]</a>")
        }
        writer.markup("</sup>")
    }

    /// HTML of a field's inline Markdown or of a body, links and citations filled in; no ids.
    func html(_ prose: Prose, of head: EntryHead? = nil) -> [UInt8] {
        var renderer = ProseRenderer(page: self, document: head?.path ?? "")
        renderer.render(prose)
        return renderer.writer.bytes
    }

    /// A body split at its second-level headings; the first part has no heading where text stands before the first.
    func sections(_ prose: Prose?, of head: EntryHead) -> [SectionView] {
        guard let prose else { return [] }
        return SectionView.sections(of: prose, document: head.path, page: self)
    }
}
