import Diagnostics
import Model
import Reading
import Rendering
import Synchronization
import Templates
import Writing

/// Renders every page and export and hands each to the writer at once; what comes back is what went wrong in pages,
/// and how many entries found no room in the search index.
func write(
    _ loaded: borrowing LoadedSite, _ theme: Theme, _ configuration: Configuration, _ progress: Progress,
    to session: WriteSession
) throws(WriteFault) -> (faults: [Diagnostic], unsearchable: Int) {
    let site = loaded.site
    let context = RenderContext(
        site: site, records: loaded.records, indexes: loaded.indexes, keptTexts: loaded.keptTexts,
        imageSizes: loaded.imageSizes)
    var plans = site.plannedPages()
    let redirects = context.exports.redirects(besides: plans.map(\.path))
    plans += redirects.value.map(PlannedPage.init)
    let faults = Mutex<(diagnostics: [Diagnostic], fault: WriteFault?)>((redirects.diagnostics, nil))
    let done = Atomic<Int>(0)
    let pages = plans
    let batches = pages.batches(for: configuration.concurrency.jobs)
    configuration.concurrency.forEachBlock(
        batches.count, block: 1, with: { PageRenderer(context, theme.templates) }
    ) { renderer, range in
        if faults.withLock({ $0.fault != nil }) { return }
        var bytes: [UInt8] = []
        for plan in pages[batches[range.lowerBound].lowerBound..<batches[range.upperBound - 1].upperBound] {
            bytes.removeAll(keepingCapacity: true)
            let problems = renderer.render(plan, into: &bytes)
            if !problems.isEmpty { faults.withLock { $0.diagnostics += problems } }
            do throws(WriteFault) {
                try session.add(plan.path, bytes)
            } catch {
                faults.withLock { $0.fault = $0.fault ?? error }
                return
            }
        }
        let rendered = range.reduce(0) { $0 + batches[$1].count }
        let count = done.wrappingAdd(rendered, ordering: .relaxed).newValue
        progress.update("rendering", count, pages.count)
    }
    let exports = context.allExports
    let unsearchable = Atomic<Int>(0)
    configuration.concurrency.forEachBlock(exports.count, block: 1) { range in
        if faults.withLock({ $0.fault != nil }) { return }
        for export in exports[range] {
            let files = context.files(of: export, pages: pages)
            unsearchable.add(files.unsearchable, ordering: .relaxed)
            do throws(WriteFault) {
                for file in files.files { try session.add(file.path, file.bytes) }
            } catch {
                faults.withLock { $0.fault = $0.fault ?? error }
            }
        }
    }
    let result = faults.withLock { $0 }
    if let fault = result.fault { throw fault }
    try addAssets(loaded, theme, context, configuration, to: session)
    return (result.diagnostics, unsearchable.load(ordering: .relaxed))
}

private func addAssets(
    _ loaded: borrowing LoadedSite, _ theme: Theme, _ context: RenderContext, _ configuration: Configuration,
    to session: WriteSession
) throws(WriteFault) {
    for asset in theme.assets {
        let isStyle = asset.path == "assets/style.css"
        try session.add(asset.path, isStyle ? asset.bytes + context.ownColorStyles : asset.bytes)
    }
    let root = shown(configuration.content)
    for file in loaded.assets { try session.copy(root + "/" + file.path, to: file.path) }
}

extension [PlannedPage] {
    /// Ranges of pages to be rendered by one core one after the other: those of an event stay together, since they
    /// have much in common, as long as there is enough for every core to do.
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

extension RenderContext {
    /// What is appended to the stylesheet: the colours that writers gave to parties.
    var ownColorStyles: [UInt8] {
        ownColorRules.isEmpty ? [] : Array(("\n" + ownColorRules.joined(separator: "\n") + "\n").utf8)
    }
}
