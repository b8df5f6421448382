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
    configuration.concurrency.forEachBlock(pages.count, block: 8) { range in
        if faults.withLock({ $0.fault != nil }) { return }
        let renderer = PageRenderer(context, theme.templates)
        var bytes: [UInt8] = []
        for plan in pages[range] {
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
        let count = done.wrappingAdd(range.count, ordering: .relaxed).newValue
        progress.update("rendering", count, pages.count)
    }
    let result = faults.withLock { $0 }
    if let fault = result.fault { throw fault }
    let exports = context.exportFiles(of: pages)
    for file in exports.files { try session.add(file.path, file.bytes) }
    try addAssets(loaded, theme, context, configuration, to: session)
    return (result.diagnostics, exports.unsearchable)
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

extension RenderContext {
    /// What is appended to the stylesheet: the colours that writers gave to parties.
    var ownColorStyles: [UInt8] {
        ownColorRules.isEmpty ? [] : Array(("\n" + ownColorRules.joined(separator: "\n") + "\n").utf8)
    }
}
