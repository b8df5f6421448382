import Checking
import Diagnostics
import Model
import Reading
import Rendering
import Writing

/// A site that was read and checked, with what is computed from it.
struct CheckedSite: Sendable {
    let content: ReadContent
    let site: Site
    let records: [EventRecord]
    let indexes: [EventIndex]
    let keptTexts: KeptTexts
    let levels: CheckLevels
    /// Files to copy, by their path below `content/`.
    let assets: [FoundFile]
    /// Width and height of pictures among them, by path.
    let imageSizes: [String: ImageSize]
    /// The texts kept of sources.
    let keptSources: [ReadSource]
}

extension Workspace {
    /// Reads, assembles and checks the content; nil if there is no site to go on with, and the problems say why.
    func loadContent(
        _ folder: Outcome<SiteFolder>, _ stopwatch: Stopwatch, _ progress: Progress
    ) throws(RunFault) -> Outcome<CheckedSite?> {
        let read = try readContent(folder.value, progress)
        stopwatch.lap(.read)
        guard let content = read.value else { return Outcome(nil, folder.diagnostics + read.diagnostics) }
        let options = PublishingOptions(
            includesDrafts: configuration.includesDrafts, asOf: configuration.asOf, now: world.now)
        let assembled = assembleSite(
            settings: content.settings, placing: content.placing, entries: content.documents.flatMap(\.entries),
            assets: content.folder.assets.map(\.path), options: options, cores: world.cores)
        stopwatch.lap(.assemble)
        let checked = try RunFault.onFiles { () throws(EnvironmentFault) in try check(assembled.value, content) }
        stopwatch.lap(.check)
        let problems = folder.diagnostics + read.diagnostics + assembled.diagnostics + checked.diagnostics
        return Outcome(checked.value, checked.value.levels.applied(to: problems))
    }

    /// Computes each event's record and runs the checks, spread over the cores by event.
    private func check(_ site: Site, _ content: ReadContent) throws(EnvironmentFault) -> Outcome<CheckedSite> {
        let folder = content.folder
        let files = Dictionary(folder.assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var keptSources: [ReadSource] = []
        let texts = KeptTexts(site) { path in
            guard let file = files[path], let bytes = try? folder.folder.read(file, Reading.largestText) else {
                return nil
            }
            keptSources.append(ReadSource(file: file, hash: ContentHash(of: bytes)))
            return bytes
        }
        var drawings: [TextFile] = []
        for file in folder.assets where file.path.lowercased().hasSuffix(".svg") {
            guard let bytes = try folder.folder.read(file, Reading.largestText) else { continue }
            drawings.append(TextFile(path: file.displayPath, bytes: bytes))
        }
        let context = CheckContext(site, codes: allCodes, texts: texts, drawings: drawings)
        let asOf = configuration.asOf
        let results = world.cores.map(Array(site.events.indices), block: 1) { event in
            let record = EventRecord(site, event: event, asOf: asOf)
            return (record, EventIndex(site, record, keptTexts: texts), checkEvent(record, in: context))
        }
        let records = results.map(\.0)
        let findings = results.map(\.2)
        let kept = site.keptTextPaths
        var imageSizes: [String: ImageSize] = [:]
        for file in folder.assets where ImageSize.isPicture(file.path) {
            guard let bytes = try folder.folder.read(file, Reading.largestText) else { continue }
            imageSizes[file.path] = ImageSize(head: bytes)
        }
        let checked = CheckedSite(
            content: content, site: site, records: records, indexes: results.map(\.1), keptTexts: texts,
            levels: context.levels, assets: folder.assets.filter { !kept.contains($0.path) }, imageSizes: imageSizes,
            keptSources: keptSources)
        return Outcome(checked, findings.flatMap(\.diagnostics) + checkSite(records, after: findings, in: context))
    }
}

extension Site {
    /// Paths of the texts kept of sources: evidence for the checks, not for publishing.
    var keptTextPaths: Set<String> {
        var paths = Set(shared.sources.compactMap(\.textPath))
        for event in events { paths.formUnion(event.entries.sources.compactMap(\.textPath)) }
        return paths
    }
}
