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

    init(_ kind: PageKind, _ path: String, event: Int? = nil, own: AnyHandle? = nil, target: Route? = nil) {
        self.kind = kind
        self.path = path
        self.event = event
        self.own = own
        self.target = target
    }
}

extension Site {
    /// Every page of the site, in the order of events, kinds and ids.
    package func plannedPages() -> [PlannedPage] {
        var pages: [PlannedPage] = []
        if !isOneEvent { pages.append(PlannedPage(.home, "index.html")) }
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
        pages.append(PlannedPage(.corrections, "corrections.html", event: whole))
        pages.append(PlannedPage(.search, "search.html", event: whole))
        pages.append(PlannedPage(.notFound, "404.html", event: whole))
        pages += redirects()
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

    /// Old addresses that lead to new ones.
    private func redirects() -> [PlannedPage] {
        var pages: [PlannedPage] = []
        func add(_ head: EntryHead, _ handle: AnyHandle) {
            for old in head.movedFrom {
                let path = redirectPath(old.value)
                pages.append(PlannedPage(.redirect, path, own: handle, target: route(of: handle)))
            }
        }
        for (index, event) in events.enumerated() { add(event.head, AnyHandle(.event, scope: -1, index: index)) }
        for scope in -1..<events.count {
            let entries = entries(of: scope)
            func each<E: Entry>(_ list: [E]) {
                for (index, entry) in list.enumerated() where !entry.head.movedFrom.isEmpty {
                    add(entry.head, AnyHandle(E.kind, scope: scope, index: index))
                }
            }
            each(entries.parties)
            each(entries.people)
            each(entries.demands)
            each(entries.responses)
            each(entries.threats)
            each(entries.statements)
            each(entries.moments)
            each(entries.sources)
            each(entries.terms)
        }
        for (index, page) in self.pages.enumerated() {
            add(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
        return pages
    }
}

/// The file that redirects from an old address: one that does not end in `.html` is a folder.
package func redirectPath(_ written: String) -> String {
    let path = String(written.drop { $0 == "/" })
    if path.hasSuffix(".html") { return path }
    return path.hasSuffix("/") ? path + "index.html" : path + "/index.html"
}
