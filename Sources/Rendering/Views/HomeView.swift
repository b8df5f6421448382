import Model
import Reading

/// The home page of a site with many events.
struct HomeView {
    let page: PageContext
    /// Which page of the list of disputes it is, from 0.
    let part: Int

    /// On the first page.
    var sections: [SectionView] {
        guard part == 0, let prose = page.site.settings.introduction else { return [] }
        return SectionView.rendered(prose, document: "site.md", page: page)
    }

    /// Those of this page, newest first.
    var events: [EventView] {
        let all = page.context.newestEvents
        return all[ListPart.range(part, of: all.count)].map { EventView(event: $0, page: page) }
    }
    /// "Disputes 101 to 200 of 250"; nil where all stand on one page.
    var partWords: String? { page.partWords(part, of: page.site.events.count, .disputesPart) }
    /// On the first page.
    var changes: [ChangeView] {
        if part > 0 { return [] }
        return page.context.log.changes.prefix(10).map { ChangeView(change: $0, page: page) }
    }
}

extension PageContext {
    /// Which items a page of a long list holds; nil where all stand on one page.
    func partWords(_ part: Int, of count: Int, _ word: Word) -> String? {
        guard ListPart.count(of: count) > 1 else { return nil }
        let range = ListPart.range(part, of: count)
        return words(
            word,
            ["from": String(range.lowerBound + 1), "to": String(range.upperBound), "total": String(count)])
    }
}

/// A line of "what changed lately".
struct ChangeView {
    let change: Change
    let page: PageContext

    var date: DateView { page.date(change.date, of: page.context.exports.scope(of: change.handle)) }
    var kindWords: String { change.correction.map { page.words.words($0.kind.value) } ?? page.words[.updated] }
    var title: String { KindLinkView(handle: change.handle, page: page).title }
    var route: Route { KindLinkView(handle: change.handle, page: page).route }
    var text: String? {
        let exports = page.context.exports
        return exports.plainText(change.correction?.text, scope: exports.scope(of: change.handle))
    }
}

/// A free page.
struct FreePageView {
    let index: Int
    let page: PageContext

    private var entry: Page { _read { yield page.context.site.pages[index] } }
    var title: String { entry.title.value }
    var summary: String? { entry.head.summary?.value }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
}
