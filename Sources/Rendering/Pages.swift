import Model
import Reading

/// The kinds of page, each with a template of its own.
package enum PageKind: String, Sendable, CaseIterable {
    case home, event, party, person, demand, response, threat, statement, timeline, terms, sources, corrections, search
    case notFound = "not-found"
    case page, redirect

    /// The template's file name.
    package var template: String { self == .notFound ? "404.html" : rawValue + ".html" }
}

/// A page that will be written.
package struct PlannedPage: Sendable {
    package let kind: PageKind
    /// From the site's root.
    package let path: String
    package let event: Int?
    /// Whose page it is; nil for lists.
    package let own: AnyHandle?
    /// Where a redirect leads.
    package let target: Route?
    /// Of a list that is long, which of its pages this is, from 0.
    let part: Int

    init(
        _ kind: PageKind, _ path: String, event: Int? = nil, own: AnyHandle? = nil, target: Route? = nil, part: Int = 0
    ) {
        self.kind = kind
        self.path = path
        self.event = event
        self.own = own
        self.target = target
        self.part = part
    }
}

extension PlannedPage {
    /// The page that leads from an old address to a new one.
    package init(_ redirect: Redirect) {
        self.init(.redirect, redirect.path, own: redirect.handle, target: redirect.target)
    }

    /// Whether search engines are to know it.
    package var isListed: Bool { kind != .notFound && kind != .search && kind != .redirect }
}

extension RenderContext {
    /// Every page of the site but redirects, in the order of events, kinds and ids.
    package func plannedPages() -> [PlannedPage] { site.plannedPages(corrections: correctionChanges.count) }
}

extension Site {
    /// Every page of the site but redirects, in the order of events, kinds and ids.
    ///
    /// - Parameter corrections: how many corrections the list of all of them has.
    func plannedPages(corrections: Int) -> [PlannedPage] {
        var pages: [PlannedPage] = []
        if !isOneEvent {
            for part in 0..<ListPart.count(of: events.count) {
                pages.append(PlannedPage(.home, ListPart.path(part, of: "index.html"), part: part))
            }
        }
        for scope in events.indices {
            let prefix = prefix(ofScope: scope)
            pages.append(
                PlannedPage(
                    .event, prefix + "index.html", event: scope, own: AnyHandle(.event, scope: -1, index: scope)))
            pages.append(PlannedPage(.timeline, prefix + "timeline.html", event: scope))
            plan(scope, event: scope, into: &pages)
        }
        plan(-1, event: isOneEvent ? 0 : nil, into: &pages)
        for (index, page) in self.pages.enumerated() {
            let handle = AnyHandle(.page, scope: page.event ?? -1, index: index)
            pages.append(
                PlannedPage(.page, route(of: handle).path, event: page.event ?? (isOneEvent ? 0 : nil), own: handle))
        }
        let whole = isOneEvent ? 0 : nil
        for part in 0..<ListPart.count(of: corrections) {
            pages.append(
                PlannedPage(.corrections, ListPart.path(part, of: "corrections.html"), event: whole, part: part))
        }
        pages.append(PlannedPage(.search, "search.html", event: whole))
        pages.append(PlannedPage(.notFound, "404.html", event: whole))
        return pages
    }

    private func plan(_ scope: Int, event: Int?, into pages: inout [PlannedPage]) {
        let entries = entries(of: scope)
        let prefix = prefix(ofScope: scope)
        func each<E: Entry>(_ list: [E], _ kind: PageKind) {
            for index in list.indices {
                let handle = AnyHandle(E.kind, scope: scope, index: index)
                pages.append(PlannedPage(kind, route(of: handle).path, event: event, own: handle))
            }
        }
        each(entries.parties, .party)
        each(entries.people, .person)
        each(entries.demands, .demand)
        each(entries.responses, .response)
        each(entries.threats, .threat)
        each(entries.statements, .statement)
        // In a site about one event, what would be shared is the event's own.
        if !entries.terms.isEmpty { pages.append(PlannedPage(.terms, prefix + "terms.html", event: event)) }
        if !entries.sources.isEmpty { pages.append(PlannedPage(.sources, prefix + "sources.html", event: event)) }
    }
}
