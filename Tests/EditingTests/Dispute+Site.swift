import Diagnostics
import Model
import Reading
import TestSupport
import Testing

extension Dispute {
    /// The dispute as a site with one event, and what is computed from it.
    func site() throws -> (site: Site, records: [EventRecord]) {
        let texts = [("event.md", event), ("site.md", "---\ntitle: Site\n---\n")]
        var problems: [Diagnostic] = []
        func take<Value>(_ outcome: Outcome<Value>) -> Value {
            problems += outcome.diagnostics
            return outcome.value
        }
        let documents = texts.map { take(parseDocument(TextFile(path: $0.0, text: $0.1), path: $0.0)) }
        let settings = take(readSettings(documents[1]))
        let entries = take(readEntries(of: documents[0], at: .event(folder: ""), options: MarkdownOptions()))
        let site = take(
            assembleSite(
                settings: settings, placing: Placing(paths: texts.map(\.0)), entries: entries, assets: [],
                options: PublishingOptions(now: 1_772_000_000)))
        let errors = problems.filter { $0.severity == .error }
        try #require(errors.isEmpty, "\(errors.map(\.message)) in\n\(event)")
        return (site, site.events.indices.map { EventRecord(site, event: $0, asOf: nil) })
    }
}
