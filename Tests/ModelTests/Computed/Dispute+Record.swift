import Diagnostics
import Model
import Reading
import TestSupport
import Testing

extension Dispute {
    /// The dispute as a site with one event, and what is computed from it.
    func computed(asOf: String? = nil) throws -> (site: Site, record: EventRecord) {
        let limit = try asOf.map { try EventDate.parse($0).get() }
        let texts = [("event.md", event), ("site.md", "---\ntitle: Site\n---\n")]
        let placing = Placing(paths: texts.map(\.0))
        var problems: [Diagnostic] = []
        func take<Value>(_ outcome: Outcome<Value>) -> Value {
            problems += outcome.diagnostics
            return outcome.value
        }
        let documents = texts.map { take(parseDocument(TextFile(path: $0.0, text: $0.1), path: $0.0)) }
        let settings = take(readSettings(documents[1]))
        let entries = take(readEntries(of: documents[0], at: .event(folder: ""), options: MarkdownOptions()))
        let options = PublishingOptions(asOf: limit, now: 1_772_000_000)
        let site = take(
            assembleSite(settings: settings, placing: placing, entries: entries, assets: [], options: options))
        let errors = problems.filter { $0.severity == .error }
        try #require(errors.isEmpty, "\(errors.map(\.message)) in\n\(event)")
        return (site, EventRecord(site, event: 0, asOf: limit))
    }
}

/// An event as it was on 4 February 2026.
struct AsOfSite {
    let event: Event
    /// What is left out of the event itself, in words.
    let parts: [String]

    init(_ text: String) throws {
        let asOf = try EventDate.parse("2026-02-04").get()
        let document = parseDocument(TextFile(path: "event.md", text: text), path: "event.md").value
        let settings = readSettings(
            parseDocument(TextFile(path: "site.md", text: "---\ntitle: Site\n---\n"), path: "site.md").value)
        let entries = readEntries(of: document, at: .event(folder: ""), options: MarkdownOptions())
        try #require(entries.diagnostics.isEmpty, "\(entries.diagnostics.map(\.message)) in\n\(text)")
        let site = assembleSite(
            settings: settings.value, placing: Placing(paths: ["event.md", "site.md"]), entries: entries.value,
            assets: [], options: PublishingOptions(asOf: asOf, now: 1_772_000_000)
        ).value
        event = site.events[0]
        parts = site.withheldParts.compactMap(\.part)
    }
}
