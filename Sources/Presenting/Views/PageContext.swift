import Model
import Reading
import Templates

/// One page being rendered: where it is, whose page it is, and which sources it numbers.
///
/// Every view holds the page it is made for, because links, numbers of sources and colours differ from page to page.
/// One task renders one page, so nothing here is shared.
package final class PageContext {
    package let context: SiteContext
    package let output: PlannedOutput
    package let outline: PageOutline
    /// Path from the site's root.
    package let path: String
    /// The event it belongs to; nil outside events.
    package let event: Int?
    /// How links to the site are written: from the server's root where they must work from any address, as on the page
    /// for addresses that lead nowhere.
    package let linkStyle: LinkStyle
    package let contents: PageContents
    package let cache: EventCache
    /// The record of the writer's own data; nil if templates do not read it.
    package let ownValues: RecordType<OwnValuesView>?
    /// The places of which the template has printed the anchor so far: sources link back to nothing else.
    private var shown: Set<PageContents.Place> = []
    /// Composed once: it stands in several places of a page's head. Nil before that.
    private var knownDescription: String??

    /// - Parameter addressBase: where addresses in the file begin, if they are absolute.
    package init(
        _ context: SiteContext, _ output: PlannedOutput, _ outline: PageOutline, contents: PageContents,
        cache: EventCache, addressBase: String? = nil, ownValues: RecordType<OwnValuesView>? = nil
    ) {
        self.context = context
        self.output = output
        self.outline = outline
        path = output.path
        event = output.event
        let prefix = addressBase ?? (outline.hasAbsoluteLinks ? context.site.rootPrefix : nil)
        linkStyle = prefix.map { .absolute(prefix: $0) } ?? .relative
        self.contents = contents
        self.cache = cache
        self.ownValues = ownValues
    }

    package var site: Site { context.site }
    package var words: Words { context.words }
    /// The list that takes several pages, of which this is one; nil if there is none.
    package var list: PageOutline.List? {
        if let list = outline.list { return list }
        guard output.entry?.kind == .page, let index = output.entry?.index, let paged = site.pages[Int(index)].paged
        else { return nil }
        let name = paged.list.value
        return PageOutline.List(words: name.partWords, length: paged.length) { name.count($0.site, $0.records) }
    }
    /// The scope from which names in prose are looked up.
    package var scope: Int { event ?? (site.isOneEvent ? 0 : -1) }
    package var record: EventRecord? { event.map { context.records[$0] } }
    package var index: EventIndex? { event.map { context.indexes[$0] } }

    package func link(_ route: Route) -> String {
        guard case .absolute(let prefix) = linkStyle else { return relativeLink(to: route, from: path) }
        return prefix + percentEncoded(route.path) + (route.anchor.map { "#" + percentEncoded($0) } ?? "")
    }

    /// Where an entry is told.
    package func route(of handle: AnyHandle) -> Route { context.plan.route(of: handle) }

    /// The only file of its kind on the site.
    package func route(to kind: LinkedKind) -> Route { context.plan.route(to: kind) ?? Route(SitePlan.home) }

    package func link(_ handle: AnyHandle) -> String { link(route(of: handle)) }

    /// An entry's name, and where it is told.
    func link(to handle: AnyHandle) -> LinkView {
        LinkView(title: context.name(of: handle), route: route(of: handle))
    }

    /// Notes that a template asked for the anchor of a place, which it does to print it.
    package func show(_ place: PageContents.Place?, _ anchor: String) -> String {
        if let place { shown.insert(place) }
        return anchor
    }

    package func show<Target: Entry>(_ handle: Handle<Target>, _ anchor: String) -> String {
        show(.entry(AnyHandle(handle)), anchor)
    }

    /// The way back to a place that cites a source; nil where the page does not show it.
    package func link(backTo place: PageContents.Place) -> LinkView? {
        func link(_ anchor: String, _ title: String) -> LinkView {
            LinkView(title: title, route: Route(path, anchor: anchor))
        }
        switch place {
        case .keyFacts: return link("key-facts", words[.keyFacts])
        case .citation(let number, let section): return link("cite-\(number)", section ?? words[.inTheText])
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
        if let title = site[statement].title?.value { return title.beginning(80) }
        let quoted = site[statement].words.map { words(.quoted, ["words": $0.value.beginning(80)]) }
        return quoted ?? StatementView(handle: statement, page: self).title
    }

    /// The id of an entry's element. On pages that show several events the event stands before it.
    package func anchor(_ word: String, _ id: String, scope: Int32) -> String {
        guard event == nil, scope >= 0 else { return anchor(word, id) }
        let folder = site.events[Int(scope)].folder.replacing("/", with: "-")
        return folder.isEmpty ? anchor(word, id) : "\(folder)-\(word)-\(id)"
    }

    private func anchor(_ word: String, _ id: String) -> String { word + "-" + id }

    /// Initials and colours: the event's, outside events those of the shared parties.
    package var partyTable: PartyTable { event.map { context.partyTables[$0] } ?? context.sharedParties }

    /// A date as the page shows it.
    ///
    /// - Parameter scope: the event whose date it is, -1 for what all events share; nil for the page's own.
    package func date(_ date: EventDate, of scope: Int? = nil) -> DateView {
        DateView(date: date, zone: site.zone(ofScope: scope ?? event ?? -1), page: self)
    }
    package func party(_ handle: Handle<Party>) -> PartyView { PartyView(handle: handle, page: self) }

    /// The page's description, which is composed when it is first asked for.
    func description(compose: () -> String?) -> String? {
        if let knownDescription { return knownDescription }
        let composed = compose()
        knownDescription = .some(composed)
        return composed
    }

    /// The parties of references; one that is left out keeps its name but has no page, so it is not among them.
    package func parties(_ references: [Reference<Party>]) -> [PartyView] {
        references.compactMap { $0.target.map(party) }
    }
}

extension Site {
    /// What stands before the paths of the published site: `/`, or the path of `base_url`.
    package var rootPrefix: String {
        guard let url = settings.baseURL?.value, let slashes = url.firstRange(of: "://"),
            let slash = url[slashes.upperBound...].firstIndex(of: "/")
        else { return "/" }
        let path = String(url[slash...])
        return path.hasSuffix("/") ? path : path + "/"
    }
}
