import Diagnostics
import Model
import Reading

/// A change in words, without markup: the same in feeds and wherever else it is told.
package struct ChangeText: Sendable {
    /// What kind of change it is, for programs: `asked`, `correction`.
    package let term: String
    /// The same for readers: "Demand", "Deadline moved".
    package let label: String
    /// "Deadline moved: Raise pay by 5 %".
    package let title: String
    /// What changed, in sentences; nil if nothing but the title tells of it.
    package let text: String?
}

extension EntryNaming {
    /// - Parameter namingDispute: whether the title says which event the change is of.
    package func text(of change: Change, namingDispute: Bool = false) -> ChangeText {
        let text = ChangeWriter(context: self, change: change).text
        guard namingDispute, change.handle.kind != .event, let event = event(of: change.handle) else { return text }
        let title = words(.inDispute, ["title": text.title, "dispute": site.events[event].title.value])
        return ChangeText(term: text.term, label: text.label, title: title, text: text.text)
    }

    /// What kind of change it is: the `term` and the `label` of its text, without composing that.
    package func category(of change: Change) -> (term: String, label: String) {
        ChangeWriter(context: self, change: change).category
    }

    /// Who asked, answered or threatened whom, and when; nil for an entry that is not an act.
    package func actText(of handle: AnyHandle) -> String? {
        let act = ActWriter(context: self, handle: handle)
        return act.askedWords ?? act.answerWords ?? act.threatMadeWords
    }

    /// How a deadline was moved or lifted: "The deadline was moved from 1 March 2026 to 1 April 2026 (20 February 2026)."
    ///
    /// - Parameters:
    ///   - place: the place of the later deadline, from 1.
    ///   - date: the words of a date.
    package func deadlineText(of demand: Demand, _ place: Int, _ date: (EventDate) -> String) -> String {
        let (earlier, later) = (demand.deadlines[place - 1], demand.deadlines[place])
        let movers = later.by.compactMap { $0.target.map { site[$0].nameInText } }
        let told = [
            movers.isEmpty ? nil : words(.byWhom, ["names": words.list(movers)]), later.set.map { date($0.value) },
        ]
        .compactMap(\.self).joined(separator: words[.listBetween])
        let note = told.isEmpty ? "" : words(.behindIt, ["note": told])
        let from = earlier.date.map { date($0.value) }
        let until = later.date.map { date($0.value) } ?? ""
        if later.lifted == true { return words(.deadlineLifted, ["from": from ?? "", "note": note]) }
        guard let from else { return words(.deadlineSetAnew, ["date": until, "note": note]) }
        return words(.deadlineMoved, ["from": from, "date": until, "note": note])
    }
}

private struct ChangeWriter {
    let context: any EntryNaming
    let change: Change

    private var words: Words { context.words }
    private var site: Site { context.site }
    private var handle: AnyHandle { change.handle }
    private var act: ActWriter { ActWriter(context: context, handle: handle) }
    private var name: String { context.name(of: handle) }
    private var summary: String? { site.head(of: handle).summary?.value }

    var text: ChangeText {
        let (term, label) = category
        return ChangeText(
            term: term, label: label, title: words(.labelled, ["label": label, "title": deed ?? name]), text: sentences)
    }

    /// What was done where a threat was carried out, if a moment tells.
    private var deed: String? { change.deed(in: site).map { site[$0].title.value } }

    var category: (term: String, label: String) {
        switch change.kind {
        case .recorded: ("recorded", words[.latestInRecord])
        case .updated: ("updated", words[.textChanged])
        case .corrected(let kind): (kind.rawValue, words.words(kind))
        case .asked: ("asked", context.kindWords(of: handle))
        case .answered:
            (
                "answered",
                handle.typed(Response.self).map { context.kindWords(of: site[$0]) }
                    ?? context.kindWords(of: handle)
            )
        case .threatened:
            ("threatened", context.kindWords(of: handle))
        case .carriedOut: ("carried-out", outcomeLabel)
        case .cameToNothing: ("outcome", outcomeLabel)
        case .happened:
            ("moment", moment.map { words.words($0.kindOfMoment.value).capitalizedFirst } ?? words[.timeline])
        case .calledOff: ("called-off", words[.calledOff])
        case .deadlineMoved: ("deadline", words[isLifted ? .liftedDeadline : .movedDeadline])
        case .withdrawn: ("withdrawn", words[.withdrawn])
        case .agreed: ("agreement", byThem(words[agreementLabel]))
        case .voted: ("vote", words[.voteTaken])
        }
    }

    private var isLifted: Bool { demand?.deadlines[change.place].lifted == true }
    private var demand: Demand? { handle.typed(Demand.self).map { site[$0] } }

    private var sentences: String? {
        switch change.kind {
        case .corrected: context.plainText(change.correction?.text, scope: context.scope(of: handle))
        case .recorded, .updated: joined(handle.kind == .event ? stateText : nil, summary)
        case .asked: joined(act.askedWords, quoted(demand?.words?.value), summary)
        case .answered: joined(act.answerWords, summary)
        case .threatened: joined(act.threatMadeWords, quoted(threat?.words?.value), summary)
        case .carriedOut, .cameToNothing: joined(threatWords, deedWords)
        case .happened: joined(happenedWords, votesOfDay, summary ?? momentText)
        case .calledOff: joined(plannedForWords, summary)
        case .deadlineMoved: demand.map { context.deadlineText(of: $0, change.place, words(of:)) }
        case .withdrawn: joined(withdrawnWords, summary)
        case .agreed: joined(agreementWords, summary, pointWords)
        case .voted:
            joined(votes.indices.contains(change.place) ? voteWords(votes[change.place]) : nil, summary ?? momentText)
        }
    }

    private func joined(_ parts: String?...) -> String? {
        let parts = parts.compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func words(of date: EventDate) -> String { act.words(of: date) }
    private func names(_ parties: [Reference<Party>], atStart: Bool = false) -> String {
        act.names(parties, atStart: atStart)
    }

    private var stateText: String {
        context.state(ofEvent: Int(handle.index)).text { words(of: $0) }
    }

    private var threat: Threat? { handle.typed(Threat.self).map { site[$0] } }

    /// "Threat partly carried out", "Warning not carried out".
    private var outcomeLabel: String {
        guard let threat else { return words[.threatCarriedOut] }
        return words(
            .threatCameTo,
            [
                "noun": words.nounWords(site.label(of: threat)),
                "state": words.words(threat.state.value).uncapitalizedFirst,
            ])
    }

    private var threatWords: String? {
        guard let threat else { return nil }
        let label = words(.formBy, ["form": words.nounWords(site.label(of: threat)), "names": names(threat.from)])
        return words(.labelled, ["label": label, "title": threat.title.value]) + "."
    }

    private var deedWords: String? {
        guard let threat else { return nil }
        let done = words(
            .notedDate, ["note": words.words(threat.state.value), "date": words(of: change.date)])
        return (deed.map { words(.labelled, ["label": done, "title": $0]) } ?? done) + "."
    }

    private var moment: Moment? { handle.typed(Moment.self).map { site[$0] } }

    /// What an agreement was from then on; nil where no state is recorded.
    private var agreementChange: Moment.StateChange? {
        guard let moment else { return nil }
        if moment.states.indices.contains(change.place) { return moment.states[change.place] }
        return moment.states.first { $0.date == nil || $0.date?.value == change.date }
    }
    private var agreementState: Moment.State? { agreementChange?.state.value }

    /// A state with those who brought it about: "ratified by Qatar".
    private func byThem(_ state: String) -> String {
        guard let by = agreementChange?.by, !by.isEmpty else { return state }
        return words(.formBy, ["form": state, "names": names(by)])
    }

    private var agreementLabel: Word {
        switch agreementState {
        case nil: .agreementMade
        case .tentative?: .tentativeAgreement
        case .ratified?: .agreementRatified
        case .rejected?: .agreementRejected
        case .inForce?: .agreementInForce
        case .broken?: .agreementBroken
        }
    }

    /// "Withdrawn by the ministry, 28 March 2016."
    private var withdrawnWords: String {
        let parties = names(demand?.from ?? threat?.from ?? [])
        let note = words(.formBy, ["form": words[.withdrawn], "names": parties])
        return words(
            .nameAndDate, ["name": parties.isEmpty ? words[.withdrawn] : note, "date": words(of: change.date)]) + "."
    }

    /// "Between 20 and 28 March 2016. Parties: Apple and the FBI.", "By Austria-Hungary, 28 July 1914."
    private var happenedWords: String? {
        guard let moment else { return nil }
        let date = words(of: moment.date.value)
        let actors = site.actors(of: moment)
        guard !actors.isEmpty else { return joined(date.capitalizedFirst + ".", involved(moment.parties.targets())) }
        let done = words(.byWhom, ["names": act.names(actors)]).capitalizedFirst
        let others = site.concerned(by: moment)
        let whole = words(.nameAndDate, ["name": done, "date": date])
        let concerning = words(.concerningNames, ["names": act.names(others)])
        return (others.isEmpty ? whole : words(.nameAndDate, ["name": whole, "date": concerning])) + "."
    }

    private func involved(_ parties: [Handle<Party>]) -> String? {
        guard !parties.isEmpty else { return nil }
        return words(.labelled, ["label": words[.partiesInvolved], "title": act.names(parties)]) + "."
    }

    /// How the judges of a ruling voted.
    private var votesOfDay: String? {
        let lines = votes.filter { $0.date == nil || $0.date?.value == moment?.date.value }.compactMap(voteWords)
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    /// How the text of a moment begins: it has no page to lead to.
    private var momentText: String? {
        moment.flatMap { context.plainText($0.head.body, scope: context.scope(of: handle)) }?.beginning(300)
    }

    /// The exact words of what was asked or threatened; a title is the writer's, and no quotation.
    private func quoted(_ text: String?) -> String? { text.map { words(.quoted, ["words": $0.beginning(300)]) } }

    /// "Planned for 22 March 2016."
    private var plannedForWords: String? {
        moment.map { words(.plannedFor, ["date": words(of: $0.date.value)]) }
    }

    private var agreementWords: String? {
        guard let moment else { return nil }
        let parties = names(moment.parties)
        let agreement = parties.isEmpty ? words[.theAgreement] : words(.agreementBetween, ["names": parties])
        let date = words(of: change.date)
        guard let change = agreementChange else {
            return words(.nameAndDate, ["name": agreement, "date": date]) + "."
        }
        let state = byThem(words.words(change.state.value)).uncapitalizedFirst
        let told =
            change.by.isEmpty
            ? words(.noteWithDate, ["note": state, "date": date])
            : words(.nameAndDate, ["name": state, "date": date])
        return words(.nameAndDate, ["name": agreement, "date": told]) + "."
    }

    private var pointWords: String? {
        guard let points = moment?.points, !points.isEmpty, change.place < 0 else { return nil }
        return words(
            .labelled,
            ["label": words[.agreedPoints], "title": words.list(points.compactMap { quoted($0.title.value) })]) + "."
    }

    private var votes: [Vote] {
        handle.typed(Moment.self).map { site[$0].votes } ?? handle.typed(Response.self).map { site[$0].votes } ?? []
    }

    private func voteWords(_ vote: Vote) -> String? {
        joined(vote.question?.value, words.line(of: vote, date: words(of:)))
    }
}

/// Who did what to whom, and when, in one sentence; nil where the entry is of another kind.
private struct ActWriter {
    let context: any EntryNaming
    let handle: AnyHandle

    private var words: Words { context.words }
    private var site: Site { context.site }

    func words(of date: EventDate) -> String {
        date.words(in: context.zone(of: handle), language: words.dates)
    }

    func names(_ parties: [Reference<Party>], atStart: Bool = false) -> String {
        names(parties.targets(), atStart: atStart)
    }

    func names(_ parties: [Handle<Party>], atStart: Bool = false) -> String {
        words.list(
            parties.enumerated().map { atStart && $0 == 0 ? site[$1].nameAtStart : site[$1].nameInText })
    }

    var askedWords: String? {
        guard let demand = handle.typed(Demand.self).map({ site[$0] }) else { return nil }
        let word: Word =
            switch site.form(of: demand) {
            case .offer: .offeredWhomOn
            case .order: .orderedWhomOn
            case .proposal: .proposedToWhomOn
            case .demand, .request: site.isClaim(demand) ? .askedCourtOn : .askedWhomOn
            }
        return words(
            word,
            ["from": names(demand.from, atStart: true), "to": names(demand.to), "date": words(of: demand.date.value)])
    }

    var answerWords: String? {
        guard let response = handle.typed(Response.self).map({ site[$0] }) else { return nil }
        let kind = context.kindWords(of: response)
        let demands = words.list(
            response.answers.compactMap { $0.target.map { words(.quoted, ["words": site[$0].title.value]) } })
        let (givers, others) = (names(response.from, atStart: true), names(response.onBehalfOf))
        let word: Word = site.answersForItself(response) ? .namesAlsoFor : .namesFor
        return words(
            .answerRecorded,
            [
                "names": others.isEmpty ? givers : words(word, ["names": givers, "others": others]), "answer": kind,
                "demands": demands,
                "date": words(of: response.date.value),
            ])
    }

    var threatMadeWords: String? {
        guard let threat = handle.typed(Threat.self).map({ site[$0] }) else { return nil }
        let word: Word =
            switch site.label(of: threat) {
            case .warned: .warnedWhomOn
            case .announced: .announcedToWhomOn
            case .saidItWould: .saidItWouldOn
            case .threatened: .threatenedWhomOn
            }
        return words(
            word,
            ["from": names(threat.from, atStart: true), "to": names(threat.to), "date": words(of: threat.date.value)])
    }
}
