import Checking
import Diagnostics
import Model
import Reading
import Rendering
import TestSupport

/// A site that is read from memory, with the problems that reading it met.
struct MemorySite {
    let plan: SitePlan
    let log: ChangeLog
    let records: [EventRecord]
    let texts: KeptTexts
    let drawings: [TextFile]
    let readingProblems: [Diagnostic]
    /// Files of the site's templates, which lie beside the content in memory.
    let pageTemplates: [String]

    /// Nil where there are no settings.
    init?(_ content: ContentFolder, includesDrafts: Bool = false) {
        let files = content.textPaths.map { path in (path, content.texts[path]?.file("content/" + path)) }
        let assets = content.assets
        self.init(
            files: files.compactMap { path, file in file.map { (path, $0) } }, assets: content.assetPaths,
            includesDrafts: includesDrafts, read: { assets[$0] })
    }

    init?(
        files: [(path: String, file: TextFile)], assets: [String] = [], includesDrafts: Bool = false,
        read: (String) -> [UInt8]? = { _ in nil }
    ) {
        var problems: [Diagnostic] = []
        func take<Value>(_ outcome: Outcome<Value>) -> Value {
            problems += outcome.diagnostics
            return outcome.value
        }
        let documents = files.map { take(parseDocument($0.file, path: $0.path)) }
        guard let first = documents.first(where: { $0.path == "site.md" }) else { return nil }
        let settings = take(readSettings(first))
        pageTemplates = assets.filter { $0.hasPrefix("templates/pages/") }
            .map { String($0.dropFirst("templates/pages/".count)) }
        let ignored = settings.ignore.map { FilePattern($0.value) }
        let assets = assets.filter { path in
            !path.hasPrefix("templates/") && !ignored.contains { $0.matches(path) }
        }
        let placing = Placing(paths: documents.map(\.path))
        var entries: [ReadEntry] = []
        for document in documents {
            guard let placement = take(placing.placement(of: document.file, path: document.path)) else { continue }
            entries += take(
                readEntries(
                    of: document, at: placement, options: MarkdownOptions(allowsRawHTML: settings.allowsRawHTML)))
        }
        let options = PublishingOptions(includesDrafts: includesDrafts, now: 1_772_000_000)
        let site = take(
            assembleSite(settings: settings, placing: placing, entries: entries, assets: assets, options: options))
        let records = site.events.indices.map { EventRecord(site, event: $0, asOf: nil) }
        self.records = records
        let log = ChangeLog(site, records)
        self.log = log
        plan = planSite(
            site, records, log, kinds: outputKinds, themeAssets: ["assets/icon.svg", "assets/style.css"])
        texts = KeptTexts(site, read: read)
        drawings = assets.filter { $0.hasSuffix(".svg") }.compactMap { path in
            read(path).map { TextFile(path: "content/" + path, bytes: $0) }
        }
        readingProblems = problems
    }

    var site: Site { plan.site }

    /// Everything that is wrong, in the order of print.
    func problems(codes: [DiagnosticCode] = CheckContext.ownCodes) -> [Diagnostic] {
        let found = check(
            plan, records: records, log: log, codes: codes, texts: texts, drawings: drawings,
            pageTemplates: pageTemplates)
        return (readingProblems + found).inOrder()
    }
}
