import Bytes
import Diagnostics
import Drawing
import Model
import Reading

/// What all pages of a build share: the site, what is computed from it, and the words.
package final class RenderContext: Sendable {
    package let site: Site
    /// One an event, at the event's index.
    package let records: [EventRecord]
    package let exports: ExportContext
    /// One an event, at the event's index.
    package let indexes: [EventIndex]
    package let keptTexts: KeptTexts
    package let words: Words
    /// Pages at which a Markdown file ends up, by the file's path below `content/`.
    package let routes: [String: Route]
    /// Files that are copied as they are, by their path.
    package let assets: Set<String>
    /// Initials and colours of parties: one an event, at the event's index, and those of shared parties on other pages.
    let partyTables: [PartyTable]
    let sharedParties: PartyTable
    let relatives: Relatives
    /// Updates and corrections of each event, newest first.
    package let changesByEvent: [[SiteChange]]
    /// The same of the whole site.
    package let changes: [SiteChange]
    /// Those of the whole site that are corrections.
    let correctionChanges: [SiteChange]
    /// Events by their last change, newest first.
    let newestEvents: [Int]
    /// The latest date that anything in the site bears.
    let lastDate: EventDate
    /// CSS rules for the colours that writers gave to parties, sorted; empty for none.
    package let ownColorRules: [String]
    /// Width and height of pictures, in pixels, by their path.
    package let imageSizes: [String: ImageSize]

    package init(
        site: Site, records: [EventRecord], indexes: [EventIndex], keptTexts: KeptTexts, words: Words = .english,
        imageSizes: [String: ImageSize] = [:]
    ) {
        self.site = site
        self.records = records
        exports = ExportContext(site: site, records: records, words: words)
        self.indexes = indexes
        self.keptTexts = keptTexts
        self.words = words
        self.imageSizes = imageSizes
        assets = Set(site.assets)
        relatives = Relatives(site)
        let changesByEvent = site.events.indices.map { site.changes(ofScope: $0) }
        self.changesByEvent = changesByEvent
        let zone = site.zone(ofScope: -1)
        changes = (changesByEvent.flatMap { $0 } + site.changes(ofScope: -1)).enumerated()
            .sorted { left, right in
                (right.element.date.latest(in: zone), left.offset) < (left.element.date.latest(in: zone), right.offset)
            }.map(\.element)
        correctionChanges = changes.filter { $0.correction != nil }
        let last = records.map { record in
            (changesByEvent[record.event].first?.date ?? record.date)?.latest(in: zone) ?? .min
        }
        newestEvents = records.indices.sorted { (last[$1], $0) < (last[$0], $1) }
        let dates = changesByEvent.compactMap(\.first?.date) + records.compactMap(\.date)
        lastDate =
            dates.max { $0.latest(in: zone) < $1.latest(in: zone) } ?? EventDate(day: CivilDay(number: 0))
        var rules: Set<String> = []
        for scope in -1..<site.events.count {
            for party in site.entries(of: scope).parties {
                if let color = party.color.flatMap({ OwnColor($0.value) }) {
                    rules.insert(color.rule)
                }
            }
        }
        ownColorRules = rules.sorted()
        routes = site.documentRoutes()
        let looks = PartyLooks(indexes.map(\.parties), in: site)
        partyTables = indexes.indices.map(looks.table(ofEvent:))
        sharedParties = looks.shared
    }

    /// How the parties of an event look on its pages, as text to compare: where parties are shared, that depends on other
    /// events, too.
    package func partyLooks(ofEvent event: Int) -> String {
        let table = partyTables[event]
        return zip(table.initials, table.colors).map { "\($0) \($1.className)" }.joined(separator: "\n")
    }

    /// The last change of an event; nil where none is recorded.
    func lastChange(ofEvent event: Int) -> EventDate? { changesByEvent[event].first?.date }
}

extension Site {
    /// Where each document's page is, by the document's path below `content/`, for links from one file to another.
    package func documentRoutes() -> [String: Route] {
        var routes: [String: Route] = [:]
        func add<E: Entry>(_ list: [E], _ scope: Int) {
            for (index, entry) in list.enumerated() where !entry.head.isInline {
                routes[entry.head.path] = route(of: AnyHandle(E.kind, scope: scope, index: index))
            }
        }
        for scope in -1..<events.count {
            let entries = entries(of: scope)
            add(entries.parties, scope)
            add(entries.people, scope)
            add(entries.demands, scope)
            add(entries.responses, scope)
            add(entries.threats, scope)
            add(entries.statements, scope)
            add(entries.moments, scope)
            add(entries.sources, scope)
            add(entries.terms, scope)
        }
        for (index, event) in events.enumerated() {
            routes[event.head.path] = route(of: AnyHandle(.event, scope: -1, index: index))
        }
        for (index, page) in pages.enumerated() {
            routes[page.head.path] = route(of: AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
        routes["site.md"] = Route("index.html")
        return routes
    }
}
