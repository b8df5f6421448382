import Bytes
import Model
import Presenting

/// `feed.xml`: what changed, as an Atom feed (RFC 4287).
///
/// Atom's ids must be absolute, its links need not be. So a site without `base_url` has its feed too: links relative to
/// the feed, ids as `UniqueNames` makes them.
struct AtomFeed {
    let context: ExportContext
    private let feed: Feed
    private let output: PlannedOutput
    /// From the site's root.
    private let path: String
    private var xml = HTMLWriter(capacity: 16_384)

    init(_ context: ExportContext, _ output: PlannedOutput) {
        self.context = context
        self.output = output
        path = output.path
        feed = Feed(context, scope: context.feedScope(of: output))
    }

    mutating func write() -> [UInt8] {
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        xml.attribute("xml:lang", feed.language)
        xml.markup(">\n")
        element("id", feed.id)
        element("title", feed.title)
        if let description = feed.description { element("subtitle", description) }
        link("alternate", "text/html", feed.home)
        if let address = context.address {
            xml.markup("<link rel=\"self\" type=\"application/atom+xml\"")
            xml.attribute("href", address.url(of: context.route(of: output)))
            xml.markup("/>\n")
        }
        element("updated", feed.updated)
        for author in feed.authors { self.author(author) }
        for item in feed.items { entry(item) }
        xml.markup("</feed>\n")
        return xml.bytes
    }

    private mutating func author(_ author: Feed.Author) {
        xml.markup("<author>\n")
        element("name", author.name)
        if let url = author.url { element("uri", url) }
        xml.markup("</author>\n")
    }

    private mutating func entry(_ item: Feed.Item) {
        xml.markup("<entry")
        if item.language != feed.language { xml.attribute("xml:lang", item.language) }
        xml.markup(">\n")
        element("id", item.id)
        element("title", item.text.title)
        element("updated", item.date)
        link("alternate", "text/html", item.route)
        for author in item.authors { self.author(author) }
        xml.markup("<category")
        xml.attribute("term", item.text.term)
        xml.attribute("label", item.text.label)
        xml.markup("/>\n")
        if let text = item.text.text { element("summary", text) }
        xml.markup("</entry>\n")
    }

    // MARK: - XML

    private mutating func element(_ name: StaticString, _ text: String) {
        xml.markup("<")
        xml.markup(name)
        xml.markup(">")
        xml.xmlText(text)
        xml.markup("</")
        xml.markup(name)
        xml.markup(">\n")
    }

    private mutating func link(_ relation: StaticString, _ type: StaticString, _ route: Route) {
        xml.markup("<link rel=\"")
        xml.markup(relation)
        xml.markup("\" type=\"")
        xml.markup(type)
        xml.markup("\"")
        xml.attribute("href", context.link(to: route, from: path))
        xml.markup("/>\n")
    }
}

extension ExportType {
    /// One for the site, and one for each of several events.
    static let feed = ExportType(
        OutputKind("feed", .feed, .scopes(name: "feed.xml") { site, scope in scope < 0 || !site.isOneEvent }),
        bytes: { context, output in
            var feed = AtomFeed(context, output)
            return feed.write()
        })
}

extension ExportContext {
    /// The site's.
    var feedRoute: Route { plan.route(to: ExportType.feed.kind) ?? Route(SitePlan.home) }

    /// The bytes of the site's `feed.xml`, or an event's.
    package func feed(ofEvent event: Int = -1) -> [UInt8] {
        guard let output = plan.output(ExportType.feed.kind, scope: event) else { return [] }
        var feed = AtomFeed(self, output)
        return feed.write()
    }

    /// Whose changes a feed tells: an event's index, or -1 for the site, whose only event may own the file.
    func feedScope(of output: PlannedOutput) -> Int { site.isOneEvent ? -1 : output.scope }
}
