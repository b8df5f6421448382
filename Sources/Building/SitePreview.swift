import Diagnostics
import Exporting
import Model
import Presenting
import Reading
import Rendering
import Writing

/// A site in memory: each file is made when somebody asks for it, with the bytes that a build would write.
///
/// Nothing of it changes, so it can be asked from many threads.
package final class SitePreview: Sendable {
    private let sources: Sources
    private let context: RenderContext
    private let themeAssets: [String: [UInt8]]
    private let contentAssets: [String: FoundFile]

    init(_ sources: Sources) {
        self.sources = sources
        context = RenderContext(sources.site, sources.theme, marksUnresolved: true)
        themeAssets = sources.theme.publishedAssets(of: sources.site.site)
        contentAssets = Dictionary(sources.site.content.folder.assets.map { ($0.path, $0) }) { first, _ in first }
    }

    package var plan: SitePlan { context.plan }

    /// The site with what is computed from it, and the words for readers.
    package var naming: SiteContext { context.views }

    /// What a server puts before the paths of the published site: `/`, or the path of `base_url`.
    package var rootPrefix: String { plan.site.rootPrefix }

    /// Whether the site has a file at a path, whose case must match.
    package func contains(_ path: String) -> Bool { output(at: path) != nil }

    /// What the plan has at a path, but for pictures that another program makes: no page of a preview names them.
    private func output(at path: String) -> PlannedOutput? {
        guard let output = plan.output(at: path), output.path == path, context.sharePicture(of: output) == nil else {
            return nil
        }
        return output
    }

    /// Makes the file at a path of the plan, whose case must match; nil if the site has no such file.
    package func file(at path: String) -> PreviewFile? {
        guard let output = output(at: path) else { return nil }
        let form = plan.kind(of: output).form
        switch plan.kind(of: output).extent {
        case .themeAssets:
            guard let bytes = themeAssets[path] else { return nil }
            return PreviewFile(bytes: bytes, form: form)
        case .contentAssets:
            let folder = sources.site.content.folder.folder
            guard let file = contentAssets[path], let bytes = try? folder.read(file, .max) else { return nil }
            return PreviewFile(bytes: bytes, form: form)
        case .entries, .besideEntries, .scopes, .site, .oldPaths:
            guard context.pageType(of: output) != nil else {
                return PreviewFile(bytes: context.export(output).bytes, form: form)
            }
            var bytes: [UInt8] = []
            let problems = PageRenderer(context, sources.theme.templates).render(output, into: &bytes)
            return PreviewFile(bytes: bytes, form: form, problems: problems, unresolved: unresolved(on: output))
        }
    }

    /// What fields name that does not exist, of the entry whose page it is; on an event's page, of all its entries.
    private func unresolved(on output: PlannedOutput) -> [String] {
        guard let handle = output.entry else { return [] }
        var names: [String] = []
        func note(_ reference: FieldReference) {
            guard reference.resolution == .unresolved else { return }
            let name = (reference.kinds.first.map { $0.word + ":" } ?? "") + reference.id
            if !names.contains(name) { names.append(name) }
        }
        let site = plan.site
        switch handle.kind {
        case .event:
            site.events[Int(handle.index)].visitReferences(note)
            site.events[Int(handle.index)].entries.forEach { entry, _ in entry.visitReferences(note) }
        case .page: site.pages[Int(handle.index)].visitReferences(note)
        default: site.entry(of: handle)?.visitReferences(note)
        }
        return names
    }
}

/// A file of a site in memory.
package struct PreviewFile: Sendable {
    package let bytes: [UInt8]
    package let form: OutputKind.Form
    /// What went wrong while it was rendered.
    package let problems: [Diagnostic]
    /// What the page cannot show because it does not exist: `party:dock-union`.
    package let unresolved: [String]

    package init(
        bytes: [UInt8], form: OutputKind.Form, problems: [Diagnostic] = [], unresolved: [String] = []
    ) {
        self.bytes = bytes
        self.form = form
        self.problems = problems
        self.unresolved = unresolved
    }
}
