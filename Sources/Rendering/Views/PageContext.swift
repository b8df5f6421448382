import Drawing
import Model
import Reading
import Templates

/// One page being rendered: where it is, whose page it is, and which sources it numbers.
///
/// Every view holds the page it is made for, because links, numbers of sources and colours differ from page to page.
/// One task renders one page, so nothing here is shared.
final class PageContext {
    let context: RenderContext
    let output: PlannedOutput
    let type: PageType
    /// Path from the site's root.
    let path: String
    /// The event it belongs to; nil outside events.
    let event: Int?
    /// How links to the site are written: from the server's root where they must work from any address, as on the page
    /// for addresses that lead nowhere.
    let linkStyle: LinkStyle
    let contents: PageContents
    let cache: EventCache
    /// The places of which the template has printed the anchor so far: sources link back to nothing else.
    private var shown: Set<PageContents.Place> = []

    init(_ context: RenderContext, _ output: PlannedOutput, _ type: PageType, contents: PageContents, cache: EventCache)
    {
        self.context = context
        self.output = output
        self.type = type
        path = output.path
        event = output.event
        linkStyle = type.hasAbsoluteLinks ? .absolute(prefix: context.site.rootPrefix) : .relative
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
        guard case .absolute(let prefix) = linkStyle else { return relativeLink(to: route, from: path) }
        return prefix + percentEncoded(route.path) + (route.anchor.map { "#" + percentEncoded($0) } ?? "")
    }

    /// Where an entry is told.
    func route(of handle: AnyHandle) -> Route { context.plan.route(of: handle) }

    /// The only file of its kind on the site.
    func route(to kind: OutputKind) -> Route { context.plan.route(to: kind) ?? Route(SitePlan.home) }

    func link(_ handle: AnyHandle) -> String { link(route(of: handle)) }

    /// Notes that a template asked for the anchor of a place, which it does to print it.
    func show(_ place: PageContents.Place?, _ anchor: String) -> String {
        if let place { shown.insert(place) }
        return anchor
    }

    func show<Target: Entry>(_ handle: Handle<Target>, _ anchor: String) -> String {
        show(.entry(AnyHandle(handle)), anchor)
    }

    /// The way back to a place that cites a source; nil where the page does not show it.
    func link(backTo place: PageContents.Place) -> LinkView? {
        func link(_ anchor: String, _ title: String) -> LinkView {
            LinkView(title: title, route: Route(path, anchor: anchor))
        }
        switch place {
        case .keyFacts: return link("key-facts", words[.keyFacts])
        case .citation(let number, let section): return link("cite-\(number)", section ?? words[.text])
        case .entry(let handle):
            guard shown.contains(place) else { return nil }
            return link(anchor(handle.kind.word, site.id(of: handle), scope: handle.scope), placeTitle(handle))
        case .timeline(let handle):
            guard shown.contains(place) else { return nil }
            return link("on-" + anchor(handle.kind.word, site.id(of: handle)), placeTitle(handle))
        }
    }

    private func placeTitle(_ handle: AnyHandle) -> String {
        guard let statement = handle.typed(Statement.self) else { return site.displayName(of: handle) }
        let words = site[statement].title?.value ?? site[statement].words?.value
        return words.map { $0.beginning(80) } ?? StatementView(handle: statement, page: self).title
    }

    /// The id of an entry's element. On pages that show several events the event stands before it.
    func anchor(_ word: String, _ id: String, scope: Int32) -> String {
        guard event == nil, scope >= 0 else { return anchor(word, id) }
        let folder = site.events[Int(scope)].folder.replacing("/", with: "-")
        return folder.isEmpty ? anchor(word, id) : "\(folder)-\(word)-\(id)"
    }

    private func anchor(_ word: String, _ id: String) -> String { word + "-" + id }

    /// Initials and colours: the event's, outside events those of the shared parties.
    var partyTable: PartyTable { event.map { context.partyTables[$0] } ?? context.sharedParties }

    func date(_ date: EventDate) -> DateView { DateView(date: date, page: self) }
    func party(_ handle: Handle<Party>) -> PartyView { PartyView(handle: handle, page: self) }

    /// The parties of references; one that is left out keeps its name but has no page, so it is not among them.
    func parties(_ references: [Reference<Party>]) -> [PartyView] {
        references.compactMap { $0.target.map(party) }
    }

    func mark(_ kind: MarkKind) -> [UInt8] { cache.mark(kind) }

    /// Numbers of the sources that an entry names, as they stand after a text: empty where it names none.
    func citations(_ uses: [SourceUse]) -> [UInt8] {
        if uses.isEmpty { return [] }
        var writer = HTMLWriter(capacity: 64 + 64 * uses.count)
        let cited = uses.lazy.compactMap { use in use.source.target.map { (source: $0, at: use.at) } }
        writeCitations(cited, id: nil, to: &writer)
        return writer.bytes
    }

    /// One raised group of source numbers. Ids are only given in a page's own prose, where sources link back to them.
    func writeCitations(
        _ cited: some Sequence<(source: Handle<Source>, at: String?)>, id: Int?, to writer: inout HTMLWriter
    ) {
        var isOpen = false
        for (source, place) in cited {
            guard let number = contents.number(of: source) else { continue }
            if !isOpen {
                writer.markup("\u{2060}<sup class=\"cite\"")
                if let id {
                    writer.markup(" id=\"cite-")
                    writer.number(id)
                    writer.markup("\"")
                }
                writer.markup(">")
                isOpen = true
            }
            writer.markup("<a href=\"#source-")
            if contents.anchorsByID { writer.text(site[source].id) } else { writer.number(number) }
            writer.markup("\" aria-label=\"")
            if let place {
                writer.text(words(.sourceNumberAt, ["number": String(number), "place": place]))
            } else {
                writer.text(words(.sourceNumber, ["number": String(number)]))
            }
            writer.markup("\">[")
            writer.number(number)
            writer.markup("]</a>")
        }
        if isOpen { writer.markup("</sup>") }
    }

    /// HTML of a field's inline Markdown or of a body, links and citations filled in; no ids.
    func html(_ prose: Prose, of head: EntryHead? = nil) -> [UInt8] {
        var renderer = ProseRenderer(page: self, document: head?.path ?? "")
        renderer.render(prose)
        return renderer.writer.bytes
    }

    /// A body split at its second-level headings; the first part has no heading where text stands before the first.
    func sections(_ prose: Prose?, of head: EntryHead) -> [SectionView] {
        prose.map { SectionView.rendered($0, document: head.path, page: self) } ?? []
    }
}

extension Site {
    /// The path of its root on its host, ending in a slash.
    fileprivate var rootPrefix: String {
        guard let url = settings.baseURL?.value, let slashes = url.firstRange(of: "://"),
            let slash = url[slashes.upperBound...].firstIndex(of: "/")
        else { return "/" }
        let path = String(url[slash...])
        return path.hasSuffix("/") ? path : path + "/"
    }
}
