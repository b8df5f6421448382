import Model
import Reading

/// A threat, on its own page and where it hangs on a demand.
package struct ThreatView {
    package let handle: Handle<Threat>
    package let page: PageContext

    package init(handle: Handle<Threat>, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    package var entry: Threat { page.site[handle] }
    private var event: Int { Int(handle.scope) }

    package var id: String { entry.id }
    package var anchor: String { page.anchor("threat", entry.id, scope: handle.scope) }
    package var title: String { entry.title.value }
    package var route: Route { page.route(of: AnyHandle(handle)) }
    package var number: Int { page.context.indexes[event].threatNumbers[Int(handle.index)] + 1 }
    package var kind: String { entry.kindOfThreat.value.rawValue }
    package var kindWords: String { page.words.words(entry.kindOfThreat.value) }
    package var from: [PartyView] { page.parties(entry.from) }
    package var to: [PartyView] { page.parties(entry.to) }
    package var unless: [DemandView] { entry.unless.targets().map { DemandView(handle: $0, page: page) } }
    package var date: DateView { page.date(entry.date.value) }
    package var summary: String? { entry.head.summary?.value }
    package var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: entry.date.value,
            sources: entry.head.sources, page: page)
    }
    package var state: String { entry.state.value.rawValue }
    package var stateWords: String { page.words.words(entry.state.value) }
    package var doneWords: String { page.words.doneWords(entry.state.value) }
    /// What stands under a threat that hangs on a demand: "Threatened · no act recorded", "Carried out 11 May 2026".
    package var stateLine: String {
        if entry.state.value == .threatened { return page.words[.threatenedNoActRecorded] }
        return stateDate.map { page.words(.notedDate, ["note": doneWords, "date": $0.shortWords]) } ?? doneWords
    }
    package var stateDate: DateView? { entry.stateDate.map { page.date($0.value) } }
    /// Its own deadline, else the first of the demands that it hangs on.
    package var deadline: DeadlineView? {
        let record = page.context.records[event]
        if let own = entry.deadline {
            return DeadlineView(date: page.date(own.value), hasPassed: record.hasPassed(own.value), isOwn: true)
        }
        let dates = entry.unless.compactMap { $0.target.flatMap { page.site[$0].deadline?.value } }
        return dates.first.map { DeadlineView(date: page.date($0), hasPassed: record.hasPassed($0), isOwn: false) }
    }
    package var term: LinkView? {
        entry.term?.target.map { LinkView(title: page.site[$0].displayName, route: page.route(of: AnyHandle($0))) }
    }
    package var statements: [StatementView] {
        let own = entry.statement?.target.map { Int($0.index) }
        return (page.context.indexes[event].statementsAbout[AnyHandle(handle)] ?? []).filter { $0 != own }.map {
            StatementView(handle: Handle(scope: event, index: $0), page: page)
        }
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var sources: [SourceUse] { entry.head.sources }
}
