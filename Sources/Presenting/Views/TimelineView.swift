import Bytes
import Drawing
import Model
import Reading

/// One line of the timeline's list.
package struct TimelineItemView {
    package let item: TimelineItem
    package let page: PageContext
    /// Class names by which the list is filtered without a script; empty outside the list.
    package var filterClass = ""
    /// Whether others of the list have hours of its day, and it has none: its place among them says nothing.
    package var isHourUnknown = false

    package init(item: TimelineItem, page: PageContext, filterClass: String = "", isHourUnknown: Bool = false) {
        self.item = item
        self.page = page
        self.filterClass = filterClass
        self.isHourUnknown = isHourUnknown
    }

    /// The moments about an entry, as lines of its page, by date.
    static func moments(about handle: AnyHandle, page: PageContext) -> [TimelineItemView] {
        happened(page.context.indexes[Int(handle.scope)].momentsAbout[handle] ?? [], page: page)
    }

    /// The items that are no plans.
    static func happened(_ items: [TimelineItem], page: PageContext) -> [TimelineItemView] {
        items.filter { $0.handle.typed(Moment.self).map { !page.site[$0].planned } ?? true }
            .map { TimelineItemView(item: $0, page: page) }
    }

    private var event: Int { item.handle.kind == .event ? Int(item.handle.index) : Int(item.handle.scope) }

    /// The filter's keys, in the order in which the page offers them.
    package static let kinds = ["demand", "response", "deadline", "threat", "statement", "moment"]

    /// The filter's key: everything that happens to a threat is a threat, and so on.
    package var kind: String {
        switch item.kind {
        case .demand, .withdrawal: "demand"
        case .response: "response"
        case .deadline, .formerDeadline, .move: "deadline"
        case .threat, .outcome: "threat"
        case .statement: "statement"
        case .moment, .state, .vote, .began, .ended: "moment"
        }
    }

    package var anchor: String { item.anchor(in: page.site) }

    /// The demand, where that it was made is the item.
    package var demand: DemandView? {
        item.kind == .demand ? item.handle.typed().map { DemandView(handle: $0, page: page) } : nil
    }

    /// The place that sources link back to; nil for what cites none.
    package var place: PageContents.Place? {
        switch item.kind {
        case .demand, .response, .threat, .statement, .moment: .timeline(item.handle)
        case .state, .vote, .deadline, .formerDeadline, .move, .outcome, .withdrawal, .began, .ended: nil
        }
    }

    package var date: DateView { page.date(item.date, of: event) }

    package var title: String {
        let name = KindLinkView(handle: item.handle, page: page).title
        return switch item.kind {
        case .deadline: deadlineTitle(name)
        case .formerDeadline:
            page.words(isLiftedNext ? .deadlineLiftedOn : .earlierDeadlineFor, ["title": name])
        case .move: moveTitle(name)
        case .outcome:
            page.words(
                .outcomeOfThreat, ["state": outcome.map(page.words.words) ?? "", "title": name, "origin": origin])
        case .withdrawal: page.words(.withdrawnTitle, ["title": name, "origin": origin])
        case .state:
            page.words(
                .labelled,
                ["label": stateLabel, "title": name])
        case .vote: page.words(.labelled, ["label": page.words[.voteTaken], "title": name])
        case .began: page.words[.disputeBegins]
        case .ended: page.words[.disputeEnds]
        case .demand, .response, .threat, .statement, .moment: name
        }
    }

    private func deadlineTitle(_ name: String) -> String {
        guard let threat = item.handle.typed(Threat.self) else { return page.words(.deadlineFor, ["title": name]) }
        return ThreatView(handle: threat, page: page).untiedDateTitle ?? page.words(.dateSetFor, ["title": name])
    }

    /// The title where it stands alone in a line. The title of a demand or of a threat says what is wanted, or what may
    /// come, as if it were done: who asked, or who threatened, stands before it. So does who answered and for whom, where
    /// the answer's title does not name them.
    package var line: String {
        switch item.kind {
        case .demand: page.words(.labelled, ["label": demandLabel, "title": title])
        case .threat: item.handle.typed(Threat.self).map { ThreatView(handle: $0, page: page).line } ?? title
        case .response: item.handle.typed(Response.self).map { line(of: ResponseView(handle: $0, page: page)) } ?? title
        case .deadline, .formerDeadline, .move, .outcome, .withdrawal, .statement, .moment, .state, .vote, .began,
            .ended:
            title
        }
    }

    private func line(of response: ResponseView) -> String {
        let others = response.onBehalfOf
        if (parties + others).allSatisfy({ $0.isNamed(in: title, ofEvent: event) }) { return title }
        let names = page.words.list(parties.map(\.shortName))
        let label =
            others.isEmpty
            ? names
            : page.words(
                response.answersForItself ? .namesAlsoFor : .namesFor,
                ["names": names, "others": others.listed(page.words)])
        return page.words(.labelled, ["label": label, "title": title])
    }

    /// "Demand by Department of War to Anthropic"
    private var demandLabel: String {
        guard let demand: Handle<Demand> = item.handle.typed() else { return "" }
        let view = DemandView(handle: demand, page: page)
        let (from, to) = (names(view.entry.from), names(view.entry.to))
        if view.isClaim { return page.words(.claimBy, ["from": from, "to": to]) }
        return page.words(.demandBy, ["form": page.words.words(view.form), "from": from, "to": to])
    }

    private func names(_ parties: [Reference<Party>]) -> String {
        page.parties(parties).listed(page.words)
    }

    /// Which demand an answer is about; of anything else nothing. An answer's title stands well under its demand:
    /// elsewhere nobody knows what "it" is.
    package var context: String? {
        guard item.kind == .response, let response: Handle<Response> = item.handle.typed() else { return nil }
        return TimelineItemView.context(of: response, page: page)
    }

    /// "answer to: Remove the two exceptions"
    static func context(of response: Handle<Response>, page: PageContext) -> String? {
        let demands = page.site[response].answers.targets()
        guard let first = demands.first else { return nil }
        if demands.count > 1 {
            let acts = page.words.counted(demands.map { page.site.form(of: page.site[$0]) })
            return page.words(.answerToSeveral, ["acts": acts])
        }
        let isAnswer = page.site[response].kindOfResponse.value.isAnswer
        return page.words(isAnswer ? .answerTo : .concerning, ["title": page.site[first].title.value])
    }

    /// Who asked for what was withdrawn, or threatened what came or did not come: "offer by Boeing".
    private var origin: String { TimelineItemView.origin(of: item.handle, page: page) ?? "" }

    /// Nil for what is neither a demand nor a threat.
    static func origin(of handle: AnyHandle, page: PageContext) -> String? {
        let (form, parties): (String, [Reference<Party>])
        if let demand = handle.typed(Demand.self).map({ page.site[$0] }) {
            (form, parties) = (page.words.inlineWords(page.site.form(of: demand)), demand.from)
        } else if let threat = handle.typed(Threat.self).map({ page.site[$0] }) {
            (form, parties) = (page.words.inlineNounWords(page.site.label(of: threat)), threat.from)
        } else {
            return nil
        }
        let names = page.parties(parties).listed(page.words)
        return page.words(.formBy, ["form": form, "names": names])
    }

    /// The deadlines of the demand that the item is about, and the place of its own.
    private var deadlines: [Demand.Deadline] {
        item.handle.typed(Demand.self).map { page.site[$0].deadlines } ?? []
    }

    /// "Deadline moved to 15 September 2031: Pay"; for one that was lifted, or set again after that, its own words.
    private func moveTitle(_ name: String) -> String {
        guard deadlines.indices.contains(item.part) else { return name }
        let deadline = deadlines[item.part]
        guard deadline.lifted != true, let date = deadline.date else {
            return page.words(.deadlineLiftedTitle, ["title": name])
        }
        let words = page.date(date.value, of: event).words
        let isNew = item.part > 0 && deadlines[item.part - 1].lifted == true
        return page.words(isNew ? .deadlineSetTitle : .deadlineMovedTitle, ["date": words, "title": name])
    }

    private var isLiftedNext: Bool {
        deadlines.indices.contains(item.part + 1) && deadlines[item.part + 1].lifted == true
    }

    /// "earlier deadline, moved 27 June 2031"
    private var formerNote: String {
        guard deadlines.indices.contains(item.part + 1) else { return page.words[.deadlineNote] }
        let next = deadlines[item.part + 1]
        let date = next.set.map { page.date($0.value, of: event).shortWords } ?? ""
        return page.words(next.lifted == true ? .deadlineLiftedNote : .deadlineMovedNote, ["date": date])
    }

    private var outcome: Threat.State? { item.handle.typed(Threat.self).map { page.site[$0].state.value } }

    package var route: Route? {
        item.handle.kind == .moment || item.handle.kind == .event ? nil : page.route(of: item.handle)
    }

    package var markKind: MarkKind {
        switch item.kind {
        case .demand:
            let form = item.handle.typed(Demand.self).map { page.site.form(of: page.site[$0]) }
            return form == .offer || form == .proposal ? .offer : .demand
        case .deadline: return .deadline
        case .formerDeadline, .move: return .moved
        case .threat: return .threat
        case .outcome: return sign == .carriedOut ? .carriedOut : .threat
        case .statement: return .statement
        case .moment:
            let kind = item.handle.typed(Moment.self).map { page.site[$0].kindOfMoment.value }
            return kind == .vote ? .vote : .moment
        case .withdrawal: return .withdrawn
        case .state: return state?.mark ?? .moment
        case .vote: return .vote
        case .began, .ended: return .moment
        case .response:
            guard let response: Handle<Response> = item.handle.typed() else { return .moment }
            return page.site[response].kindOfResponse.value.mark
        }
    }

    /// What stands after the tiles: who asked whom, what kind of moment, how it was answered.
    package var note: String {
        switch item.kind {
        case .demand:
            guard let demand: Handle<Demand> = item.handle.typed() else { return "" }
            let from = page.parties(page.site[demand].from).listed(atStart: true, page.words)
            let to = names(page.site[demand].to)
            let word: Word =
                switch page.site.form(of: page.site[demand]) {
                case .offer: .offeredWhom
                case .order: .orderedWhom
                case .proposal: .proposedToWhom
                case .demand, .request: DemandView(handle: demand, page: page).isClaim ? .askedCourt : .askedWhom
                }
            return page.words(word, ["from": from, "to": to])
        case .deadline:
            return page.words[.deadlineNote]
        case .formerDeadline: return formerNote
        case .move: return ""
        case .threat:
            guard let threat: Handle<Threat> = item.handle.typed() else { return "" }
            let label = page.words.inlineWords(page.site.label(of: page.site[threat]))
            guard page.site[threat].state.value == .threatened else { return label }
            return page.words(.threatenedNoActNote, ["label": label])
        case .statement:
            guard let statement: Handle<Statement> = item.handle.typed() else { return "" }
            let medium = StatementView(handle: statement, page: page).mediumWords
            // The words for this medium are “statement” already, unless a venue stands for them.
            if page.site[statement].medium.value == .other, page.site[statement].venue == nil { return medium }
            return page.words(.statementNote, ["medium": medium])
        case .response:
            guard let response: Handle<Response> = item.handle.typed() else { return "" }
            let entry = page.site[response]
            let kind = page.context.inlineKindWords(of: entry)
            if entry.onBehalfOf.targets().isEmpty { return kind }
            let word: Word = ResponseView(handle: response, page: page).answersForItself ? .noteAlsoFor : .noteFor
            return page.words(word, ["note": kind, "others": names(entry.onBehalfOf)])
        case .moment:
            guard let moment: Handle<Moment> = item.handle.typed() else { return "" }
            let threats = page.context.indexes[event].threatsByDeed[moment] ?? []
            return ([momentNote(page.site[moment])] + threats.map(deedNote)).filter { !$0.isEmpty }
                .joined(separator: page.words[.notesBetween])
        case .state, .vote:
            guard let moment = item.handle.typed(Moment.self).map({ page.site[$0] }) else { return "" }
            if item.kind == .state, !moment.isVoted(state, on: item.date) { return "" }
            return page.words.counts(of: moment.votes.filter { $0.date?.value == item.date })
        // Their titles say it all.
        case .outcome, .withdrawal, .began, .ended: return ""
        }
    }

    /// "agreement, rejected", "vote, 51 per cent for, 49 per cent against", "meeting, planned".
    private func momentNote(_ moment: Moment) -> String {
        // "Other" and "background" say nothing of what happened.
        let isTold = moment.kindOfMoment.value != .other && moment.kindOfMoment.value != .background
        let kind = isTold ? page.words.words(moment.kindOfMoment.value) : nil
        if let cancelled = moment.cancelled?.value {
            guard let kind else {
                let date = page.date(cancelled, of: event).words
                return page.words(.notedDate, ["note": page.words[.calledOff].uncapitalizedFirst, "date": date])
            }
            return page.words(
                cancelled.isExact ? .calledOffOn : .calledOffNote,
                ["kind": kind, "date": page.date(cancelled, of: event).words])
        }
        if moment.planned {
            return kind.map { page.words(.plannedNote, ["kind": $0]) } ?? page.words.alone(.chartSign, "planned")
        }
        // What it became later stands on the day when it did.
        let date = moment.date.value
        let state = moment.states.last { $0.date == nil || $0.date?.value == date }
        let votes = moment.votes.filter { $0.date == nil || $0.date?.value == date }
        let parts = [kind, state.map { page.words.words($0.state.value) }, page.words.counts(of: votes)]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: page.words[.listBetween])
    }

    /// "carries out: End the contract (threat by the council)"
    private func deedNote(_ threat: Handle<Threat>) -> String {
        let isPart = page.site[threat].state.value == .partlyImposed
        let origin = TimelineItemView.origin(of: AnyHandle(threat), page: page) ?? ""
        return page.words(
            isPart ? .carriesOutInPart : .carriesOut, ["title": page.site[threat].title.value, "origin": origin])
    }

    /// Class names for filters: of its kind, and of the parties that it names.
    package func filterNames(of parties: [Handle<Party>]) -> [String] {
        let numbers = parties.map { page.party($0).number }.sorted()
        var names = ["is-" + kind]
        for (place, number) in numbers.enumerated() where place == 0 || numbers[place - 1] != number {
            names.append("by-" + String(number))
        }
        return names
    }

    /// Actors and addressees.
    package var involved: [Handle<Party>] { item.parties + addressees }

    private var addressees: [Handle<Party>] {
        switch item.handle.kind {
        case .demand: item.handle.typed(Demand.self).map { page.site[$0].to.targets() } ?? []
        case .threat: item.handle.typed(Threat.self).map { page.site[$0].to.targets() } ?? []
        case .moment: concerned.map(\.handle)
        default: []
        }
    }

    /// Whether it is drawn: not where an act's own words would stand beside the act.
    package var isDrawn: Bool {
        item.kind != .statement || !page.context.indexes[event].statementsWithinActs.contains(Int(item.handle.index))
    }

    /// A statement's words; nil for what was told in the writer's, and where the title has them all.
    package var quote: String? {
        guard let statement: Handle<Statement> = item.handle.typed(), let words = page.site[statement].words?.value,
            !title.contains(bytesOf: words)
        else { return nil }
        return words
    }

    /// What an agreement became.
    private var state: Moment.State? {
        guard item.kind == .state, let moment = item.handle.typed(Moment.self).map({ page.site[$0] }) else {
            return nil
        }
        return moment.states[item.part].state.value
    }

    /// "Ratified by the board", "In force".
    private var stateLabel: String {
        guard let state, let moment else { return "" }
        let words = page.words.words(state).capitalizedFirst
        let by = page.parties(moment.states[item.part].by)
        return by.isEmpty ? words : page.words(.formBy, ["form": words, "names": by.listed(page.words)])
    }

    /// Of a moment; what has a page of its own is told there.
    private var head: EntryHead? {
        item.kind == .moment ? item.handle.typed(Moment.self).map { page.site[$0].head } : nil
    }
    package var body: Passage? { head.flatMap { Passage($0.body, of: $0) } }
    package var summary: String? { head?.summary?.value }

    package var isAfterRecord: Bool {
        guard item.kind == .deadline, let record = page.context.records[event].date else { return false }
        return !page.context.records[event].hasPassed(item.date)
            && item.date.latest(in: page.context.records[event].zone)
                > record.latest(in: page.context.records[event].zone)
    }

    package var sources: [SourceUse] {
        switch item.kind {
        case .demand, .response, .threat, .statement, .moment:
            page.site.head(of: item.handle).sources
        default: item.sourcesOfPart(in: page.site)
        }
    }
}

/// The timeline: its items under their months.
package struct TimelineView {
    package struct Month {
        package let month: EventTimeline.Month
        package let page: PageContext

        package init(month: EventTimeline.Month, page: PageContext) {
            self.month = month
            self.page = page
        }
    }

    package let event: Int
    package let page: PageContext

    package var items: [TimelineItem] { page.context.indexes[event].timeline }
    package var count: Int { items.count }
    /// Whether an item is later than the record's end.
    package var hasLaterItems: Bool { items.contains { TimelineItemView(item: $0, page: page).isAfterRecord } }
    package var recordEnd: DateView? { page.context.records[event].date.map { page.date($0, of: event) } }
    /// The acts, for the chart and the calendar.
    package var acts: TimelineActs { TimelineActs(of: event, on: page) }
    package var phases: [PhaseView] {
        page.site.events[event].phases.map { PhaseView(phase: $0, event: event, page: page) }
    }
    package var layout: EventTimeline { page.cache.timeline(of: event) { EventTimeline(of: event, on: page) } }
}
