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
        let items = page.site.events.indices.flatMap { EventView(event: $0, page: page).pending?.items ?? [] }
        func order(_ item: PendingView.Item) -> Int64 { item.date.map { $0.date.earliest(in: $0.zone) } ?? .max }
        let sorted = items.enumerated().sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
        return part(.deadlines, sorted.map(\.element)) + []
    }

    private var statements: [StatementView] {
        let all = page.site.events.indices.flatMap { event in
            page.site.events[event].entries.statements.indices.map { Handle<Statement>(scope: event, index: $0) }
        }
        func date(_ handle: Handle<Statement>) -> Int64 {
            page.site[handle].date.value.latest(in: page.site.zone(ofScope: Int(handle.scope)))
        }
        return part(.statements, all.sorted { (date($1), $0) < (date($0), $1) }).map {
            StatementView(handle: $0, page: page)
        }
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
