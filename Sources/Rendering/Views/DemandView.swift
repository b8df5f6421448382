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
    var form: String { (entry.form?.value ?? .demand).rawValue }
    var dateLabel: String {
        switch entry.form?.value {
        case .offer?: page.words[.offered]
        case .order?: page.words[.ordered]
        case .proposal?: page.words[.proposed]
        case .demand?, .request?, nil: page.words.dateLabel(entry.channel?.value)
        }
    }
    var dateNote: String? { page.words.dateNote(entry.channel?.value) }
    var summary: String? { entry.head.summary?.value }
    var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: entry.date.value,
            sources: entry.head.sources, page: page)
    }
    var status: Demand.Status { record.statuses[place] }
    /// Whether nobody owes an answer any more, for another reason than that it was met.
    var isClosed: Bool { status.isClosed && status != .met && status != .metLate }
    var statusWords: String { page.words.words(status) }
    var statusReason: String? { entry.statusReason?.value }
    var isUltimatum: Bool { record.isUltimatum(place, in: page.site) }
    var forceWords: String {
        let threats = record.threats[place].map { page.site.events[event].entries.threats[$0] }
        if !threats.isEmpty, !threats.contains(where: { record.hangs($0, on: entry) }) {
            let isOwn = threats.contains { $0.deadline != nil }
            return page.words[isOwn ? .threatWithOwnDeadline : .threatAfterDeadline]
        }
        return switch (entry.deadline != nil, !threats.isEmpty) {
        case (true, true): page.words[.ultimatum]
        case (true, false): page.words[.deadlineWithoutThreat]
        case (false, true): page.words[.threatWithoutDeadline]
        case (false, false): page.words[.neitherDeadlineNorThreat]
        }
    }
    var state: StateView { page.state(of: handle) }
    var deadline: DeadlineView? {
        entry.deadline.map {
            DeadlineView(date: page.date($0.value), hasPassed: record.hasPassed($0.value), isOwn: true)
        }
    }
    /// How the deadline was moved or lifted; nil if it was not.
    var deadlineNote: String? {
        let deadlines = entry.deadlines
        let lines = zip(deadlines, deadlines.dropFirst()).map { earlier, later in
            let set = later.set.map { page.date($0.value).words } ?? ""
            let from = earlier.date.map { page.date($0.value).words }
            let date = later.date.map { page.date($0.value).words } ?? ""
            if later.lifted == true { return page.words(.deadlineLifted, ["from": from ?? "", "set": set]) }
            guard let from else { return page.words(.deadlineSetAnew, ["date": date, "set": set]) }
            return page.words(.deadlineMoved, ["from": from, "date": date, "set": set])
        }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }
    var threats: [ThreatView] {
        record.threats[place].map { ThreatView(handle: Handle(scope: event, index: $0), page: page) }
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
