import Bytes
import Checking
import Diagnostics
import Model
import Reading
import Rendering
import Writing

/// A site that was read and checked, with what is computed from it.
struct CheckedSite: Sendable {
    let content: ReadContent
    let plan: SitePlan
    let records: [EventRecord]
    let log: ChangeLog
    let indexes: [EventIndex]
    let keptTexts: KeptTexts
    let levels: CheckLevels
    /// Width and height of pictures below `content/`, by path.
    let imageSizes: [String: ImageSize]
    /// The stored texts of sources.
    let keptSources: [ReadSource]

    var site: Site { plan.site }
}

extension Workspace {
    /// Reads, assembles, plans and checks the content; nil if no site can be made of it, with the reasons as problems.
    ///
    /// - Parameter themeFiles: what the plan has from the folders with templates.
    func loadContent(
        _ folder: Outcome<SiteFolder>, _ themeFiles: ThemeFiles, _ stopwatch: Stopwatch, _ progress: Progress
    ) throws(RunFault) -> Outcome<CheckedSite?> {
        let read = try readContent(folder, progress)
        stopwatch.lap(.read)
        guard let content = read.value else { return Outcome(nil, folder.diagnostics + read.diagnostics) }
        let options = PublishingOptions(
            includesDrafts: configuration.includesDrafts, asOf: configuration.asOf, now: world.now)
        let assembled = assembleSite(
            settings: content.settings, placing: content.placing, entries: content.documents.flatMap(\.entries),
            assets: content.folder.assets.map(\.path), options: options, cores: world.cores)
        stopwatch.lap(.assemble)
        let planned = try RunFault.onFiles { () throws(EnvironmentFault) in
            try plan(assembled.value, content, themeFiles)
        }
        stopwatch.lap(.plan)
        let checked = try RunFault.onFiles { () throws(EnvironmentFault) in try check(planned) }
        stopwatch.lap(.check)
        let paths = planned.plan.unusablePaths(templates: configuration.templates)
        let problems = content.folderProblems + paths + read.diagnostics + assembled.diagnostics + checked.diagnostics
        return Outcome(checked.value, checked.value.levels.applied(to: problems))
    }

    /// Computes each event's record, spread over the cores, and what changed; then plans every file of the site.
    private func plan(
        _ site: Site, _ content: ReadContent, _ themeFiles: ThemeFiles
    ) throws(EnvironmentFault) -> PlannedSite {
        let asOf = configuration.asOf
        let records = world.cores.map(Array(site.events.indices), block: 1) { event in
            EventRecord(site, event: event, asOf: asOf)
        }
        let log = ChangeLog(site, records)
        var styles: [String: [UInt8]] = [:]
        for file in content.folder.assets where file.path.hasSuffix(".css") {
            styles[file.path] = try bytes(of: file, in: content.folder, limit: Reading.largestText)
        }
        let plan = planSite(
            site, log, kinds: outputKinds + themeFiles.exports.map(\.kind), themeAssets: themeFiles.assets
        ) { styles[$0] }
        return PlannedSite(
            pageTemplates: themeFiles.pageTemplates, content: content, plan: plan, records: records, log: log)
    }

    /// Runs the checks, spread over the cores by event.
    private func check(_ planned: PlannedSite) throws(EnvironmentFault) -> Outcome<CheckedSite> {
        let (folder, site) = (planned.content.folder, planned.plan.site)
        let files = Dictionary(folder.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var keptSources: [ReadSource] = []
        let texts = KeptTexts(site) { path in
            guard let file = files[path], let bytes = try? folder.folder.read(file, Reading.largestText) else {
                return nil
            }
            keptSources.append(ReadSource(file: file, hash: ContentHash(of: bytes)))
            return bytes
        }
        let published = Set(planned.plan.published.paths)
        let drawings = Drawings(
            files: folder.assets.filter { published.contains($0.path) && $0.path.lowercased().hasSuffix(".svg") },
            folder: folder.folder)
        let context = CheckContext(
            planned.plan, records: planned.records, log: planned.log, codes: allCodes, texts: texts, drawings: drawings,
            pageTemplates: planned.pageTemplates)
        let results = world.cores.map(planned.records, block: 1) { record in
            (EventIndex(site, record, keptTexts: texts), checkEvent(record, in: context))
        }
        let findings = results.map(\.1)
        var imageSizes: [String: ImageSize] = [:]
        for file in folder.assets where published.contains(file.path) && ImageSize.isPicture(file.path) {
            guard let bytes = try folder.folder.read(file, Reading.largestText) else { continue }
            imageSizes[file.path] = ImageSize(head: bytes)
        }
        // An SVG has a size of its own only where its place in a page needs one.
        for logo in [site.settings.publisher?.logo, site.settings.publisher?.darkLogo].compactMap(\.self) {
            guard let path = contentPath(logo.value, relativeTo: "site.md"), imageSizes[path] == nil,
                let file = files[path], let bytes = try folder.folder.read(file, Reading.largestText)
            else { continue }
            imageSizes[path] = ImageSize(svg: bytes)
        }
        let checked = CheckedSite(
            content: planned.content, plan: planned.plan, records: planned.records, log: planned.log,
            indexes: results.map(\.0), keptTexts: texts, levels: context.levels, imageSizes: imageSizes,
            keptSources: keptSources)
        return Outcome(checked, findings.flatMap(\.diagnostics) + checkSite(after: findings, in: context))
    }
}

/// A site's plan, and the values that it was made from.
private struct PlannedSite {
    let pageTemplates: [String]
    let content: ReadContent
    let plan: SitePlan
    let records: [EventRecord]
    let log: ChangeLog
}

/// The SVG files that are copied, read one at a time.
private struct Drawings: Sequence, Sendable {
    let files: [FoundFile]
    let folder: OpenFolder

    func makeIterator() -> AnyIterator<TextFile> {
        var rest = files[...]
        return AnyIterator {
            while let file = rest.popFirst() {
                // A file that cannot be read is reported when it is copied.
                guard let bytes = try? folder.read(file, Reading.largestText) else { continue }
                return TextFile(path: file.displayPath, bytes: bytes)
            }
            return nil
        }
    }
}
