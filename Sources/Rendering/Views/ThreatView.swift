import Model
import Reading

/// A threat, on its own page and where it hangs on a demand.
struct ThreatView {
    let handle: Handle<Threat>
    let page: PageContext
    /// The demand that it is shown with.
    var demand: Handle<Demand>?

    var entry: Threat { page.site[handle] }
    private var event: Int { Int(handle.scope) }

    var id: String { entry.id }
    var anchor: String { page.anchor("threat", entry.id, scope: handle.scope) }
    var title: String { entry.title.value }
    var route: Route { page.route(of: AnyHandle(handle)) }
    var number: Int { page.context.indexes[event].threatNumbers[Int(handle.index)] + 1 }
    var kind: String { entry.kindOfThreat.value.rawValue }
    var kindWords: String { page.words.words(entry.kindOfThreat.value) }
    var from: [PartyView] { page.parties(entry.from) }
    var to: [PartyView] { page.parties(entry.to) }
    /// Who threatens, where it is shown with a demand that others made; else empty.
    var threateners: [PartyView] {
        guard let demand else { return [] }
        let askers = page.site[demand].from.targets()
        return entry.from.targets().allSatisfy(askers.contains) ? [] : from
    }
    /// "If not: Strike", with the name of a threatener who did not ask.
    var hangingWords: String {
        let names = threateners
        if names.isEmpty { return page.words(.ifNot, ["threat": title]) }
        return page.words(.ifNotFrom, ["names": page.words.list(names.map(\.shortName)), "threat": title])
    }
    var unless: [DemandView] { entry.unless.targets().map { DemandView(handle: $0, page: page) } }
    var date: DateView { page.date(entry.date.value) }
    var summary: String? { entry.head.summary?.value }
    var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: entry.date.value,
            sources: entry.head.sources, page: page)
    }
    var state: String { entry.state.value.rawValue }
    var stateWords: String { page.words.words(entry.state.value) }
    var doneWords: String { page.words.doneWords(entry.state.value) }
    var stateDate: DateView? { entry.stateDate.map { page.date($0.value) } }
    /// Its own deadline, else the first of the demands that it hangs on.
    var deadline: DeadlineView? {
        let record = page.context.records[event]
        if let own = entry.deadline {
            return DeadlineView(date: page.date(own.value), hasPassed: record.hasPassed(own.value), isOwn: true)
        }
        let dates = entry.unless.compactMap { $0.target.flatMap { page.site[$0].deadline?.value } }
        return dates.first.map { DeadlineView(date: page.date($0), hasPassed: record.hasPassed($0), isOwn: false) }
    }
    var term: LinkView? {
        entry.term?.target.map { LinkView(title: page.site[$0].displayName, route: page.route(of: AnyHandle($0))) }
    }
    var statements: [StatementView] {
        let own = entry.statement?.target.map { Int($0.index) }
        return (page.context.indexes[event].statementsAbout[AnyHandle(handle)] ?? []).filter { $0 != own }.map {
            StatementView(handle: Handle(scope: event, index: $0), page: page)
        }
    }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
    var citations: [UInt8] { page.citations(entry.head.sources) }
}
