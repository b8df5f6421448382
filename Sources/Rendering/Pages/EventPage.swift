import Model
import Presenting
import Templates

extension PageType {
    static let event = PageType(
        OutputKind(
            "event", .page, .entries(.event), anchors: eventAnchors,
            optionalAnchors: { page in
                // Terms that all events share are explained where they are used.
                ["terms"] + page.ids(.term, scope: -1)
            }),
        "An event's page.", kicker: { $0.page.words[.dispute] },
        gather: { $0.event($1.event ?? 0) }
    ) {
        EventRoot(common: $0)
    }
}

struct EventRoot: TemplateView {
    let common: CommonRoot
    static let record = RecordType<EventRoot>("event_page", "Names on an event's page and its timeline.")
        .fields(of: CommonRoot.record) { $0.common }
        .record("event", "The event.") { $0.common.event }
}

/// The sections of an event's page and the entries that it shows.
@Sendable private func eventAnchors(_ page: AnchorContext) -> [String] {
    guard let record = page.record else { return [] }
    let event = page.site.events[record.event]
    let entries = event.entries
    var anchors = ["sources"]
    func add(_ section: String, _ isThere: Bool) {
        if isThere { anchors.append(section) }
    }
    add("key-facts", !event.keyFacts.isEmpty)
    add("pending", record.mayGoOn(in: page.site))
    for section in ["standoff", "demands"] { add(section, !entries.demands.isEmpty) }
    add("accounts", !page.site.disputed(inEvent: record.event).isEmpty)
    add("threats", !entries.threats.isEmpty)
    add("statements", !entries.statements.isEmpty)
    add("timeline", !record.timeline(of: page.site).isEmpty)
    add("corrections", page.log.byEvent[record.event].contains { $0.correction != nil })
    let answers = Set(record.cells.joined().compactMap(\.response)).sorted()
    return anchors + page.ids(.demand, record.demandOrder, scope: record.event)
        + page.ids(.response, answers, scope: record.event)
        + [.threat, .statement, .term].flatMap { page.ids($0, scope: record.event) }
}
