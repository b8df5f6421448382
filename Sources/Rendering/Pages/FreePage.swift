import Model
import Presenting
import Templates

extension PageType {
    static let page = PageType(
        OutputKind(
            "page", .page, .entries(.page), anchors: \.corrections, optionalAnchors: \.footSections),
        "A free page.",
        gather: { gatherer, output in gatherer.page(Int(output.entry?.index ?? 0)) }
    ) {
        FreePageRoot(common: $0, index: Int($0.context.output.entry?.index ?? 0))
    }
}

package struct FreePageRoot: TemplateView {
    /// The folder of a theme with the templates that free pages name in `template`.
    package static let folder = "pages/"

    let common: CommonRoot
    let index: Int
    package static let record = RecordType<FreePageRoot>("free_page_root", "Names on a free page.")
        .fields(of: CommonRoot.record) { $0.common }
        .list("events", "All events of the site, the one that changed last first.") { root in
            let page = root.common.context
            return page.context.newestEvents.map { EventView(event: $0, page: page) }
        }
        .record("free_page", "The page's content.") { FreePageView(index: $0.index, page: $0.common.context) }
}
