import Bytes
import Model
import Presenting

extension ExportType {
    /// `feed.json`: what `feed.xml` tells, as JSON Feed 1.1.
    static let jsonFeed = ExportType(
        OutputKind("json-feed", .feed, .scopes(name: "feed.json") { site, scope in scope < 0 || !site.isOneEvent }),
        bytes: { context, output in context.jsonFeed(output) })
}

extension ExportContext {
    fileprivate func jsonFeed(_ output: PlannedOutput) -> [UInt8] {
        let feed = Feed(self, scope: feedScope(of: output))
        func url(_ route: Route) -> String { link(to: route, from: output.path) }
        let items = feed.items.map { item in
            JSON.members([
                "id": .string(item.id), "url": .string(url(item.route)), "title": .string(item.text.title),
                "content_text": .string(item.text.text ?? item.text.title),
                "date_modified": .string(item.date), "tags": .strings([item.text.label]),
                "language": item.language == feed.language ? nil : .string(item.language),
                "authors": item.authors.isEmpty ? nil : authors(item.authors),
            ])
        }
        return JSON.members([
            "version": .string("https://jsonfeed.org/version/1.1"), "title": .string(feed.title),
            "home_page_url": .string(url(feed.home)),
            "feed_url": address.map { .string($0.url(of: route(of: output))) },
            "description": feed.description.map(JSON.string), "language": .string(feed.language),
            "authors": authors(feed.authors),
            "items": .array(items),
        ]).encoded(indent: 1)
    }

    private func authors(_ authors: [Feed.Author]) -> JSON {
        .array(authors.map { .members(["name": .string($0.name), "url": $0.url.map(JSON.string)]) })
    }
}
