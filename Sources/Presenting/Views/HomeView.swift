import Model
import Reading

/// The home page of a site with many events.
package struct HomeView {
    package let page: PageContext
    /// Which page of the list of disputes it is, from 0.
    package let part: Int

    package init(page: PageContext, part: Int) {
        self.page = page
        self.part = part
    }

    /// On the first page.
    package var introduction: Passage? {
        part == 0 ? page.site.settings.introduction.map { Passage($0, document: "site.md") } : nil
    }

    /// Those of this page, newest first; in an export all of them.
    package var events: [EventView] {
        let all = page.context.newestEvents
        if page.outline.isExport { return all.map { EventView(event: $0, page: page) } }
        return all[ListPart.range(part, of: all.count)].map { EventView(event: $0, page: page) }
    }
    /// "Disputes 101 to 200 of 250"; nil where all stand on one page.
    package var partWords: String? { page.partWords(part, of: page.site.events.count, .disputesPart) }
    /// On the first page.
    package var changes: [ChangeView] {
        if part > 0 { return [] }
        return page.context.log.news.prefix(10).map { ChangeView(change: $0, page: page) }
    }
}

extension PageContext {
    /// Which items a page of a long list holds; nil where all stand on one page.
    package func partWords(_ part: Int, of count: Int, _ word: Word) -> String? {
        guard ListPart.count(of: count) > 1 else { return nil }
        let range = ListPart.range(part, of: count)
        return words(
            word,
            ["from": String(range.lowerBound + 1), "to": String(range.upperBound), "total": String(count)])
    }
}

/// A line of "what changed lately".
package struct ChangeView {
    package let change: Change
    package let page: PageContext

    package init(change: Change, page: PageContext) {
        self.change = change
        self.page = page
    }

    package var date: DateView { page.date(change.date, of: page.context.scope(of: change.handle)) }
    package var kindWords: String {
        page.context.category(of: change).label
    }
    package var title: String { KindLinkView(handle: change.handle, page: page).title }
    package var route: Route { KindLinkView(handle: change.handle, page: page).route }
    /// The id of its element on the event's page. It stays when others are added.
    package var anchor: String {
        let place = change.place < 0 ? "" : "-\(change.place + 1)"
        let term = page.context.category(of: change).term
        return "changed-\(term)-\(change.handle.kind.word)-\(page.site.id(of: change.handle))\(place)"
    }
    /// What the title leaves out: which demand an answer is about, whose the threat was: "threat by the ministry".
    package var note: String? {
        switch change.kind {
        case .answered: change.handle.typed(Response.self).flatMap { TimelineItemView.context(of: $0, page: page) }
        case .threatened, .carriedOut, .cameToNothing, .withdrawn:
            TimelineItemView.origin(of: change.handle, page: page)
        default: nil
        }
    }
    package var text: String? {
        page.context.plainText(change.correction?.text, scope: page.context.scope(of: change.handle))
    }
}

/// A free page.
package struct FreePageView {
    package let index: Int
    package let page: PageContext

    package init(index: Int, page: PageContext) {
        self.index = index
        self.page = page
    }

    private var entry: Page { _read { yield page.context.site.pages[index] } }
    package var id: String { entry.head.id }
    package var title: String { entry.title.value }
    package var summary: String? { entry.head.summary?.value }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
}
