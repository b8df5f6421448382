/// Where an entry's page, or its place on a page, is in the finished site.
///
/// Paths are relative to the site's root and name the file (`demands/x.html`), so that links work from disk.
package struct Route: Hashable, Sendable {
    package let path: String
    /// The id of the element on that page; nil for the page as a whole.
    package let anchor: String?

    package init(_ path: String, anchor: String? = nil) {
        self.path = path
        self.anchor = anchor
    }
}

extension Site {
    /// The part of a path that stands before an event's pages: empty, or the folder with a slash.
    package func prefix(ofScope scope: Int) -> String { scope < 0 ? "" : prefixes[scope] }

    /// The route of any published entry.
    package func route(of handle: AnyHandle) -> Route {
        switch handle.kind {
        case .event: eventRoutes[Int(handle.index)]
        case .page:
            Route(prefix(ofScope: pages[Int(handle.index)].event ?? -1) + pages[Int(handle.index)].head.id + ".html")
        default: kept(handle)
        }
    }
}

extension Event {
    /// What stands before the paths of its pages: empty, or the folder with a slash.
    package var prefix: String { folder.isEmpty ? "" : folder + "/" }
}

extension EntryKind {
    /// The kinds of which there are many in an event, each with its place in a list of lists.
    var listIndex: Int {
        switch self {
        case .party: 0
        case .person: 1
        case .demand: 2
        case .response: 3
        case .threat: 4
        case .statement: 5
        case .moment: 6
        case .source: 7
        case .term: 8
        case .event, .page: 9
        }
    }
}

extension Entries {
    /// The routes of all entries, by `EntryKind.listIndex` and index.
    func routes(below prefix: String) -> [[Route]] {
        func pages<E: Entry>(_ list: [E], _ folder: String) -> [Route] {
            list.map { Route("\(prefix)\(folder)/\($0.head.id).html") }
        }
        func places<E: Entry>(_ list: [E], _ page: String, _ word: String) -> [Route] {
            let path = prefix + page
            return list.map { Route(path, anchor: word + $0.head.id) }
        }
        return [
            pages(parties, "parties"), pages(people, "people"), pages(demands, "demands"),
            responses.map { Route("\(prefix)\($0.isInRefusals ? "refusals" : "responses")/\($0.head.id).html") },
            pages(threats, "threats"), pages(statements, "statements"),
            places(moments, "timeline.html", "on-moment-"), places(sources, "sources.html", "source-"),
            places(terms, "terms.html", "term-"),
        ]
    }
}
