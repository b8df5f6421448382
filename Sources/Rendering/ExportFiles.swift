import Model

extension RenderContext {
    /// Everything that is written beside pages and assets, in the order of paths of one event, then the site.
    ///
    /// - Returns: the files, and how many entries found no room in the search index.
    package func exportFiles(of pages: [PlannedPage]) -> (files: [ExportFile], unsearchable: Int) {
        var files: [ExportFile] = []
        for event in site.events.indices {
            let prefix = site.prefix(ofScope: event)
            let data = exports.eventJSON(ofEvent: event, timeline: indexes[event].timeline)
            files.append(ExportFile(path: prefix + "event.json", bytes: data))
            files.append(ExportFile(path: prefix + Self.cardName, bytes: card(ofEvent: event)))
            if let calendar = exports.calendar(ofEvent: event) {
                files.append(ExportFile(path: prefix + "deadlines.ics", bytes: calendar))
            }
        }
        files.append(ExportFile(path: EventSchema.path, bytes: EventSchema.encoded()))
        files.append(ExportFile(path: "feed.xml", bytes: exports.feed()))
        files.append(ExportFile(path: "robots.txt", bytes: exports.robots()))
        let search = exports.searchIndex()
        files.append(ExportFile(path: "search-index.js", bytes: search.bytes))
        files += exports.sitemaps(of: pages.filter(\.isListed).map { SitemapPage(path: $0.path, updated: updated($0)) })
        return (files, search.omitted)
    }

    /// When a page was last updated, for search engines: its own entry's date, else its event's record.
    private func updated(_ plan: PlannedPage) -> EventDate? {
        let own = plan.own.flatMap { site.head(of: $0).head.updated?.value }
        return own ?? plan.event.flatMap { records[$0].date }
    }
}
