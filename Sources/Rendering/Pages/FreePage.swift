import Model
import Presenting
import Templates

extension PageType {
    static let page = PageType(
        OutputKind(
            "page", .page, .entries(.page), anchors: \.corrections, optionalAnchors: \.footSections),
        "A free page.",
        gather: { gatherer, output in
            if output.part == 0 { gatherer.page(Int(output.entry?.index ?? 0)) }
        }
    ) {
        FreePageRoot(common: $0, index: Int($0.context.output.entry?.index ?? 0))
    }
}

package struct FreePageRoot: TemplateView {
    /// The folder of a theme with the templates that free pages name in `template`.
    package static let folder = "pages/"

    let common: CommonRoot
    let index: Int

    private var page: PageContext { common.context }

    /// The items of this page, if its list takes several.
    private func part<Item>(_ name: PagedList.Name, _ items: [Item]) -> ArraySlice<Item> {
        guard let paged = page.site.pages[index].paged, paged.list.value == name else { return items[...] }
        return items[ListPart.range(page.output.part, of: items.count, length: paged.length)]
    }

    private var deadlines: [PendingView.Item] {
        let all = page.context.pendingByDate {
            page.site.events.indices.map { EventView(event: $0, page: page).pending?.items ?? [] }
        }
        var items: [Int: [PendingView.Item]] = [:]
        return part(.deadlines, all).compactMap { event, place in
            if items[event] == nil { items[event] = EventView(event: event, page: page).pending?.items }
            return items[event]?[place]
        }
    }

    private var statements: [StatementView] {
        part(.statements, page.context.statementsByDate).map { StatementView(handle: $0, page: page) }
    }

    private var sources: [SourceView] {
        let all = (-1..<page.site.events.count).flatMap { scope in
            page.site.entries(of: scope).sources.indices.map { Handle<Source>(scope: scope, index: $0) }
        }
        return part(.sources, Array(all.enumerated())).map { SourceView(handle: $1, number: $0 + 1, page: page) }
    }
    package static let record = RecordType<FreePageRoot>("free_page_root", "Names on a free page.")
        .fields(of: CommonRoot.record) { $0.common }
        .list("events", "All events of the site, the one that changed last first.") { root in
            let page = root.common.context
            return root.part(.events, page.context.newestEvents).map { EventView(event: $0, page: page) }
        }
        .list("deadlines", "What is still to come in all events, by date.") { $0.deadlines }
        .list("statements", "All statements of all events, the newest first.") { $0.statements }
        .list("sources", "All sources of all events and those that they share.") { $0.sources }
        .record("free_page", "The page's content.") { FreePageView(index: $0.index, page: $0.common.context) }
}
