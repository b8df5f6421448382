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
        return SectionView.rendered(SectionSplitter.sections(of: prose), of: prose, document: "site.md", page: page)
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
        return page.context.changes.prefix(10).map { ChangeView(change: $0, page: page) }
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
    let change: SiteChange
    let page: PageContext

    var date: DateView { page.date(change.date) }
    var kindWords: String { change.correction.map { page.words.words($0.kind.value) } ?? page.words[.updated] }
    var title: String { KindLinkView(handle: change.handle, page: page).title }
    var route: Route { KindLinkView(handle: change.handle, page: page).route }
    var text: String? { change.correction.map { $0.text.plainText() }.flatMap { $0.isEmpty ? nil : $0 } }
}

/// An update or a correction of an entry.
package struct SiteChange: Sendable {
    package let date: EventDate
    package let handle: AnyHandle
    /// Nil for a plain update.
    package let correction: Correction?
}

extension Site {
    /// Updates and corrections of an event and its entries (−1: of what is shared, and of free pages), newest first.
    package func changes(ofScope scope: Int) -> [SiteChange] {
        var changes: [SiteChange] = []
        func add(_ head: EntryHead, _ handle: AnyHandle) {
            if let updated = head.updated {
                changes.append(SiteChange(date: updated.value, handle: handle, correction: nil))
            }
            for correction in head.corrections {
                changes.append(SiteChange(date: correction.date.value, handle: handle, correction: correction))
            }
        }
        func each<E: Entry>(_ list: [E]) {
            for (index, entry) in list.enumerated() where entry.head.updated != nil || !entry.head.corrections.isEmpty {
                add(entry.head, AnyHandle(E.kind, scope: scope, index: index))
            }
        }
        if scope >= 0 { add(events[scope].head, AnyHandle(.event, scope: -1, index: scope)) }
        let entries = entries(of: scope)
        each(entries.parties)
        each(entries.people)
        each(entries.demands)
        each(entries.responses)
        each(entries.threats)
        each(entries.statements)
        each(entries.moments)
        each(entries.sources)
        each(entries.terms)
        for (index, page) in pages.enumerated() where (page.event ?? -1) == scope {
            add(page.head, AnyHandle(.page, scope: page.event ?? -1, index: index))
        }
        let zone = zone(ofScope: scope)
        let keyed = changes.map { ($0, $0.date.latest(in: zone)) }
        return keyed.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
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
