import Drawing
import Model
import Reading

/// A demand, on its own page and on others.
package struct DemandView {
    package let handle: Handle<Demand>
    package let page: PageContext

    /// The date of the threat on whose page it is shown.
    private let threatDate: EventDate?
    /// The party whose answers alone are shown; nil for those of all.
    private let answerer: Handle<Party>?

    package init(
        handle: Handle<Demand>, page: PageContext, threatDate: EventDate? = nil, answerer: Handle<Party>? = nil
    ) {
        self.answerer = answerer
        self.handle = handle
        self.page = page
        self.threatDate = threatDate
    }

    package var entry: Demand { page.site[handle] }
    private var event: Int { Int(handle.scope) }
    private var place: Int { Int(handle.index) }
    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }

    package var id: String { entry.id }
    package var anchor: String { page.anchor("demand", entry.id, scope: handle.scope) }
    package var title: String { entry.title.value }
    package var route: Route { page.route(of: AnyHandle(handle)) }
    /// Place among the event's demands, from 1.
    package var number: Int { index.demandNumbers[place] + 1 }
    package var from: [PartyView] { page.parties(entry.from) }
    package var to: [AskedPartyView] {
        record.cells[place].map {
            AskedPartyView(party: page.party($0.party), isAnswered: record.isAnswered($0, demand: place))
        }
    }
    package var date: DateView { page.date(entry.date.value, of: event) }
    package var form: Demand.Form { page.site.form(of: entry) }
    /// Whether a court was asked to order it: those of whom it is asked did not hear it as a request.
    package var isClaim: Bool { page.site.isClaim(entry) }
    /// "About this offer"
    package var aboutWords: String { page.words(.aboutThis, ["form": page.words.inlineWords(form)]) }
    package var dateLabel: String {
        switch form {
        case .offer: page.words[.offered]
        case .order: page.words[.ordered]
        case .proposal: page.words[.proposed]
        case .demand, .request: page.words.dateLabel(entry.channel?.value)
        }
    }
    /// How it became known, where that is not just that it was made; an order is made by being filed.
    package var dateNote: String? { form == .order ? nil : page.words.dateNote(entry.channel?.value) }
    /// By whose account it was made, where it is known only from others than who made it: "by the account of Ada Fern",
    /// "as reported".
    package var accountWords: String? {
        guard entry.channel?.value == .reported else { return nil }
        let quoted = quote.flatMap { $0.words == nil ? nil : $0.accountWords(beside: entry.from.targets()) }
        return quoted ?? page.words[.asReported]
    }
    package var summary: String? { entry.head.summary?.value }
    package var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: date,
            sources: entry.head.sources, page: page)
    }
    package var status: Demand.Status { record.statuses[place] }
    /// Whether nobody owes an answer any more, for another reason than that it was met.
    package var isClosed: Bool { status.isClosed && status != .met && status != .metLate }
    package var statusWords: String { page.words.words(status) }
    package var statusReason: String? { entry.statusReason?.value }
    package var isUltimatum: Bool { record.isUltimatum(place, in: page.site) }
    /// Who said the words of the demand, where that is not just whoever asked.
    package var quoteSpeakers: [SpeakerView] { quote?.speakers(beside: entry.from.targets()) ?? [] }
    /// Whether it has a deadline, and whether a threat hangs on it, in a sentence; nil where it has neither.
    package var forceWords: String? {
        let threats = record.threats[place].map { page.site.events[event].entries.threats[$0] }
        // What a party announces or warns of is no threat.
        let areThreats = threats.allSatisfy { $0.isCalledThreat(in: page.site) }
        if !threats.isEmpty, !threats.contains(where: { record.hangs($0, on: entry) }) {
            let isOwn = threats.contains { $0.deadline != nil }
            if !areThreats { return page.words[isOwn ? .namedWithOwnDeadline : .namedAfterDeadline] }
            return page.words[isOwn ? .threatWithOwnDeadline : .threatAfterDeadline]
        }
        switch (entry.deadline != nil, !threats.isEmpty) {
        case (true, true):
            let came = threats.contains(where: cameWith)
            if !areThreats { return page.words[came ? .cameWithNamed : .hasNamed] }
            return page.words(came ? .cameWithBoth : .hasBoth, count: threats.count)
        case (true, false): return page.words[.deadlineWithoutThreat]
        // What became of an earlier deadline is said beside it.
        case (false, true):
            guard entry.deadlines.isEmpty else { return nil }
            if threats.contains(where: { $0.deadline != nil }) {
                return page.words[areThreats ? .threatWithOwnDeadline : .namedWithOwnDeadline]
            }
            return page.words[areThreats ? .threatWithoutDeadline : .namedWithoutDeadline]
        case (false, false): return nil
        }
    }

    /// "Deadline and threats", where nothing that hangs on it goes by another name.
    package var forceHeading: String {
        let threats = record.threats[place].map { page.site.events[event].entries.threats[$0] }
        let areThreats = threats.allSatisfy { $0.isCalledThreat(in: page.site) }
        return page.words[threats.isEmpty ? .deadline : areThreats ? .deadlineAndThreats : .deadlineAndConsequences]
    }

    /// Whether a threat was made with the demand: by the same parties, and not certainly later.
    private func cameWith(_ threat: Threat) -> Bool {
        let askers = Set(entry.from.targets())
        return threat.from.targets().contains(where: askers.contains)
            && !threat.date.value.isCertainlyAfter(entry.date.value, in: record.zone)
    }

    package var state: StateView { page.state(of: handle) }
    package var deadline: DeadlineView? {
        entry.deadline.map {
            DeadlineView(date: page.date($0.value, of: event), hasPassed: record.hasPassed($0.value), isOwn: true)
        }
    }
    /// How the deadline was moved or lifted; nil if it was not.
    package var deadlineNote: String? {
        let lines = entry.deadlines.indices.dropFirst().map { place in
            page.context.deadlineText(of: entry, place) { page.date($0, of: event).words }
        }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }
    package var threats: [ThreatView] {
        record.threats[place].map { ThreatView(handle: Handle(scope: event, index: $0), page: page, demand: handle) }
    }
    /// That its deadline and threats are those of the demand before it on the event's page, which need not be told again;
    /// nil if they differ, or if there are none.
    package var sameAsBeforeWords: String? {
        let position = index.demandNumbers[place]
        return position > 0 ? sameWords(asOf: record.demandOrder[position - 1]) : nil
    }
    /// That its deadline and threats are those of another demand, which stands right before it.
    func sameWords(asOf before: Int) -> String? {
        let demands = page.site.events[event].entries.demands
        let (deadline, threats) = (entry.deadline?.value, record.threats[place])
        // A threat's line names who threatens only beside other askers, and a moved deadline has a line of its own.
        guard demands[before].from.targets() == entry.from.targets(), deadline == demands[before].deadline?.value,
            threats == record.threats[before], entry.deadlines.count < 2, demands[before].deadlines.count < 2
        else { return nil }
        if threats.isEmpty { return deadline.map { _ in page.words[.sameDeadline] } }
        let entries = page.site.events[event].entries.threats
        guard threats.allSatisfy({ entries[$0].isCalledThreat(in: page.site) }) else {
            return page.words[deadline == nil ? .sameNamed : .sameDeadlineAndNamed]
        }
        return page.words(deadline == nil ? .sameThreats : .sameDeadlineAndThreats, count: threats.count)
    }
    package var answers: [AnswerView] {
        let all = AnswerView.answers(to: handle, threatDate: threatDate, page: page)
        return answerer.map { party in all.compactMap { $0.own(of: party) } } ?? all
    }
    /// The sign of its state; where one party's answers are shown, of these.
    package var rowMark: MarkKind? {
        if answerer != nil, !isClosed, let own = answers.first { return own.markKind }
        return state.state.mark
    }
    /// Deadlines that were moved or lifted, in the order in which they were set.
    package var formerDeadlines: [FormerDeadlineView] {
        entry.deadlines.indices.compactMap { place in
            guard let date = entry.deadlines[place].date?.value, place + 1 < entry.deadlines.count,
                let set = entry.deadlines[place + 1].set?.value
            else { return nil }
            let next = entry.deadlines[place + 1]
            let movers = next.by.targets() == entry.from.targets() ? [] : page.parties(next.by)
            let day = page.date(set, of: event).shortWords
            let note =
                movers.isEmpty
                ? page.words(next.lifted == true ? .liftedOnDay : .movedOnDay, ["date": day])
                : page.words(
                    next.lifted == true ? .liftedOnDayBy : .movedOnDayBy,
                    ["date": day, "names": movers.listed(page.words)])
            // What is shown with the whole demand cites what is known of its deadlines; a line elsewhere does not.
            let isOwn = page.path == page.route(of: AnyHandle(handle)).path
            return FormerDeadlineView(
                deadline: DeadlineView(date: page.date(date, of: event), hasPassed: true, isOwn: true),
                note: note, sources: isOwn ? entry.deadlines[place].sources + next.sources : [], page: page)
        }
    }
    /// Whether the words of the demand and of every recorded answer are shown verbatim.
    package var isVerbatim: Bool {
        quote.map { $0.isVerbatim(of: entry.from.targets(), entry.date.value) } == true
            && answers.allSatisfy { !$0.isRecorded || $0.isVerbatim && !$0.hasEarlierWords }
    }
    package var aimWords: String? { entry.aim.map { page.words.words($0.value) } }
    package var channelWords: String? { entry.channel.map { page.words.words($0.value) } }
    /// What stands before `channelWords`.
    package var channelLabel: String {
        switch entry.channel?.value {
        case .reported?, .leaked?: page.words[.howItBecameKnown]
        case .public?, .private?, .court?, nil: page.words[.howItWasMade]
        }
    }
    package var orderedBy: PartyView? {
        entry.orderedBy?.target.map(page.party)
    }
    package var replaces: LinkView? { entry.replaces?.target.map { page.link(to: AnyHandle($0)) } }
    package var replacedBy: LinkView? {
        record.replacedBy[place].map { page.link(to: AnyHandle(.demand, scope: event, index: $0)) }
    }
    package var withdrawn: DateView? { entry.withdrawn.map { page.date($0.value, of: event) } }
    /// Statements about it that are neither its own words nor an answer's.
    package var statements: [StatementView] {
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
    package var moments: [TimelineItemView] { TimelineItemView.moments(about: AnyHandle(handle), page: page) }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var sources: [SourceUse] { entry.head.sources }
}

/// A deadline that was moved or lifted.
package struct FormerDeadlineView {
    package let deadline: DeadlineView
    /// "moved 20 Feb 2026"
    package let note: String
    package let sources: [SourceUse]
    package let page: PageContext
}
