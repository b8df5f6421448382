import Diagnostics
import Foundation
import Model
import Reading

@testable import Exporting
@testable import Presenting
@testable import Rendering

/// A site made from documents in memory, or from a folder.
struct MadeUpSite {
    let context: ExportContext
    let diagnostics: [Diagnostic]

    var site: Site { context.site }
    var plan: SitePlan { context.plan }

    /// - Parameter documents: texts by their path below `content/`; `site.md` may be left away.
    init(
        _ documents: [(String, String)], asOf: String? = nil, drafts: Bool = false, now: Int = 1_772_000_000,
        assets: [String] = []
    ) throws {
        var documents = documents
        if !documents.contains(where: { $0.0 == "site.md" }) { documents.append(("site.md", MadeUpSite.settings())) }
        documents.sort { $0.0 < $1.0 }
        let limit = try asOf.map { try EventDate.parse($0).get() }
        let options = PublishingOptions(includesDrafts: drafts, asOf: limit, now: now)
        let placing = Placing(paths: documents.map(\.0))
        var diagnostics: [Diagnostic] = []
        var entries: [ReadEntry] = []
        var settings: SiteSettings?
        for (path, text) in documents {
            let document = parseDocument(TextFile(path: path, text: text), path: path)
            diagnostics += document.diagnostics
            let placement = placing.placement(of: document.value.file, path: path)
            diagnostics += placement.diagnostics
            guard let place = placement.value else { continue }
            if place == .settings {
                let read = readSettings(document.value)
                diagnostics += read.diagnostics
                settings = read.value
            } else {
                let read = readEntries(of: document.value, at: place, options: MarkdownOptions())
                diagnostics += read.diagnostics
                entries += read.value
            }
        }
        guard let settings else { throw CocoaError(.fileNoSuchFile) }
        let site = assembleSite(
            settings: settings, placing: placing, entries: entries, assets: assets, options: options)
        diagnostics += site.diagnostics
        let records = site.value.events.indices.map { EventRecord(site.value, event: $0, asOf: limit) }
        let log = ChangeLog(site.value, records)
        let plan = planSite(site.value, records, log, kinds: outputKinds, themeAssets: [ThemeFile.stylesheet])
        let texts = KeptTexts(site.value) { _ in nil }
        let indexes = records.map { EventIndex(site.value, $0, keptTexts: texts) }
        context = ExportContext(
            SiteContext(plan: plan, records: records, log: log, indexes: indexes, keptTexts: texts))
        self.diagnostics = diagnostics
    }

    /// Every document below a folder of the repository: `content`.
    init(folder: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: folder)
        var documents: [(String, String)] = []
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "md" else { continue }
            let path = String(file.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1))
            documents.append((path, try String(contentsOf: file, encoding: .utf8)))
        }
        try self.init(documents)
    }

    static func settings(_ more: String = "base_url: https://example.org/disputes/") -> String {
        "---\ntitle: Disputes & answers\nlanguage: en\n\(more)\n---\n"
    }

    func handle(_ kind: EntryKind, _ id: String, from scope: Int = 0) throws -> AnyHandle {
        switch site.index.find(kind, id, from: scope) {
        case .found(let handle): return handle
        default: throw CocoaError(.fileNoSuchFile)
        }
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// One dispute with an entry of every kind.
enum PortStrike {
    static let event = """
        ---
        title: Strike at the port
        summary: Dockers ask for more pay; the port says no.
        zone: Europe/Lisbon
        began: 2026-02-01
        as_of: 2026-03-09
        parties:
          - {id: dockers, name: Dockers’ Union, kind: union, short_name: Dockers, also_known_as: [DU]}
          - {id: port, name: Port Company, kind: company, website: "https://port.example/"}
        people:
          - {id: ana, name: Ana Dias, roles: [{title: secretary, party: dockers, from: 2025}]}
        demands:
          - id: pay
            title: Raise pay by 5 %
            summary: Five per cent from March.
            from: dockers
            to: port
            date: 2026-02-03
            deadline: 2026-03-01T18:00+00:00
            words: "Five per cent, and not a cent less"
            statement: ana-pay
            sources: [{id: paper, at: "p. 1"}]
            updated: 2026-03-05
            corrections:
              - {date: 2026-03-04, kind: correction, text: The rate was wrong.}
          - {id: rota, title: A fixed rota, from: dockers, to: port, date: 2026-02, deadline: 2026-04}
        refusals:
          - {id: no, title: The port refuses, answers: pay, from: port, date: 2026-02-05, words: "We cannot", grounds: [{title: No money, kind: commercial}]}
        threats:
          - {id: strike, title: Strike, from: dockers, to: port, unless: pay, kind: strike, date: 2026-02-03, state: imposed, state_date: 2026-03-02}
        statements:
          - {id: ana-pay, speaker: ana, date: 2026-02-03, words: "Five per cent, and not a cent less", medium: speech, act: demands, about: [demand:pay]}
        moments:
          - {id: talks, title: Talks, date: 2026-02-04, kind: meeting, parties: [dockers, port]}
        sources:
          - {id: paper, title: The paper’s report, type: article-newspaper, url: "https://paper.example/1", published: 2026-02-06}
        terms:
          - {id: rota-word, name: Rota, definition: Who works when.}
        ---
        Text.
        """

    static func site(_ settings: String = MadeUpSite.settings()) throws -> MadeUpSite {
        try MadeUpSite([("site.md", settings), ("port/event.md", event)])
    }
}
