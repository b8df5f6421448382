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
    /// Of these, those that may go on, and those that are over.
    package var open: [EventView] { events.filter { !$0.isOver } }
    package var over: [EventView] { events.filter(\.isOver) }
    /// From so many disputes on, those that are over are rows under their years.
    private static let many = 20
    package var hasMany: Bool { page.site.events.count >= HomeView.many }
    /// What is over, by the year in which it ended, latest first; what has no date comes last.
    package var years: [Year] {
        var years: [Year] = []
        for event in over {
            let year = event.ended?.year ?? event.began?.year ?? 0
            if let known = years.firstIndex(where: { $0.year == year }) {
                years[known].events.append(event)
            } else {
                years.append(Year(year: year, events: [event]))
            }
        }
        return years.enumerated().sorted { ($1.element.year, $0.offset) < ($0.element.year, $1.offset) }.map(\.element)
    }
    /// The disputes that ended in a year.
    package struct Year {
        package let year: Int
        package var events: [EventView]
    }

    /// On the first page, the next deadlines of all disputes that have not passed at their records' dates.
    package var deadlines: [AheadView] {
        guard part == 0 else { return [] }
        let all = page.site.events.indices.flatMap { event in
            page.context.records[event].comingDeadlines(in: page.site).map {
                AheadView(demand: DemandView(handle: Handle(scope: event, index: $0), page: page))
            }
        }
        return Array(all.sorted { ($0.moment, $0.demand.handle) < ($1.moment, $1.demand.handle) }.prefix(5))
    }
    /// "Disputes 101 to 200 of 250"; nil where all stand on one page.
    package var partWords: String? { page.partWords(part, of: page.site.events.count, .disputesPart) }
    /// On the first page.
    package var changes: [ChangeView] {
        if part > 0 { return [] }
        return page.context.log.news.prefix(10).map { ChangeView(change: $0, page: page) }
    }
}

/// A deadline that lies ahead.
package struct AheadView {
    package let demand: DemandView

    package var event: EventView { EventView(event: Int(demand.handle.scope), page: demand.page) }
    package var date: DateView {
        demand.deadline?.date ?? demand.date
    }
    fileprivate var moment: Int64 { date.date.latest(in: date.zone) }
}

extension EventRecord {
    /// The demands with a deadline that has not passed and still matters.
    func comingDeadlines(in site: Site) -> [Int] {
        let demands = site.events[event].entries.demands
        return demandOrder.filter { index in
            guard let deadline = demands[index].deadline?.value else { return false }
            return !statuses[index].isClosed && !hasPassed(deadline)
        }
    }
}

extension EventView {
    /// What changed last; nil where nothing is known of it.
    package var lastChange: ChangeView? {
        page.context.log.newsByEvent[event].first.map { ChangeView(change: page.context.log.news[$0], page: page) }
    }
    /// The next deadline that has not passed.
    package var nextDeadline: AheadView? {
        let record = page.context.records[event]
        return record.nextDeadline(of: record.demandOrder, in: page.site).map {
            AheadView(demand: DemandView(handle: Handle(scope: event, index: $0), page: page))
        }
    }
    /// "and three others", of those who are not among the first three parties; nil for none.
    package var otherPartiesWords: String? {
        let others = parties.count - 3
        return others < 1 ? nil : page.words(.andOthersCounted, count: others, ["number": page.words.number(others)])
    }
}

extension PageContext {
    /// Which items a page of a long list holds; nil where all stand on one page.
    package func partWords(_ part: Int, of count: Int, _ word: Word, length: Int = ListPart.length) -> String? {
        guard ListPart.count(of: count, length: length) > 1 else { return nil }
        let range = ListPart.range(part, of: count, length: length)
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
    /// Of a threat that was carried out what was done.
    package var title: String { deed?.title ?? KindLinkView(handle: change.handle, page: page).title }
    package var route: Route { KindLinkView(handle: change.handle, page: page).route }

    private var deed: DeedView? { change.deed(in: page.site).map { DeedView(moment: $0, page: page) } }

    /// "by Boeing to the machinists"
    private var byWhomWords: String? {
        let (from, to): ([Reference<Party>], [Reference<Party>])
        if let demand = change.handle.typed(Demand.self).map({ page.site[$0] }) {
            (from, to) = (demand.from, demand.to)
        } else if let threat = change.handle.typed(Threat.self).map({ page.site[$0] }) {
            (from, to) = (threat.from, threat.to)
        } else {
            return nil
        }
        func names(_ parties: [Reference<Party>]) -> String { page.parties(parties).listed(page.words) }
        return page.words(.byFromTo, ["from": names(from), "to": names(to)])
    }
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
        case .asked, .threatened: byWhomWords
        case .carriedOut, .cameToNothing, .withdrawn: TimelineItemView.origin(of: change.handle, page: page)
        default: nil
        }
    }
    /// The dispute that it is of, where the title does not say it; nil on a dispute's own page.
    package var dispute: String? {
        guard page.event == nil, change.handle.kind != .event else { return nil }
        return page.context.event(of: change.handle).map { page.site.events[$0].title.value }
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
    /// On the first page alone, where a list takes several.
    package var body: Passage? { page.output.part > 0 ? nil : Passage(entry.head.body, of: entry.head) }
}
