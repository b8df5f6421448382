import Bytes
import Model
import Presenting

/// `feed.xml`: corrections and updates, newest first, as an Atom feed (RFC 4287).
///
/// Atom's ids must be absolute, its links need not be. So a site without `base_url` has its feed too: links relative to
/// the feed, ids as `UniqueNames` makes them.
struct AtomFeed {
    /// The most changes that a feed tells of.
    static let limit = 50

    let context: ExportContext
    /// From the site's root.
    private let path: String
    private let names: UniqueNames
    private var xml = HTMLWriter(capacity: 16_384)

    init(_ context: ExportContext) {
        self.context = context
        path = context.feedRoute.path
        names = UniqueNames(context)
    }

    mutating func write() -> [UInt8] {
        let settings = context.site.settings
        let changes = context.log.changes.prefix(AtomFeed.limit)
        let language = settings.language.value
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        xml.attribute("xml:lang", language)
        xml.markup(">\n")
        element("id", context.address?.base ?? names.uri(of: "feed", on: CivilDay(number: 0)))
        element("title", settings.title.value)
        if let description = settings.description { element("subtitle", description.value) }
        link("alternate", "text/html", Route(SitePlan.home))
        if let address = context.address {
            xml.markup("<link rel=\"self\" type=\"application/atom+xml\"")
            xml.attribute("href", address.url(of: Route(path)))
            xml.markup("/>\n")
        }
        element("updated", MachineDate.instant(changes.first.map(moment) ?? 0))
        xml.markup("<author>\n")
        element("name", settings.publisher?.name.value ?? settings.title.value)
        if let url = settings.publisher?.url { element("uri", url.value) }
        xml.markup("</author>\n")
        for change in changes { entry(change, language) }
        xml.markup("</feed>\n")
        return xml.bytes
    }

    private func moment(_ change: Change) -> Int64 {
        change.date.firstNamedInstant(in: context.zone(of: change.handle))
    }

    private mutating func entry(_ change: Change, _ siteLanguage: String) {
        let head = context.site.head(of: change.handle)
        let language = context.language(of: change.handle)
        xml.markup("<entry")
        if language != siteLanguage { xml.attribute("xml:lang", language) }
        xml.markup(">\n")
        element("id", names.uri(of: thing(change), on: day(change)))
        element("title", title(change))
        element("updated", MachineDate.instant(moment(change)))
        link("alternate", "text/html", context.route(of: change.handle))
        if let (term, label) = category(change) {
            xml.markup("<category")
            xml.attribute("term", term)
            xml.attribute("label", label)
            xml.markup("/>\n")
        }
        if let summary = summary(change, head) { element("summary", summary) }
        xml.markup("</entry>\n")
    }

    // MARK: - What a change is called

    private func day(_ change: Change) -> CivilDay {
        change.date.first.firstDay(in: context.zone(of: change.handle))
    }

    private func thing(_ change: Change) -> String {
        let thing = context.thing(change.handle)
        switch change.kind {
        case .recorded: return thing + "/record"
        case .updated: return thing + "/updated"
        case .corrected(let kind): return thing + "/" + kind.rawValue + (change.number > 1 ? "-\(change.number)" : "")
        }
    }

    private func title(_ change: Change) -> String {
        let name = context.name(of: change.handle)
        return category(change).map { context.words(.labelled, ["label": $0.label, "title": name]) } ?? name
    }

    private func category(_ change: Change) -> (term: String, label: String)? {
        switch change.kind {
        case .recorded: nil
        case .updated: ("updated", context.words[.textChanged])
        case .corrected(let kind): (kind.rawValue, context.words.words(kind))
        }
    }

    private func summary(_ change: Change, _ head: EntryHead) -> String? {
        guard let correction = change.correction else {
            guard change.handle.kind == .event else { return head.summary?.value }
            let state = context.stateText(ofEvent: Int(change.handle.index))
            return [state, head.summary?.value].compactMap { $0 }.joined(separator: " ")
        }
        return context.plainText(correction.text, scope: context.scope(of: change.handle))
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
    static let feed = ExportType(
        OutputKind("feed", .feed, .site { _ in ["feed.xml"] }), bytes: { context, _ in context.feed() })
}

extension ExportContext {
    var feedRoute: Route { plan.route(to: ExportType.feed.kind) ?? Route(SitePlan.home) }

    /// The bytes of `feed.xml`.
    package func feed() -> [UInt8] {
        var feed = AtomFeed(self)
        return feed.write()
    }
}
