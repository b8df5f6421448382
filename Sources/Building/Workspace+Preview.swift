import Checking
import Diagnostics
import Model
import Platform
import Reading
import Synchronization

/// What a workspace keeps between two refreshes of a preview.
struct PreviewMemory: Sendable {
    var folders: SourceFolders {
        didSet { paths = Set(folders.files.map(\.file.displayPath)) }
    }
    /// The files in the folders, by the path that messages show.
    private(set) var paths: Set<String>
    /// The theme with its problems; if its templates have errors, those that had none before.
    var theme: Outcome<Theme>
    /// The site of the last refresh that made one.
    var site: PreviewedSite?
    /// The settings of the last site.md without an error.
    var settings: SiteSettings?
    /// The files that are read again; nil for all.
    var changed: Set<String>?

    init(folders: SourceFolders, theme: Outcome<Theme>) {
        self.folders = folders
        paths = Set(folders.files.map(\.file.displayPath))
        self.theme = theme
    }

    /// Whether any of these files was added or removed since the folders were listed.
    ///
    /// - Parameter isLaidOver: whether there is a text that is not saved yet for a path.
    func isOutdated(by changed: Set<String>, _ isLaidOver: (String) -> Bool) -> Bool {
        changed.contains { path in
            let isFile = isLaidOver(path) || (try? Disk.stateIfPresent(of: path))?.kind == .file
            return paths.contains(path) != isFile
        }
    }
}

/// A site that was read for a preview, with what is computed from it and kept for the next refresh.
struct PreviewedSite: Sendable {
    let planned: PlannedSite
    let evidence: Evidence
    let indexes: [EventIndex]
    /// For each event, the lowest index of those that it is related to.
    let groups: [Int]
    /// For each event, the others that its texts name.
    let named: [Set<Int>]
    /// The findings in each event; nil for one that has to be checked again.
    let findings: FindingsMemory

    /// The events of the groups of some events.
    func related(to events: Set<Int>) -> Set<Int> {
        let groups = Set(events.map { self.groups[$0] })
        return Set(self.groups.indices.filter { groups.contains(self.groups[$0]) })
    }
}

/// What the checks of each event found, for the next refresh. The checks run after the pages are shown.
final class FindingsMemory: Sendable {
    private let findings: Mutex<[EventFindings?]>

    init(_ findings: [EventFindings?]) { self.findings = Mutex(findings) }

    var all: [EventFindings?] {
        get { findings.withLock { $0 } }
        set { findings.withLock { $0 = newValue } }
    }
}

/// The result of a refresh.
package struct Refresh: Sendable {
    /// The site as it is now; nil if no site can be made of the content. Then the site of the last refresh stays.
    package let site: SitePreview?
    /// What changed, without files that were never part of the site.
    package let changes: SourceChanges
    /// How long each stage took.
    package let stages: [(name: String, duration: Duration)]
    private let found: [Diagnostic]
    private let checks: (@Sendable () -> [Diagnostic])?

    init(
        _ site: SitePreview?, _ found: [Diagnostic], _ changes: SourceChanges = .everything,
        stages: [(name: String, duration: Duration)] = [], checks: (@Sendable () -> [Diagnostic])? = nil
    ) {
        self.site = site
        self.found = found
        self.changes = changes
        self.stages = stages
        self.checks = checks
    }

    /// Runs the checks, which pages do not wait for, and returns all problems in their order.
    package func problems() -> [Diagnostic] { (checks?() ?? found).inOrder() }
}

extension Workspace {
    /// Whether a document that cannot be used keeps the entries that it had before.
    var keepsLastGoodState: Bool { preview != nil && showsLastGoodState }

    /// The settings to use if those of site.md have errors.
    var keptSettings: SiteSettings? { keepsLastGoodState ? preview?.settings : nil }

    /// Whether a file is known to have the bytes that were read before.
    func isKnownUnchanged(_ file: FoundFile) -> Bool {
        guard let changed = preview?.changed else { return false }
        return !changed.contains(file.displayPath)
    }

    /// Reads again what changed, and makes the site from it. Errors in the content do not stop a preview: what cannot be
    /// used keeps its last good state.
    package mutating func refresh(_ changes: SourceChanges) -> Refresh {
        do throws(RunFault) {
            return try refreshed(changes)
        } catch {
            // The next refresh lists the folders again.
            preview?.changed = nil
            return Refresh(nil, error.diagnostics)
        }
    }

    private mutating func refreshed(_ changes: SourceChanges) throws(RunFault) -> Refresh {
        var changes = changes
        let listed = preview?.paths ?? []
        let folders: SourceFolders
        if let preview, !changes.isStructural, !preview.isOutdated(by: changes.files, hasOverlay) {
            folders = preview.folders
        } else {
            folders = try scan()
            changes.isStructural = true
        }
        let themeFiles = ThemeFiles(folders.themes)
        let theme = try refreshTheme(folders, themeFiles, changes)
        if preview == nil { preview = PreviewMemory(folders: folders, theme: theme) }
        if changes.isStructural { preview?.folders = folders }
        preview?.theme = theme
        preview?.changed = changes.isUnknown ? nil : changes.files
        var relevant = changes
        relevant.files = changes.files.filter { listed.contains($0) || preview?.paths.contains($0) == true }
        var watch = StageTimes()
        let made: Outcome<PreviewedSite?>
        if let edited = try edited(changes, themeFiles, &watch) {
            made = edited
        } else {
            made = try assembled(folders, themeFiles, &watch)
        }
        // As in a check: without a site, problems of templates are not reported.
        guard let site = made.value else { return Refresh(nil, made.diagnostics) }
        preview?.site = site
        preview?.settings = site.planned.content.settings
        let loaded = CheckedSite(site.planned, site.evidence, indexes: site.indexes)
        let sources = Sources(site: loaded, theme: theme.value)
        let shown = SitePreview(sources)
        watch.lap("prepare")
        let workspace = self
        return Refresh(shown, [], relevant, stages: watch.times) {
            let problems = workspace.themeProblems(of: sources, theme.diagnostics)
            return allProblems(of: site, theme: problems, workspace.world.cores)
        }
    }

    /// The site after edits of a few documents, from that of the last refresh; nil if more may differ than these.
    private mutating func edited(
        _ changes: SourceChanges, _ themeFiles: ThemeFiles, _ watch: inout StageTimes
    ) throws(RunFault) -> Outcome<PreviewedSite?>? {
        guard !changes.isStructural, let last = preview?.site else { return nil }
        let workspace = self
        let root = contentRoot
        // Files of the theme change no document, and neither do stylesheets, which the plan reads again.
        let files = changes.files.filter { $0.hasPrefix(root) && !$0.hasSuffix(".css") }
        let result = try RunFault.onFiles { () throws(EnvironmentFault) -> (PreviewedSite, [ReadDocument])? in
            guard let reread = try workspace.rereading(files, in: last.planned.content) else { return nil }
            watch.lap("read")
            let replaced = last.planned.plan.site.replacing(
                reread.edits.map { ($0.before.entries, $0.now.entries) }, workspace.publishingOptions)
            guard let replaced else { return nil }
            let named = replaced.site.eventsNamedInTexts(
                earlier: replaced.events == nil ? nil : last.named, edited: replaced.events ?? [])
            let groups = replaced.site.relatedEvents(named: named)
            watch.lap("assemble")
            // What is shared can change everything.
            let all = Set(groups.indices)
            var affected = replaced.events.map { last.related(to: $0) } ?? all
            if let events = replaced.events {
                let now = Set(events.map { groups[$0] })
                affected.formUnion(groups.indices.filter { now.contains(groups[$0]) })
            }
            let outdated = affected
            let planned = try workspace.plan(
                replaced.site, reread.content, themeFiles, problems: last.planned.problems
            ) { event in
                outdated.contains(event) ? nil : last.planned.records[event]
            }
            watch.lap("plan")
            let isSame = planned.plan.published.paths == last.planned.plan.published.paths
            let evidence =
                isSame && !replaced.hasEditedSources ? last.evidence : try workspace.gatherEvidence(of: planned)
            let indexes = workspace.world.cores.map(planned.records, block: 1) { record in
                outdated.contains(record.event)
                    ? EventIndex(planned.plan.site, record, keptTexts: evidence.keptTexts) : last.indexes[record.event]
            }
            watch.lap("index")
            let findings = last.findings.all.enumerated().map { event, findings in
                isSame && !outdated.contains(event) ? findings : nil
            }
            let site = PreviewedSite(
                planned: planned, evidence: evidence, indexes: indexes, groups: groups, named: named,
                findings: FindingsMemory(findings))
            return (site, reread.edits.map(\.now))
        }
        guard let (site, documents) = result else { return nil }
        for document in documents { known[document.file.path] = document }
        return Outcome(site)
    }

    /// The site after any change: listed, read and assembled.
    private mutating func assembled(
        _ folders: SourceFolders, _ themeFiles: ThemeFiles, _ watch: inout StageTimes
    ) throws(RunFault) -> Outcome<PreviewedSite?> {
        let planned = try planContent(folders.content, themeFiles, Stopwatch(), .silent)
        watch.lap("read, assemble, plan")
        guard let site = planned.value else { return Outcome(nil, planned.diagnostics) }
        known = Dictionary(site.content.documents.map { ($0.file.path, $0) }) { first, _ in first }
        let evidence = try RunFault.onFiles { () throws(EnvironmentFault) in try gatherEvidence(of: site) }
        let indexes = world.cores.map(site.records, block: 1) { record in
            EventIndex(site.plan.site, record, keptTexts: evidence.keptTexts)
        }
        watch.lap("index")
        let named = site.plan.site.eventsNamedInTexts()
        return Outcome(
            PreviewedSite(
                planned: site, evidence: evidence, indexes: indexes,
                groups: site.plan.site.relatedEvents(named: named), named: named,
                findings: FindingsMemory(Array(repeating: nil, count: site.records.count))))
    }

    /// The theme, read again if one of its files may have changed. Templates with errors keep their last good state.
    private func refreshTheme(
        _ folders: SourceFolders, _ files: ThemeFiles, _ changes: SourceChanges
    ) throws(RunFault) -> Outcome<Theme> {
        let earlier = preview?.theme
        let paths = Set(folders.themes.flatMap(\.value.assets).map(\.displayPath))
        // Templates are checked against the writer's own data that the settings declare.
        let settings = contentRoot + "site.md"
        if let earlier, !changes.isStructural, changes.files.isDisjoint(with: paths.union([settings])) {
            return earlier
        }
        let loaded = try loadTheme(folders.themes, files, extraFields(in: folders.content.value))
        guard let earlier, loaded.diagnostics.hasErrors else { return loaded }
        return Outcome(loaded.value.keepingTemplates(of: earlier.value), loaded.diagnostics)
    }
}

/// Checks a site, reusing what was found in events that are as they were, and returns all problems.
private func allProblems(of site: PreviewedSite, theme: [Diagnostic], _ cores: Cores) -> [Diagnostic] {
    let context = CheckContext(site.planned, site.evidence)
    let earlier = site.findings.all
    let findings = cores.map(site.planned.records, block: 1) { record in
        earlier[record.event] ?? checkEvent(record, in: context)
    }
    site.findings.all = findings
    let checked = findings.flatMap(\.diagnostics) + checkSite(after: findings, in: context)
    // Places in an earlier text are wrong in the text of today.
    let documents = site.planned.content.documents
    let stale = Set(documents.filter(\.isStale).map { ObjectIdentifier($0.text) })
    let current = checked.filter { problem in
        problem.location.map { !stale.contains(ObjectIdentifier($0.file)) } ?? true
    }
    let content = site.planned.content
    let found =
        content.folderProblems + site.planned.pathProblems + content.settingsProblems + site.planned.problems
    return context.levels.applied(to: found + documents.flatMap(\.diagnostics) + theme + current)
}

/// The times of a refresh's stages.
private struct StageTimes {
    private var last = ContinuousClock.now
    private(set) var times: [(name: String, duration: Duration)] = []

    mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        times.append((name, now - last))
        last = now
    }
}

extension Theme {
    /// This theme with the templates of an earlier state.
    fileprivate func keepingTemplates(of earlier: Theme) -> Theme {
        Theme(
            templates: earlier.templates, folders: folders, pages: pages, fingerprint: fingerprint, hashes: hashes,
            assets: assets, ownStylesheets: ownStylesheets)
    }
}
