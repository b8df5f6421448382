import Model

/// What is written beside pages and assets, in parts that can be made beside each other.
package enum Export: Sendable, Hashable {
    /// An event as data, and its deadlines.
    case event(Int)
    case schema, feed, robots, search, sitemaps
}

extension RenderContext {
    /// Every export of the site, the longest first.
    package var allExports: [Export] {
        [.search, .sitemaps, .feed, .schema, .robots] + site.events.indices.map(Export.event)
    }

    /// The files of one export.
    ///
    /// - Parameter pages: all pages of the site, for the sitemap.
    /// - Returns: the files, and how many entries found no room in the search index.
    package func files(of export: Export, pages: [PlannedPage]) -> (files: [ExportFile], unsearchable: Int) {
        switch export {
        case .event(let event): return (files(ofEvent: event), 0)
        case .schema: return ([ExportFile(path: EventSchema.path, bytes: EventSchema.encoded())], 0)
        case .feed: return ([ExportFile(path: "feed.xml", bytes: exports.feed())], 0)
        case .robots: return ([ExportFile(path: "robots.txt", bytes: exports.robots())], 0)
        case .search:
            let search = exports.searchIndex()
            return ([ExportFile(path: "search-index.js", bytes: search.bytes)], search.omitted)
        case .sitemaps:
            let listed = pages.filter(\.isListed)
            return (exports.sitemaps(of: listed.map { SitemapPage(path: $0.path, updated: updated($0)) }), 0)
        }
    }

    private func files(ofEvent event: Int) -> [ExportFile] {
        let prefix = site.prefix(ofScope: event)
        let data = exports.eventJSON(ofEvent: event, timeline: indexes[event].timeline)
        var files = [
            ExportFile(path: prefix + "event.json", bytes: data),
            ExportFile(path: prefix + Self.cardName, bytes: card(ofEvent: event)),
        ]
        if let calendar = exports.calendar(ofEvent: event) {
            files.append(ExportFile(path: prefix + "deadlines.ics", bytes: calendar))
        }
        return files
    }

    /// When a page was last updated, for search engines: its own entry's date, else its event's record.
    private func updated(_ plan: PlannedPage) -> EventDate? {
        let own = plan.own.flatMap { site.head(of: $0).updated?.value }
        return own ?? plan.event.flatMap { records[$0].date }
    }
}
