import Model
import Reading

/// A demand, on its own page and on others.
struct DemandView {
    let handle: Handle<Demand>
    let page: PageContext

    var entry: Demand { page.site[handle] }
    private var event: Int { Int(handle.scope) }
    private var place: Int { Int(handle.index) }
    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }

    var id: String { entry.id }
    var anchor: String { page.anchor("demand", entry.id, scope: handle.scope) }
    var title: String { entry.title.value }
    var route: Route { page.route(of: AnyHandle(handle)) }
    /// Place among the event's demands, from 1.
    var number: Int { index.demandNumbers[place] + 1 }
    var from: [PartyView] { page.parties(entry.from) }
    var to: [AskedPartyView] {
        record.cells[place].map { AskedPartyView(party: page.party($0.party), isAnswered: $0.response != nil) }
    }
    var date: DateView { page.date(entry.date.value) }
    var dateLabel: String { page.words.dateLabel(entry.channel?.value) }
    var dateNote: String? { page.words.dateNote(entry.channel?.value) }
    var summary: String? { entry.head.summary?.value }
    var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: entry.date.value,
            sources: entry.head.sources, page: page)
    }
    var status: Demand.Status { record.statuses[place] }
    var statusWords: String { page.words.words(status) }
    var statusReason: String? { entry.statusReason?.value }
    /// Who said the words of the demand, where that is not just whoever asked.
    var quoteSpeaker: SpeakerView? { quote?.speaker(beside: entry.from.targets()) }
    var isUltimatum: Bool { entry.deadline != nil && !record.threats[place].isEmpty }
    /// Whether it has a deadline, and whether a threat hangs on it, in a sentence; nil where it has neither.
    var forceWords: String? {
        let hanging = record.threats[place].map { page.site.events[event].entries.threats[$0] }
        switch (entry.deadline != nil, !hanging.isEmpty) {
        case (true, true): return page.words[hanging.contains(where: cameWith) ? .cameWithBoth : .hasBoth]
        case (true, false): return page.words[.deadlineWithoutThreat]
        case (false, true):
            let hasOwn = hanging.contains { $0.deadline != nil }
            return page.words[hasOwn ? .threatWithOwnDeadline : .threatWithoutDeadline]
        case (false, false): return nil
        }
    }

    /// Whether a threat was made with the demand: by the same parties, and not certainly later.
    private func cameWith(_ threat: Threat) -> Bool {
        let askers = Set(entry.from.targets())
        return threat.from.targets().contains(where: askers.contains)
            && !threat.date.value.isCertainlyAfter(entry.date.value, in: record.zone)
    }

    var state: StateView { page.state(of: handle) }
    var deadline: DeadlineView? {
        entry.deadline.map {
            DeadlineView(date: page.date($0.value), hasPassed: record.hasPassed($0.value), isOwn: true)
        }
    }
    var threats: [ThreatView] {
        record.threats[place].map { ThreatView(handle: Handle(scope: event, index: $0), page: page, demand: handle) }
    }
    var answers: [AnswerView] { AnswerView.answers(to: handle, page: page) }
    var aimWords: String? { entry.aim.map { page.words.words($0.value) } }
    var channelWords: String? { entry.channel.map { page.words.words($0.value) } }
    var orderedBy: LinkView? {
        entry.orderedBy?.target.map {
            LinkView(title: page.site[$0].displayName, route: page.route(of: AnyHandle($0)))
        }
    }
    var replaces: LinkView? { entry.replaces?.target.map(link) }
    var replacedBy: LinkView? { record.replacedBy[place].map { link(Handle(scope: event, index: $0)) } }
    var withdrawn: DateView? { entry.withdrawn.map { page.date($0.value) } }
    /// Statements about it that are neither its own words nor an answer's.
    var statements: [StatementView] {
        var shown = Set([entry.statement?.target].compactMap { $0.map { Int($0.index) } })
        for cell in record.cells[place] {
            guard let response = cell.response else { continue }
            for statement in page.site.events[event].entries.responses[response].statements {
                if let target = statement.target { shown.insert(Int(target.index)) }
            }
        }
        return (index.statementsAbout[AnyHandle(handle)] ?? []).filter { !shown.contains($0) }.map {
            StatementView(handle: Handle(scope: event, index: $0), page: page)
        }
    }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
    var citations: [UInt8] { page.citations(entry.head.sources) }

    private func link(_ handle: Handle<Demand>) -> LinkView {
        LinkView(title: page.site[handle].title.value, route: page.route(of: AnyHandle(handle)))
    }
}
