// What comes in: a checked site with its plan, its computed records, and a compiled set of templates.
// What goes out: the bytes of each page, one at a time, so that no site has to fit into memory.
// What this stage never does: write files, read the clock, or decide whether anything is right.
// Pages are rendered on many cores; nothing that one page makes is seen by another, but for what depends on the site
// alone, which is the same each time.
//
//     let renderer = PageRenderer(context, templates)
//     let problems = renderer.render(output, into: &bytes)

import Bytes
import Diagnostics
import Model
import Presenting
import Reading
import Templates

/// Renders pages one after the other on one core, reusing its memory.
package final class PageRenderer {
    let context: RenderContext
    let renderer: Renderer
    private var cache = EventCache(event: nil)
    /// Whether the last file was an export, whose links differ from those of pages.
    private var isExport = false

    package init(_ context: RenderContext, _ templates: TemplateSet) {
        self.context = context
        renderer = templates.renderer()
    }

    /// Appends the bytes of a page or a redirect to the output. Returns what went wrong.
    package func render(_ output: PlannedOutput, into bytes: inout [UInt8]) -> [Diagnostic] {
        guard let type = context.pageType(of: output) else { return [] }
        let outline = type.outline
        if cache.event != output.event || outline.hasAbsoluteLinks || outline.isExport != isExport {
            cache = EventCache(event: output.event)
        }
        isExport = outline.isExport
        var gatherer = ContentsGatherer(context: context.views, event: output.event, cache: cache)
        type.gather(&gatherer, output)
        if let event = output.event ?? (context.views.site.isOneEvent ? 0 : nil) {
            gatherer.contents.number(by: cache.sourceNumbers(ofEvent: event, in: context.views))
        }
        let page = PageContext(
            context.views, output, outline, contents: gatherer.contents, cache: cache,
            addressBase: outline.isExport ? context.exports.address?.base : nil, ownValues: context.ownValues)
        let file = context.template(of: output) ?? type.declaration.file
        func render(_ view: some TemplateView) -> [Diagnostic] {
            renderer.render(file, view, at: output.path, links: page.linkStyle, into: &bytes) { function, name in
                address(function, name, on: page)
            }
        }
        let start = bytes.count
        let problems = render(type.root(CommonRoot(context: page, type: type, exports: context.exports)))
        guard problems.isEmpty, outline.isExport, output.path.hasSuffix(".json") else { return problems }
        return brokenJSON(Array(bytes[start...]), file, at: output.path)
    }

    /// The problem of a file that should be JSON and is not.
    private func brokenJSON(_ bytes: [UInt8], _ template: String, at path: String) -> [Diagnostic] {
        guard let fault = JSONReader.firstFault(of: bytes) else { return [] }
        let position = TextFile(path: path, bytes: bytes).position(at: fault)
        let before = String(decoding: bytes[..<fault].suffix(30), as: UTF8.self)
        let after = String(decoding: bytes[fault...].prefix(10), as: UTF8.self)
        return [
            Diagnostic(
                .brokenExport,
                "'\(path)' is not valid JSON from line \(position.line), column \(position.column)",
                at: renderer.source(of: template).map { TextLocation($0, TextRange(at: $0.byteOrderMarkLength)) },
                path: path,
                notes: [.init("the file has '\(before + after)' there".replacing("\n", with: " "))],
                hint: "between two values is a comma, and none after the last: {% if not loop.last %},{% endif %}")
        ]
    }
}
