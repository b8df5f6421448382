import TestSupport
import Testing

extension MemorySite {
    /// The front matter of a dispute that nothing is wrong with: a union, a company, a demand, a report.
    static let harbourEvent = """
        ---
        title: The harbour strike
        summary: The dockers ask for more pay.
        parties:
          - {id: union, name: Dockers' union, kind: union}
          - {id: company, name: Harbour company, kind: company}
        demands:
          - {id: pay-rise, title: Raise wages, from: union, to: company, date: 2026-02-24, sources: [report]}
        sources:
          - {id: report, title: Report, type: report}
        ---

        """

    /// A site about that dispute, with further documents, which may replace its own; an empty one takes it away.
    static func harbour(
        settings: String = "", _ documents: [String: String], assets: [String] = [], includesDrafts: Bool = false
    ) throws -> MemorySite {
        var texts = ["site.md": "---\ntitle: The Harbour Record\n\(settings)---\n", "event.md": harbourEvent]
        texts.merge(documents) { $1 }
        texts = texts.filter { !$0.value.isEmpty }
        let files = texts.keys.sorted().map { path in
            (path: path, file: MarkedText(texts[path] ?? "").file("content/" + path))
        }
        return try #require(MemorySite(files: files, assets: assets, includesDrafts: includesDrafts))
    }
}
