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
