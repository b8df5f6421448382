import Model
import Reading

/// A threat, on its own page and where it hangs on a demand.
package struct ThreatView {
    package let handle: Handle<Threat>
    package let page: PageContext

    /// The demand that it is shown with.
    private let demand: Handle<Demand>?

    package init(handle: Handle<Threat>, page: PageContext, demand: Handle<Demand>? = nil) {
        self.handle = handle
        self.page = page
        self.demand = demand
    }

    package var entry: Threat { page.site[handle] }
    private var event: Int { Int(handle.scope) }

    package var id: String { entry.id }
    package var anchor: String { page.anchor("threat", entry.id, scope: handle.scope) }
    package var title: String { entry.title.value }
    /// The title where it stands alone in a line. It says what may come as if it were done: what it is and whose stands
    /// before it, as in "Warning by Department of War: …". Titles are the writer's words, and never in quotation marks.
    var line: String {
        let names = from.listed(page.words)
        let label = page.words(.formBy, ["form": page.words.nounWords(writtenOrUsual), "names": names])
        return page.words(.labelled, ["label": label, "title": title])
    }
    /// The title of its deadline, of a threat that is tied to no demand: then it is nobody's deadline.
    var untiedDateTitle: String? {
        guard entry.unless.targets().isEmpty else { return nil }
        return page.words(page.words.dateWord(of: writtenOrUsual), ["names": from.listed(page.words), "title": title])
    }
    package var route: Route { page.route(of: AnyHandle(handle)) }
    package var number: Int { page.context.indexes[event].threatNumbers[Int(handle.index)] + 1 }
    package var kind: String { entry.kindOfThreat.value.rawValue }
    package var kindWords: String { page.words.words(entry.kindOfThreat.value) }
    package var from: [PartyView] { page.parties(entry.from) }
    package var to: [PartyView] { page.parties(entry.to) }
    /// Who threatens, where it is shown with a demand that others made, or others beside them; else empty.
    package var threateners: [PartyView] {
        guard let demand else { return [] }
        let askers = page.site[demand].from.targets()
        return Set(entry.from.targets()) == Set(askers) ? [] : from
    }
    /// Who is threatened, where it is shown with a demand to others; else empty.
    package var threatened: [PartyView] {
        guard let demand else { return [] }
        let asked = page.site[demand].to.targets()
        return entry.to.targets().allSatisfy(asked.contains) ? [] : to
    }

    /// "If not: Strike", with the name of a threatener who did not ask, and of the threatened who were not asked.
    package var hangingWords: String {
        func names(_ parties: [PartyView]) -> String { parties.listed(page.words) }
        return switch (threateners.isEmpty, threatened.isEmpty) {
        case (true, true): page.words(.ifNot, ["threat": title])
        case (false, true): page.words(.ifNotFrom, ["names": names(threateners), "threat": title])
        case (true, false): page.words(.ifNotTo, ["others": names(threatened), "threat": title])
        case (false, false):
            page.words(
                .ifNotFromTo, ["names": names(threateners), "others": names(threatened), "threat": title])
        }
    }
    package var unless: [DemandView] {
        entry.unless.targets().map { DemandView(handle: $0, page: page, threatDate: entry.date.value) }
    }
    package var date: DateView { page.date(entry.date.value, of: event) }
    package var summary: String? { entry.head.summary?.value }
    package var quote: QuoteView? {
        QuoteView(
            words: entry.words?.value, statement: entry.statement?.target, parties: from, date: date,
            sources: entry.head.sources, page: page)
    }
    /// By whose account it was made, where its words are those of others than who made it.
    package var accountWords: String? { quote?.accountWords(beside: entry.from.targets()) }
    package var state: String { entry.state.value.rawValue }
    private var writtenOrUsual: Threat.Label { page.site.label(of: entry) }
    package var label: String { writtenOrUsual.rawValue }
    /// When it was carried out, where moments tell.
    package var deeds: [DeedView] {
        let zone = page.context.records[event].zone
        return entry.carriedOut.compactMap { deed in deed.moment.target.map { DeedView(moment: $0, page: page) } }
            .sorted { $0.date.date.earliest(in: zone) < $1.date.date.earliest(in: zone) }
    }
    package var wasDone: Bool { entry.state.value == .imposed || entry.state.value == .partlyImposed }
    /// What came of it, and by when it was to be done.
    package var stateLine: StateView {
        let rest = deadline.map { deadline in
            let date: [StateSentence.Piece] = [.date(deadline.date.date)]
            if deadline.isOwn { return StateSentence.phrase(page.words, .deadlineThatItSet, ["date": date]) }
            let forms = entry.unless.targets().map { page.site.form(of: page.site[$0]) }
            let names = forms.count == 1 ? page.words.inlineWords(forms[0]) : page.words.plurals(of: forms)
            return StateSentence.phrase(page.words, .deadlineOfThat, ["names": [.text(names)], "date": date])
        }
        let state = StateSentence(lead: [.text(outcomeWords)], rest: rest ?? [], mark: wasDone ? .carriedOut : .threat)
        return StateView(state: state, event: event, page: page)
    }
    package var stateWords: String {
        entry.state.value == .threatened ? page.words.words(writtenOrUsual) : page.words.words(entry.state.value)
    }
    /// "Carried out, 9 February 2026", "Withdrawn, 3 March 2026"
    var outcomeWords: String {
        stateDate.map { page.words(.nameAndDate, ["name": doneWords, "date": $0.words]) } ?? doneWords
    }
    /// Who carried it out, where not all who threatened did.
    private var doers: [PartyView] {
        let doers = entry.carriedOut.map { $0.by.targets() }
        guard !doers.contains(where: \.isEmpty) else { return [] }
        let all = Set(doers.joined())
        return all == Set(entry.from.targets()) ? [] : all.sorted().map(page.party)
    }
    /// "Carried out 11 times, last 2 July 2024", if moments tell when.
    package var doneWords: String {
        let dates = entry.carriedOut.compactMap { $0.moment.target.map { page.site[$0].date.value } }
        let zone = page.context.records[event].zone
        guard let last = dates.max(by: { $0.latest(in: zone) < $1.latest(in: zone) }) else {
            return page.words.doneWords(entry.state.value)
        }
        let words = page.date(last, of: event).words
        if dates.count == 1, !doers.isEmpty {
            let done = page.words(
                .formBy,
                ["form": page.words.doneWords(entry.state.value), "names": doers.listed(page.words)])
            return page.words(.nameAndDate, ["name": done, "date": words])
        }
        if entry.state.value == .partlyImposed {
            if dates.count == 1 { return page.words(.partlyCarriedOutOnce, ["date": words]) }
            return page.words(
                .partlyCarriedOutTimes, ["number": page.words.number(dates.count), "date": words])
        }
        if dates.count == 1 { return page.words(.carriedOutOnce, ["date": words]) }
        return page.words(.carriedOutTimes, ["number": page.words.number(dates.count), "date": words])
    }
    /// What stands under a threat that hangs on a demand: "Threatened · no act recorded", "Carried out 11 May 2026".
    package var stateNote: String {
        // Of another day than the demand: then it did not come with it.
        let said = demand.flatMap { page.site[$0].date.value == entry.date.value ? nil : date.shortWords }
        if entry.state.value == .threatened {
            let label = page.words.words(writtenOrUsual)
            let dated = said.map { page.words(.notedDate, ["note": label, "date": $0]) } ?? label
            return page.words(.threatenedNoActRecorded, ["label": dated])
        }
        let done = stateDate.map { page.words(.notedDate, ["note": doneWords, "date": $0.shortWords]) } ?? doneWords
        return said.map { page.words(.saidWhen, ["date": $0]) + " · " + done } ?? done
    }
    /// Nil if `doneWords` has the dates already.
    package var stateDate: DateView? {
        entry.carriedOut.isEmpty ? entry.stateDate.map { page.date($0.value, of: event) } : nil
    }
    /// Its own deadline, else that of all demands that it hangs on, if it was made before that passed.
    package var deadline: DeadlineView? {
        let record = page.context.records[event]
        if let own = entry.deadline {
            return DeadlineView(
                date: page.date(own.value, of: event), hasPassed: record.hasPassed(own.value), isOwn: true)
        }
        let demands = entry.unless.compactMap { $0.target.map { page.site[$0] } }
        let dates = demands.filter { record.hangs(entry, on: $0) }.compactMap { $0.deadline?.value }
        guard Set(dates).count == 1, dates.count == demands.count else { return nil }
        return dates.first.map {
            DeadlineView(date: page.date($0, of: event), hasPassed: record.hasPassed($0), isOwn: false)
        }
    }
    package var term: LinkView? {
        entry.term?.target.map { page.link(to: AnyHandle($0)) }
    }
    package var statements: [StatementView] {
        let own = entry.statement?.target.map { Int($0.index) }
        return (page.context.indexes[event].statementsAbout[AnyHandle(handle)] ?? []).filter { $0 != own }.map {
            StatementView(handle: Handle(scope: event, index: $0), page: page)
        }
    }
    /// What happened about it, but for the deeds, which stand by themselves.
    package var moments: [TimelineItemView] {
        let deeds = Set(entry.carriedOut.compactMap { $0.moment.target.map { AnyHandle($0) } })
        return TimelineItemView.moments(about: AnyHandle(handle), page: page).filter { !deeds.contains($0.item.handle) }
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var sources: [SourceUse] { entry.head.sources }
}

/// A time at which a threat was carried out.
package struct DeedView {
    let moment: Handle<Moment>
    package let page: PageContext

    package var date: DateView { page.date(page.site[moment].date.value, of: Int(moment.scope)) }
    package var title: String { page.site[moment].title.value }
    package var route: Route { page.route(of: AnyHandle(moment)) }
}
