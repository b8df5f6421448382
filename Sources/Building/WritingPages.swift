import Platform
import Bytes
import Diagnostics
import Model
import Reading
import Exporting
import Rendering
import Synchronization
import Templates
import Writing

/// Receives the files of a site. May be called from any thread.
protocol PageSink: Sendable {
    /// Whether the output has a file already, as the last build wrote it; it is then not rendered.
    func keep(_ path: String) throws(WriteFault) -> Bool
    func add(_ path: String, _ bytes: [UInt8]) throws(WriteFault)
    /// Adds a file of the content folder, which has the same path there.
    func copy(_ path: String) throws(WriteFault)
}

/// The content folder as it was listed, from which files are copied.
struct ContentFiles: Sendable {
    let folder: Disk.Descriptor
    /// Its name for messages.
    let shown: String
    /// The paths of files that the file system spells otherwise.
    let stored: [String: String]
}

/// Writes to the output folder.
struct OutputSink: PageSink {
    let session: WriteSession
    let content: ContentFiles

    func keep(_ path: String) throws(WriteFault) -> Bool { try session.keep(path) }
    func add(_ path: String, _ bytes: [UInt8]) throws(WriteFault) { try session.add(path, bytes) }

    func copy(_ path: String) throws(WriteFault) {
        try session.copy(content.stored[path] ?? path, below: (content.folder, content.shown), to: path)
    }
}

/// Writes nothing: pages are rendered only to find their problems, and files that would be copied are opened.
struct NoOutput: PageSink {
    let content: ContentFiles

    func keep(_: String) -> Bool { false }
    func add(_: String, _: [UInt8]) {}

    func copy(_ path: String) throws(WriteFault) {
        _ = try WriteFault.naming("read", content.shown + "/" + path) { () throws(Errno) in
            try Disk.openFile(content.stored[path] ?? path, below: content.folder)
        }
    }
}

/// The result of rendering and writing.
struct WrittenPages: Sendable {
    /// The problems of pages.
    let faults: [Diagnostic]
    /// The number of entries that were left out of the search index (size limit).
    let unsearchable: Int
    let templates: [Report.TemplateTime]
    /// Fingerprints of the events whose pages have no problems.
    let keys: [(folder: String, key: ContentHash)]
}

/// Renders every page and export of the plan that may have changed and passes each to the writer at once. The writer
/// keeps the other files and copies assets.
///
/// - Parameters:
///   - keys: the fingerprint of each event, by its index.
///   - earlier: those of the last build, by the event's folder: the files of an event with the same fingerprint are
///     kept.
func write(
    _ plan: SitePlan, _ context: RenderContext, _ theme: Theme, keys: [ContentHash],
    after earlier: [String: ContentHash],
    _ cores: Cores, _ progress: Progress, to session: some PageSink
) throws(WriteFault) -> WrittenPages {
    let site = plan.site
    let isKept = site.events.indices.map { earlier[site.events[$0].folder] == keys[$0] }
    let faults = Mutex(Faults(diagnostics: []))
    let times = Mutex(TemplateTimes())
    let done = Atomic<Int>(0)
    let pages = plan.outputs.filter { context.pageType(of: $0) != nil }
    let batches = pages.batches(for: cores.jobs)
    cores.forEachBlock(
        batches.count, block: 1, with: { PageRenderer(context, theme.templates) }
    ) { renderer, range in
        if faults.withLock({ $0.fault != nil }) { return }
        var bytes: [UInt8] = []
        var spent = TemplateTimes()
        for page in pages[batches[range.lowerBound].lowerBound..<batches[range.upperBound - 1].upperBound] {
            do throws(WriteFault) {
                if case .event(let event) = page.inputs, isKept[event], try session.keep(page.path) { continue }
                bytes.removeAll(keepingCapacity: true)
                let start = ContinuousClock.now
                let problems = renderer.render(page, into: &bytes)
                spent.add(ContinuousClock.now - start, page.kindIndex)
                if !problems.isEmpty { faults.withLock { $0.add(problems, event: page.event) } }
                try session.add(page.path, bytes)
            } catch {
                faults.withLock { $0.fault = $0.fault ?? error }
                return
            }
        }
        let measured = spent
        times.withLock { $0.add(measured) }
        let rendered = range.reduce(0) { $0 + batches[$1].count }
        let count = done.wrappingAdd(rendered, ordering: .relaxed).newValue
        progress.update("rendering", count, pages.count)
    }
    let exports = plan.outputs.filter { context.exportType(of: $0) != nil }
    let unsearchable = Atomic<Int>(0)
    cores.forEachBlock(exports.count, block: 1) { range in
        if faults.withLock({ $0.fault != nil }) { return }
        for export in exports[range] {
            do throws(WriteFault) {
                if case .event(let event) = export.inputs, isKept[event], try session.keep(export.path) { continue }
                let file = context.export(export)
                unsearchable.add(file.unsearchable, ordering: .relaxed)
                try session.add(export.path, file.bytes)
            } catch {
                faults.withLock { $0.fault = $0.fault ?? error }
            }
        }
    }
    let result = faults.withLock { $0 }
    if let fault = result.fault { throw fault }
    try addAssets(plan, theme, to: session)
    return WrittenPages(
        faults: result.diagnostics, unsearchable: unsearchable.load(ordering: .relaxed),
        templates: times.withLock { $0.summary(context) },
        keys: site.events.indices.filter { !result.events.contains($0) }.map { (site.events[$0].folder, keys[$0]) })
}

/// Problems and faults of rendering and writing.
private struct Faults: Sendable {
    var diagnostics: [Diagnostic]
    var fault: WriteFault?
    /// Events whose pages have problems: the next build renders them again to report the problems again.
    var events: Set<Int> = []

    mutating func add(_ problems: [Diagnostic], event: Int?) {
        diagnostics += problems
        if let event { events.insert(event) }
    }
}

/// How long the pages of each kind took, by its place in the plan.
private struct TemplateTimes: Sendable {
    private var times: [(kind: Int, time: Duration)] = []

    mutating func add(_ time: Duration, _ kind: Int) { times.append((kind, time)) }

    mutating func add(_ other: TemplateTimes) { times += other.times }

    /// In the order of the kinds of pages.
    func summary(_ context: RenderContext) -> [Report.TemplateTime] {
        context.pageTypes.enumerated().compactMap { kind, type in
            let times = times.filter { $0.kind == kind }.map(\.time).sorted()
            guard let type, !times.isEmpty else { return nil }
            return Report.TemplateTime(
                template: type.declaration.file, pages: times.count, total: times.reduce(.zero, +),
                median: times[times.count / 2])
        }
    }
}

/// Copies the files of the plan that are not rendered: those of the content and of the theme.
private func addAssets(_ plan: SitePlan, _ theme: Theme, to session: some PageSink) throws(WriteFault) {
    let own = theme.publishedAssets(of: plan.site)
    for output in plan.outputs {
        switch plan.kind(of: output).extent {
        case .themeAssets:
            if let bytes = own[output.path] { try session.add(output.path, bytes) }
        case .contentAssets: try session.copy(output.path)
        case .entries, .besideEntries, .scopes, .site, .oldPaths: continue
        }
    }
}

extension [PlannedOutput] {
    /// Ranges of pages that one core renders. Pages of one event stay together, since they share cached parts, unless
    /// there would be too few ranges for all cores.
    func batches(for jobs: Int) -> [Range<Int>] {
        let longest = Swift.max(4, Swift.min(32, count / (4 * jobs)))
        var batches: [Range<Int>] = []
        var start = 0
        for index in indices.dropFirst() where self[index].event != self[start].event || index - start == longest {
            batches.append(start..<index)
            start = index
        }
        if start < count { batches.append(start..<count) }
        return batches
    }
}
