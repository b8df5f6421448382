import Drawing
import Model

/// Composes the states of one event and its demands.
struct StateWriter {
    typealias Piece = StateSentence.Piece

    let context: any EntryNaming
    /// The event's index.
    let scope: Int
    let site: Site
    let words: Words
    let record: EventRecord
    let value: Event
    let entries: Entries

    init(context: any EntryNaming, scope: Int) {
        self.context = context
        self.scope = scope
        site = context.site
        words = context.words
        record = context.records[scope]
        value = site.events[scope]
        entries = value.entries
    }

    // MARK: - Events

    func ofEvent() -> StateSentence {
        if let stated = value.state?.value {
            let text = stated.hasSuffix(".") ? String(stated.dropLast()) : stated
            return StateSentence(lead: [.text(text)], rest: [], mark: nil)
        }
        let counted = record.countedDemands(in: site)
        let standing = standing(counted, isNamed: true)
        switch value.statedStatus(in: record.zone) {
        case nil:
            return StateSentence(
                lead: standing.lead, rest: sentences(subject(of: counted), due(counted)), mark: standing.mark)
        case .open?:
            let isOpen = counted.allSatisfy { record.statuses[$0] == .open }
            return StateSentence(
                lead: [.text(words.words(Event.Status.open))],
                rest: sentences(
                    isOpen ? [] : sentences(standing.lead + [.text(".")], subject(of: counted)), due(counted)),
                mark: standing.mark)
        case let status?:
            let outcome = context.plainText(value.outcome, scope: scope).flatMap { plain in
                Passage(value.outcome, of: value.head).map { [Piece.passage($0, plain: plain)] }
            }
            let isSaid =
                counted.isEmpty || (status == .settled && counted.allSatisfy { record.statuses[$0] == .settled })
            return StateSentence(
                lead: dated(words.words(status), value.ended?.value),
                rest: outcome ?? (isSaid ? [] : sentences(standing.lead + [.text(".")], subject(of: counted))),
                mark: status == .settled ? .settled : nil)
        }
    }

    /// Which demand the state is of, where it is one of several: "Request: Negotiate a referendum."
    private func subject(of counted: [Int]) -> [Piece] {
        guard counted.count == 1, entries.demands.count > 1 else { return [] }
        let demand = entries.demands[counted[0]]
        let label = words.words(site.form(of: demand))
        return [.text(words(.labelled, ["label": label, "title": demand.title.value]).sentence)]
    }

    /// How some demands stand together: the state of the only one, else how many stand how.
    ///
    /// - Parameter isNamed: whether it is said what is counted, for readers who see no list of it.
    func standing(_ demands: [Int], isNamed: Bool = false) -> (lead: [Piece], mark: MarkKind?) {
        if demands.count == 1 {
            let state = demand(demands[0])
            return (state.lead, state.mark)
        }
        let isMain = areMain(demands)
        let counts = record.counts(of: demands)
        if !demands.contains(where: { decision(on: $0) != nil }), counts.allSatisfy({ $0.status == .open }) {
            return ([.text(words.words(Event.Status.open))], demands.isEmpty ? nil : .noAnswer)
        }
        let forms = demands.map { site.form(of: entries.demands[$0]) }
        let plurals = words.plurals(of: forms)
        // "Both demands refused", "All three demands refused": nothing else is said of any.
        if counts.count == 1, Set(forms).count == 1 {
            let (status, count) = counts[0]
            let number = count < words.numbers.count ? words.number(count) : String(count)
            let all =
                count == 2
                ? words(isNamed && isMain ? .bothMainDemands : .bothDemands, ["forms": plurals])
                : words(isNamed && isMain ? .allOfMain : .allOf, ["number": number, "forms": plurals])
            let classes = classes(of: status, demands)
            if classes.count == 1 {
                return ([.text(words(classes[0].word, count: count, ["number": all]))], status.answerMark)
            }
        }
        let decided = counts.map(\.status).filter { $0.answerMark != .noAnswer }
        let mark: MarkKind? =
            switch decided.count {
            case 0: .noAnswer
            case 1: decided[0].answerMark
            default: decided.contains(where: \.isStopped) && decided.contains(where: \.passes) ? .mixed : nil
            }
        let tally = tally(demands)
        let standing =
            tally.count == 1
            ? words(tally[0].word, count: demands.count, ["number": words.every(demands.count)]) : counted(tally)
        guard isNamed else { return ([.text(standing)], mark) }
        let told = standing.uncapitalizedFirst
        let all =
            isMain
            ? words(
                .mainDemandsStand,
                ["number": words.capitalizedNumber(demands.count), "forms": plurals, "standing": told])
            : words(.demandsStand, ["acts": words.counted(forms).capitalizedFirst, "standing": told])
        return ([.text(all)], mark)
    }

    /// Whether some demands are those that the writer calls the main ones, and there are others.
    private func areMain(_ demands: [Int]) -> Bool {
        demands.count < entries.demands.count && demands.allSatisfy { entries.demands[$0].main == true }
    }

    /// How many of some demands stand how.
    func tally(_ demands: [Int]) -> [(word: Word, count: Int)] {
        record.counts(of: demands).flatMap { classes(of: $0.status, demands) }
    }

    /// How many of some demands stand so; apart are those that were refused before, since a refusal stays visible behind
    /// what closed the demand, and those with answers that the status alone would hide.
    func classes(of status: Demand.Status, _ demands: [Int]) -> [(word: Word, count: Int)] {
        var classes: [(word: Word, count: Int)] = []
        for demand in demands where record.statuses[demand] == status {
            let word = countedWord(of: demand)
            if let place = classes.firstIndex(where: { $0.word == word }) {
                classes[place].count += 1
            } else {
                classes.append((word, 1))
            }
        }
        // What is told of most comes first; what the status says by itself last, but a refusal is the rule.
        return classes.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            if (one.word == status.counted) != (two.word == status.counted) {
                return status == .refused ? one.word == status.counted : two.word == status.counted
            }
            return one.count != two.count ? one.count > two.count : left.offset < right.offset
        }.map(\.element)
    }

    func countedWord(of demand: Int) -> Word {
        let status = record.statuses[demand]
        if let afterRefusal = status.countedAfterRefusal, wasRefused(demand) { return afterRefusal }
        if entries.demands[demand].statusOverride != nil { return status.counted }
        if decision(on: demand) != nil { return .demandsDecidedByCourt }
        switch status {
        case .agreed:
            return commonAnswer(to: demand) == .agreedInPrinciple ? .demandsAgreedInPrinciple : .demandsAgreed
        case .challengedInCourt: return ruling(on: demand) == nil ? .demandsChallenged : .demandsRuledOn
        case .refused:
            if isContested(demand) { return ruling(on: demand) == nil ? .demandsContested : .demandsContestedThenRuled }
            return commonAnswer(to: demand) == .refusedForNow ? .demandsRefusedForNow : .demandsRefused
        case .negotiating:
            return switch commonAnswer(to: demand) {
            case .counterOffer?: .demandsCountered
            case .recommended?: .demandsRecommended
            case .putToVote?: .demandsPutToVote
            default: .demandsNegotiating
            }
        case .open:
            if takenBack(demand) != nil { return .demandsTakenBack }
            if record.counterRefusalDate(of: demand, in: site) != nil { return .demandsCounterRefused }
            return switch commonAnswer(to: demand) {
            case .unknown?: .demandsUnknown
            case .declinedToComment?: .demandsNotCommented
            case .unclear?: .demandsUnclear
            default: .demandsOpen
            }
        case .mixed:
            let isWhole = record.effects[demand].allSatisfy { $0 != .silent }
            return isWhole ? .demandsMixed : .demandsPartlyAnswered
        default: return status.counted
        }
    }

    /// Whether everybody who was asked refused a demand.
    func wasRefused(_ demand: Int) -> Bool {
        let effects = record.effects[demand]
        return !effects.isEmpty && effects.allSatisfy { $0 == .refused }
    }

    /// "One met, two refused": numbers in words, or all in digits.
    func counted(_ counts: [(word: Word, count: Int)]) -> String {
        let isLong = counts.contains { $0.count >= words.numbers.count }
        return counts.enumerated().map { place, item in
            let number =
                isLong
                ? String(item.count)
                : place == 0 ? words.capitalizedNumber(item.count) : words.number(item.count)
            return words(item.word, count: item.count, ["number": number])
        }.joined(separator: words[.listBetween])
    }

    /// The next deadline of some demands that has not passed.
    func due(_ demands: [Int]) -> [Piece] {
        guard let next = record.nextDeadline(of: demands, in: site), let date = entries.demands[next].deadline?.value
        else { return [] }
        let same = demands.filter { !record.statuses[$0].isClosed && entries.demands[$0].deadline?.value == date }
        // One date for all needs no name, and one for several is told of all of them.
        if same.count == demands.count { return due(date, of: nil) }
        guard same.count > 1 else { return due(date, of: entries.demands[next].title.value) }
        let word: Word = date.isExact ? .deadlineOfSomeIs : date.isWholePeriod ? .dueInOfSome : .dueOfSome
        let plurals = words.plurals(of: demands.map { site.form(of: entries.demands[$0]) })
        let forms = areMain(demands) ? words(.mainForms, ["forms": plurals]) : plurals
        return phrase(
            word, ["number": [.text(words.number(same.count))], "forms": [.text(forms)], "date": [.date(date)]])
    }

    func due(_ date: EventDate, of title: String?) -> [Piece] {
        if let title {
            let word: Word = date.isExact ? .deadlineOfIs : date.isWholePeriod ? .dueInOf : .dueOf
            return phrase(word, ["title": [.text(title)], "date": [.date(date)]])
        }
        let word: Word = date.isExact ? .deadlineIs : date.isWholePeriod ? .dueIn : .due
        return phrase(word, ["date": [.date(date)]])
    }
}
