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
    /// The versions of the stylesheets below `content/`, by path.
    let styleVersions: [String: String]

    var site: Site { plan.site }
}

extension Workspace {
    /// Reads, assembles, plans and checks the content; nil if no site can be made of it, with the reasons as problems.
    ///
    /// - Parameter themeFiles: what the plan has from the folders with templates.
    func loadContent(
        _ folder: Outcome<SiteFolder>, _ themeFiles: ThemeFiles, _ stopwatch: Stopwatch, _ progress: Progress
    ) throws(RunFault) -> Outcome<CheckedSite?> {
        let planned = try planContent(folder, themeFiles, stopwatch, progress)
        guard let site = planned.value else { return Outcome(nil, planned.diagnostics) }
        let checked = try RunFault.onFiles { () throws(EnvironmentFault) in try check(site) }
        stopwatch.lap(.check)
        return Outcome(checked.value, checked.value.levels.applied(to: planned.diagnostics + checked.diagnostics))
    }

    /// Reads, assembles and plans the content; nil if no site can be made of it. The severity of the problems is not yet
    /// that of the site's settings.
    func planContent(
        _ folder: Outcome<SiteFolder>, _ themeFiles: ThemeFiles, _ stopwatch: Stopwatch, _ progress: Progress
    ) throws(RunFault) -> Outcome<PlannedSite?> {
        let read = try readContent(folder, progress)
        stopwatch.lap(.read)
        guard let content = read.value else { return Outcome(nil, folder.diagnostics + read.diagnostics) }
        let assembled = assembleSite(
            settings: content.settings, placing: content.placing, entries: content.documents.flatMap(\.entries),
            assets: content.folder.assets.map(\.path), options: publishingOptions, cores: world.cores)
        stopwatch.lap(.assemble)
        let planned = try RunFault.onFiles { () throws(EnvironmentFault) in
            try plan(assembled.value, content, themeFiles, problems: assembled.diagnostics)
        }
        stopwatch.lap(.plan)
        return Outcome(planned, content.folderProblems + planned.pathProblems + read.diagnostics + planned.problems)
    }

    var publishingOptions: PublishingOptions {
        PublishingOptions(includesDrafts: configuration.includesDrafts, asOf: configuration.asOf, now: world.now)
    }

    /// Computes each event's record, spread over the cores, and what changed; then plans every file of the site.
    ///
    /// - Parameters:
    ///   - problems: those of assembling the site.
    ///   - kept: the records of events that are as they were before; nil for the others.
    func plan(
        _ site: Site, _ content: ReadContent, _ themeFiles: ThemeFiles, problems: [Diagnostic],
        keeping kept: @Sendable (_ event: Int) -> EventRecord? = { _ in nil }
    ) throws(EnvironmentFault) -> PlannedSite {
        let asOf = configuration.asOf
        let records = world.cores.map(Array(site.events.indices), block: 1) { event in
            kept(event) ?? EventRecord(site, event: event, asOf: asOf)
        }
        let log = ChangeLog(site, records)
        var styles: [String: [UInt8]] = [:]
        for file in content.folder.assets where file.path.hasSuffix(".css") {
            styles[file.path] = try bytes(of: file, in: content.folder, limit: configuration.largestText)
        }
        let plan = planSite(
            site, records, log, kinds: outputKinds + themeFiles.exports.map(\.kind), themeAssets: themeFiles.assets
        ) { styles[$0] }
        return PlannedSite(
            pageTemplates: themeFiles.pageTemplates, templates: shown(configuration.templates), content: content,
            problems: problems,
            pathProblems: plan.unusablePaths(templates: configuration.templates), plan: plan, records: records,
            log: log, styleVersions: styles.mapValues { ContentHash(of: $0).shortText })
    }

    /// Runs the checks, spread over the cores by event.
    private func check(_ planned: PlannedSite) throws(EnvironmentFault) -> Outcome<CheckedSite> {
        let evidence = try gatherEvidence(of: planned)
        let context = CheckContext(planned, evidence)
        let results = world.cores.map(planned.records, block: 1) { record in
            (EventIndex(planned.plan.site, record, keptTexts: evidence.keptTexts), checkEvent(record, in: context))
        }
        let findings = results.map(\.1)
        return Outcome(
            CheckedSite(planned, evidence, indexes: results.map(\.0)),
            findings.flatMap(\.diagnostics) + checkSite(after: findings, in: context))
    }

    /// Reads the files that checks and pages use but that are not documents: stored texts, drawings, sizes of pictures.
    func gatherEvidence(of planned: PlannedSite) throws(EnvironmentFault) -> Evidence {
        let (folder, site) = (planned.content.folder, planned.plan.site)
        let limit = configuration.largestText
        let files = Dictionary(folder.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var keptSources: [ReadSource] = []
        let texts = KeptTexts(site) { path in
            guard let file = files[path], let bytes = try? folder.folder.read(file, limit) else {
                return nil
            }
            keptSources.append(ReadSource(file: file, hash: ContentHash(of: bytes)))
            return bytes
        }
        let published = Set(planned.plan.published.paths)
        let drawings = Drawings(
            files: folder.assets.filter { published.contains($0.path) && $0.path.lowercased().hasSuffix(".svg") },
            folder: folder.folder, limit: limit)
        var imageSizes: [String: ImageSize] = [:]
        for file in folder.assets where published.contains(file.path) && ImageSize.isPicture(file.path) {
            guard let bytes = try folder.folder.read(file, limit) else { continue }
            imageSizes[file.path] = ImageSize(head: bytes)
        }
        // An SVG has a size of its own only where its place in a page needs one.
        for logo in [site.settings.publisher?.logo, site.settings.publisher?.darkLogo].compactMap(\.self) {
            guard let path = contentPath(logo.value, relativeTo: "site.md"), imageSizes[path] == nil,
                let file = files[path], let bytes = try folder.folder.read(file, limit)
            else { continue }
            imageSizes[path] = ImageSize(svg: bytes)
        }
        return Evidence(keptTexts: texts, keptSources: keptSources, drawings: drawings, imageSizes: imageSizes)
    }
}

/// A site's plan, and the values that it was made from.
struct PlannedSite: Sendable {
    let pageTemplates: [String]
    /// The folder with the site's own templates, as messages show it.
    let templates: String
    let content: ReadContent
    /// What was found when the site was assembled.
    let problems: [Diagnostic]
    /// What is wrong with the paths of files that the build would write.
    let pathProblems: [Diagnostic]
    let plan: SitePlan
    let records: [EventRecord]
    let log: ChangeLog
    /// The versions of the stylesheets below `content/`, by path.
    let styleVersions: [String: String]
}

/// The SVG files that are copied, read one at a time.
struct Drawings: Sequence, Sendable {
    let files: [FoundFile]
    let folder: OpenFolder
    let limit: Int

    func makeIterator() -> AnyIterator<TextFile> {
        var rest = files[...]
        return AnyIterator {
            while let file = rest.popFirst() {
                // A file that cannot be read is reported when it is copied.
                guard let bytes = try? folder.read(file, limit) else { continue }
                return TextFile(path: file.displayPath, bytes: bytes)
            }
            return nil
        }
    }
}

/// The files of a site that are read but are not documents.
struct Evidence: Sendable {
    let keptTexts: KeptTexts
    /// The stored texts of sources.
    let keptSources: [ReadSource]
    /// The SVG files that are copied.
    let drawings: Drawings
    /// Width and height of pictures below `content/`, by path.
    let imageSizes: [String: ImageSize]
}

extension CheckContext {
    init(_ planned: PlannedSite, _ evidence: Evidence) {
        self.init(
            planned.plan, records: planned.records, log: planned.log, codes: allCodes, texts: evidence.keptTexts,
            drawings: evidence.drawings, pageTemplates: planned.pageTemplates, templates: planned.templates)
    }
}

extension CheckedSite {
    init(_ planned: PlannedSite, _ evidence: Evidence, indexes: [EventIndex]) {
        self.init(
            content: planned.content, plan: planned.plan, records: planned.records, log: planned.log, indexes: indexes,
            keptTexts: evidence.keptTexts, levels: CheckContext(planned, evidence).levels,
            imageSizes: evidence.imageSizes, keptSources: evidence.keptSources, styleVersions: planned.styleVersions)
    }
}
