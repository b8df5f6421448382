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
    package func prefix(ofScope scope: Int) -> String {
        guard scope >= 0 else { return "" }
        let folder = events[scope].folder
        return folder.isEmpty ? "" : folder + "/"
    }

    /// The route of any published entry.
    package func route(of handle: AnyHandle) -> Route {
        let scope = Int(handle.scope)
        switch handle.kind {
        case .event: return Route(prefix(ofScope: Int(handle.index)) + "index.html")
        case .page:
            let page = pages[Int(handle.index)]
            return Route(prefix(ofScope: page.event ?? -1) + page.head.id + ".html")
        case .party, .person, .demand, .threat, .statement:
            return Route(prefix(ofScope: scope) + (handle.kind.folder ?? "") + "/" + id(of: handle) + ".html")
        case .response:
            let response = events[scope].entries.responses[Int(handle.index)]
            let folder = response.isInRefusals ? "refusals" : "responses"
            return Route(prefix(ofScope: scope) + folder + "/" + response.head.id + ".html")
        case .moment: return Route(prefix(ofScope: scope) + "timeline.html", anchor: "on-moment-" + id(of: handle))
        case .source: return Route(prefix(ofScope: scope) + "sources.html", anchor: "source-" + id(of: handle))
        case .term: return Route(prefix(ofScope: scope) + "terms.html", anchor: "term-" + id(of: handle))
        }
    }
}
