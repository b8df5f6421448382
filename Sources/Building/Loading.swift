import Checking
import Diagnostics
import Model
import Reading
import Rendering
import Templates
import Writing

/// A site that was read and checked, with what is computed from it.
struct LoadedSite: Sendable {
    let plan: SitePlan
    let records: [EventRecord]
    let log: ChangeLog
    let indexes: [EventIndex]
    let keptTexts: KeptTexts
    let folder: SiteFolder
    let levels: CheckLevels
    /// Width and height of pictures below `content/`, by path.
    let imageSizes: [String: ImageSize]
    /// Every document with its hash, site.md left out, and the texts kept of sources.
    var sources: [ReadSource]
    let keptSources: [ReadSource]
    /// Of site.md.
    var settings: ContentHash

    var site: Site { plan.site }
}

/// Reads, assembles, plans and checks. Nil if there is no site to go on with; the report then says why.
///
/// - Parameters:
///   - themeAssets: paths of the files that come with the templates.
///   - scanned: the content folder, if it was listed already.
func load(
    _ configuration: Configuration, _ files: FileSystem, _ progress: Progress, _ report: inout Report,
    themeAssets: [String], scanned known: Outcome<SiteFolder>? = nil
) -> LoadedSite? {
    do {
        let scanned = try known ?? report.time("scan") { _ in try scanContent(configuration, files) }
        report.diagnostics += scanned.diagnostics
        let folder = scanned.value
        report.documents = folder.documents.count
        guard let (settings, settingsHash) = try readSettings(folder, configuration, &report) else {
            report.settle(isStrict: configuration.isStrict)
            return nil
        }
        let placing = Placing(paths: folder.documents.map(\.path))
        progress.update("reading", 0, folder.documents.count)
        let read = try report.time("read") { report in
            try readAll(folder, placing, settings, configuration.concurrency, &report.diagnostics)
        }
        let options = PublishingOptions(
            includesDrafts: configuration.includesDrafts, asOf: configuration.asOf, now: configuration.now)
        let assembled = report.time("assemble") { _ in
            assembleSite(
                settings: settings, placing: placing, entries: read.entries, assets: folder.assets.map(\.path),
                options: options, spread: configuration.concurrency.spread)
        }
        report.diagnostics += assembled.diagnostics
        report.withheld = assembled.value.withheld
        let planned = report.time("plan") { _ in plan(assembled.value, themeAssets, configuration) }
        var loaded = try report.time("check") { report in
            try checkAll(planned, folder, configuration, &report.diagnostics)
        }
        loaded.sources = read.sources
        loaded.settings = settingsHash
        report.diagnostics = loaded.levels.applied(to: report.diagnostics)
        return loaded
    } catch let fault as EnvironmentFault where fault.isAbsence && fault.path == shown(configuration.content) {
        report.stop(
            [
                Diagnostic(
                    .missingContent, "there is no folder '\(fault.path)'", at: nil,
                    hint:
                        "run the command in the folder that holds 'content', name it with --content, or begin a site with 'explainer new'"
                )
            ], status: 2)
    } catch let fault as EnvironmentFault {
        report.stop([Diagnostic(environment: fault.message, path: nil)], status: 3)
    } catch {
        report.stop([Diagnostic(environment: "\(error)", path: nil)], status: 3)
    }
    return nil
}

extension EnvironmentFault {
    /// Whether nothing is there: ENOENT, the same number on every system.
    var isAbsence: Bool { number == 2 }
}

/// A folder's name as messages show it: without a slash at its end.
func shown(_ folder: String) -> String {
    var name = Substring(folder)
    while name.utf8.count > 1, name.hasSuffix("/") { name = name.dropLast() }
    return String(name)
}

/// Lists the content folder.
func scanContent(_ configuration: Configuration, _ files: FileSystem) throws(EnvironmentFault) -> Outcome<SiteFolder> {
    try SiteFolder.scan(
        root: configuration.content, displayedAs: shown(configuration.content), with: files,
        spread: configuration.concurrency.spread)
}

private func readSettings(
    _ folder: SiteFolder, _ configuration: Configuration, _ report: inout Report
) throws -> (SiteSettings, ContentHash)? {
    guard let found = folder.documents.first(where: { $0.path == "site.md" }) else {
        report.diagnostics.append(
            Diagnostic(
                .missingSettings, "there is no site.md in '\(shown(configuration.content))'", at: nil,
                path: shown(configuration.content) + "/site.md",
                hint: "write one with at least a title in its front matter"))
        return nil
    }
    let document = try readDocument(found, in: folder)
    let settings = Model.readSettings(document.value)
    report.diagnostics += document.diagnostics + settings.diagnostics
    return (settings.value, ContentHash(of: document.value.file.bytes))
}

/// Reads every document but the settings, spread over the cores, in the order of their paths.
private func readAll(
    _ folder: SiteFolder, _ placing: Placing, _ settings: SiteSettings, _ concurrency: Concurrency,
    _ diagnostics: inout [Diagnostic]
) throws -> (entries: [ReadEntry], sources: [ReadSource]) {
    let options = MarkdownOptions(allowsRawHTML: settings.allowsRawHTML)
    let found = folder.documents.filter { $0.path != "site.md" }
    let results = concurrency.map(found) { file -> Result<ReadDocument, EnvironmentFault> in
        do throws(EnvironmentFault) {
            return .success(try readEntries(of: file, in: folder, placing, options))
        } catch {
            return .failure(error)
        }
    }
    var entries: [ReadEntry] = []
    entries.reserveCapacity(results.count)
    var sources: [ReadSource] = []
    sources.reserveCapacity(results.count)
    for (file, result) in zip(found, results) {
        let document = try result.get()
        diagnostics += document.diagnostics
        entries += document.entries
        sources.append(ReadSource(file: file, hash: document.hash))
    }
    return (entries, sources)
}

/// What one document holds, what is wrong with it, and the hash of its bytes.
private struct ReadDocument: Sendable {
    let entries: [ReadEntry]
    let diagnostics: [Diagnostic]
    let hash: ContentHash
}

private func readEntries(
    of file: FoundFile, in folder: SiteFolder, _ placing: Placing, _ options: MarkdownOptions
) throws(EnvironmentFault) -> ReadDocument {
    let document = try readDocument(file, in: folder)
    let placement = placing.placement(of: document.value.file, path: file.path)
    let entries = placement.value.map { Model.readEntries(of: document.value, at: $0, options: options) } ?? Outcome([])
    return ReadDocument(
        entries: entries.value,
        diagnostics: document.diagnostics + placement.diagnostics + entries.diagnostics,
        hash: ContentHash(of: document.value.file.bytes))
}

/// A site's plan, and what it was made from.
private struct PlannedSite {
    let plan: SitePlan
    let records: [EventRecord]
    let log: ChangeLog
}

/// Computes each event's record, events spread over the cores, and what changed; then plans every file of the site.
private func plan(_ site: Site, _ themeAssets: [String], _ configuration: Configuration) -> PlannedSite {
    let records = configuration.concurrency.map(Array(site.events.indices), block: 1) { event in
        EventRecord(site, event: event, asOf: configuration.asOf)
    }
    let log = ChangeLog(site, records)
    return PlannedSite(
        plan: planSite(site, log, kinds: outputKinds, themeAssets: themeAssets), records: records, log: log)
}

/// Runs the checks, events spread over the cores.
private func checkAll(
    _ planned: PlannedSite, _ folder: SiteFolder, _ configuration: Configuration, _ diagnostics: inout [Diagnostic]
) throws -> LoadedSite {
    let (plan, records, log) = (planned.plan, planned.records, planned.log)
    let site = plan.site
    let files = Dictionary(folder.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var keptSources: [ReadSource] = []
    let texts = KeptTexts(site) { path in
        guard let file = files[path], let bytes = try? folder.folder.read(file, Reading.largestText) else { return nil }
        keptSources.append(ReadSource(file: file, hash: ContentHash(of: bytes)))
        return bytes
    }
    let drawings = try folder.assets.filter { $0.path.lowercased().hasSuffix(".svg") }.compactMap { file in
        try folder.folder.read(file, Reading.largestText).map { TextFile(path: file.displayPath, bytes: $0) }
    }
    let context = CheckContext(
        plan, records: records, log: log, codes: allCodes, texts: texts, drawings: drawings)
    let results = configuration.concurrency.map(records, block: 1) { record in
        (EventIndex(site, record, keptTexts: texts), checkEvent(record, in: context))
    }
    let findings = results.map(\.1)
    diagnostics += findings.flatMap(\.diagnostics) + checkSite(after: findings, in: context)
    var imageSizes: [String: ImageSize] = [:]
    for file in folder.assets where ImageSize.isPicture(file.path) {
        guard let bytes = try folder.folder.read(file, Reading.largestText) else { continue }
        imageSizes[file.path] = ImageSize(head: bytes)
    }
    return LoadedSite(
        plan: plan, records: records, log: log, indexes: results.map(\.0), keptTexts: texts, folder: folder,
        levels: context.levels, imageSizes: imageSizes, sources: [], keptSources: keptSources,
        settings: ContentHash(of: []))
}
