import Drawing
import Model

/// How an event or a demand stands, in the words that pages, cards, feeds and data share.
package struct StateSentence: Sendable {
    package enum Piece: Sendable {
        case text(String)
        case date(EventDate)
        /// A writer's sentence with its markup, and the same without.
        case passage(Passage, plain: String)
    }

    /// The state itself, without a full stop.
    package let lead: [Piece]
    /// Whole sentences after it; may be empty.
    package let rest: [Piece]
    /// Nil where no one sign says it all.
    package let mark: MarkKind?

    /// All of it as plain text.
    ///
    /// - Parameter date: the words of a date.
    package func text(stop: String = ".", _ date: (EventDate) -> String) -> String {
        let (lead, rest) = (StateSentence.text(lead, date), StateSentence.text(rest, date))
        return rest.isEmpty ? lead + stop : lead + ". " + rest
    }

    package static func text(_ pieces: [Piece], _ date: (EventDate) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .date(let value): text += date(value)
            case .passage(_, let plain): text += plain
            }
        }
    }
}

extension StateSentence.Piece {
    fileprivate func quotedInside(_ words: Words) -> StateSentence.Piece {
        guard case .text(let text) = self else { return self }
        return .text(words.quotedInside(text))
    }
}

extension StateSentence {
    /// A phrase whose gaps hold texts and dates.
    static func phrase(_ words: Words, _ word: Word, _ gaps: KeyValuePairs<String, [Piece]>) -> [Piece] {
        var isQuoted = false
        return words.pieces(word).flatMap { piece -> [Piece] in
            switch piece {
            case .text(let text):
                isQuoted = text.last == words.quotationMarks.outer.opening
                return [.text(text)]
            case .gap(let name):
                let pieces = gaps.first { $0.key == name }?.value ?? []
                return isQuoted ? pieces.map { $0.quotedInside(words) } : pieces
            }
        }
    }
}

extension EntryNaming {
    /// The state of an event: the writer's words; else how and when it ended, with its outcome; else what was answered,
    /// and the next deadline.
    package func state(ofEvent event: Int) -> StateSentence {
        StateWriter(context: self, scope: event).ofEvent()
    }

    package func state(of demand: Handle<Demand>) -> StateSentence {
        StateWriter(context: self, scope: Int(demand.scope)).demand(Int(demand.index))
    }

    /// How some demands of an event stand together: "Two refused, one met."
    package func standingText(of demands: [Int], inEvent event: Int) -> String {
        let standing = StateWriter(context: self, scope: event).standing(demands)
        return text(of: StateSentence(lead: standing.lead, rest: [], mark: standing.mark), inEvent: event, stop: "")
    }

    /// How many of some demands of an event stand how, each under the word that says so.
    package func tally(of demands: [Int], inEvent event: Int) -> [(word: Word, count: Int)] {
        StateWriter(context: self, scope: event).tally(demands)
    }

    /// The same in words: "one withdrawn, one replaced".
    package func tallyText(of demands: [Int], inEvent event: Int) -> String {
        let writer = StateWriter(context: self, scope: event)
        return writer.counted(writer.tally(demands)).uncapitalizedFirst
    }

    /// The state of an event as one text: "Refused on 2 February 2026. The deadline is 9 February 2026."
    package func stateText(ofEvent event: Int) -> String { text(of: state(ofEvent: event), inEvent: event) }

    private func text(of state: StateSentence, inEvent event: Int, stop: String = ".") -> String {
        let zone = records[event].zone
        return state.text(stop: stop) { $0.words(in: zone, style: .full, language: words.dates) }
    }
}

/// Composes the states of one event and its demands.
private struct StateWriter {
    typealias Piece = StateSentence.Piece

    let context: any EntryNaming
    /// The event's index.
    let scope: Int
    private let site: Site
    private let words: Words
    private let record: EventRecord
    private let value: Event
    private let entries: Entries

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
        let standing = standing(counted)
        switch value.statedStatus(in: record.zone) {
        case nil: return StateSentence(lead: standing.lead, rest: due(counted), mark: standing.mark)
        case .open?:
            let isOpen = counted.allSatisfy { record.statuses[$0] == .open }
            return StateSentence(
                lead: [.text(words.words(Event.Status.open))],
                rest: sentences(isOpen ? [] : standing.lead + [.text(".")], due(counted)), mark: standing.mark)
        case let status?:
            let outcome = context.plainText(value.outcome, scope: scope).flatMap { plain in
                Passage(value.outcome, of: value.head).map { [Piece.passage($0, plain: plain)] }
            }
            let isSaid =
                counted.isEmpty || (status == .settled && counted.allSatisfy { record.statuses[$0] == .settled })
            return StateSentence(
                lead: dated(words.words(status), value.ended?.value),
                rest: outcome ?? (isSaid ? [] : standing.lead + [.text(".")]),
                mark: status == .settled ? .settled : nil)
        }
    }

    /// How some demands stand together: the state of the only one, else how many stand how.
    func standing(_ demands: [Int]) -> (lead: [Piece], mark: MarkKind?) {
        if demands.count == 1 {
            let state = demand(demands[0])
            return (state.lead, state.mark)
        }
        let counts = record.counts(of: demands)
        if counts.allSatisfy({ $0.status == .open }) {
            return ([.text(words.words(Event.Status.open))], demands.isEmpty ? nil : .noAnswer)
        }
        // "Both demands refused", "All three demands refused": nothing else is said of any.
        if counts.count == 1 {
            let (status, count) = counts[0]
            let number = count < words.numbers.count ? words.number(count) : String(count)
            let all = count == 2 ? words[.bothDemands] : words(.allOf, ["number": number])
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
        return ([.text(counted(tally(demands)))], mark)
    }

    /// How many of some demands stand how.
    func tally(_ demands: [Int]) -> [(word: Word, count: Int)] {
        record.counts(of: demands).flatMap { classes(of: $0.status, demands) }
    }

    /// How many of some demands stand so; apart are those that were refused before, since a refusal stays visible behind
    /// what closed the demand, and those with answers that the status alone would hide.
    private func classes(of status: Demand.Status, _ demands: [Int]) -> [(word: Word, count: Int)] {
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

    private func countedWord(of demand: Int) -> Word {
        let status = record.statuses[demand]
        if let afterRefusal = status.countedAfterRefusal, wasRefused(demand) { return afterRefusal }
        if entries.demands[demand].statusOverride != nil { return status.counted }
        switch status {
        case .refused:
            if site.isClaim(entries.demands[demand]), commonAnswer(to: demand) == .refused { return .demandsContested }
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
            return switch commonAnswer(to: demand) {
            case .unknown?: .demandsUnknown
            case .declinedToComment?: .demandsNotCommented
            case .unclear?: .demandsUnclear
            default: .demandsOpen
            }
        default: return status.counted
        }
    }

    /// Whether every answer that a demand has got is a refusal.
    private func wasRefused(_ demand: Int) -> Bool {
        let effects = record.effects(on: demand, in: site).filter { $0 != .silent }
        return !effects.isEmpty && effects.allSatisfy { $0 == .refused }
    }

    /// "One met, two refused": numbers in words, or all in digits.
    fileprivate func counted(_ counts: [(word: Word, count: Int)]) -> String {
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
    private func due(_ demands: [Int]) -> [Piece] {
        guard let next = record.nextDeadline(of: demands, in: site), let date = entries.demands[next].deadline?.value
        else { return [] }
        return due(date, of: demands.count > 1 ? entries.demands[next].title.value : nil)
    }

    private func due(_ date: EventDate, of title: String?) -> [Piece] {
        if let title {
            let word: Word = date.isExact ? .deadlineOfIs : date.isWholePeriod ? .dueInOf : .dueOf
            return phrase(word, ["title": [.text(title)], "date": [.date(date)]])
        }
        let word: Word = date.isExact ? .deadlineIs : date.isWholePeriod ? .dueIn : .due
        return phrase(word, ["date": [.date(date)]])
    }

    // MARK: - Demands

    func demand(_ index: Int) -> StateSentence {
        let entry = entries.demands[index]
        let status = record.statuses[index]
        let lead = lead(of: index)
        var rest: [Piece] = reason(of: index).map { [.text($0.sentence)] } ?? []
        if !status.isClosed, let deadline = entry.deadline?.value, !record.hasPassed(deadline) {
            rest = sentences(rest, due(deadline, of: nil))
        }
        return StateSentence(lead: lead, rest: rest, mark: mark(of: index))
    }

    /// What brought a demand to its status, in the words of its entry: the one answer to it, what took its place, what
    /// settled it, or the writer's reason; nil where several answers did, or the lead says it.
    private func reason(of index: Int) -> String? {
        let entry = entries.demands[index]
        if entry.statusOverride != nil { return entry.statusReason?.value }
        switch record.statuses[index] {
        case .withdrawn: return nil
        case .replaced: return record.replacedBy[index].map { entries.demands[$0].title.value }
        case .settled:
            switch record.settlements[index] {
            case .moment(let moment)?: return entries.moments[moment].title.value
            case .counter(let counter)?: return entries.demands[counter].title.value
            case nil: return nil
            }
        default:
            let answers = Set(record.cells[index].map(\.response))
            guard answers.count == 1, let answer = answers.first ?? nil else { return nil }
            let response = entries.responses[answer]
            let kind = words.words(response.kindOfResponse.value)
            return response.title.value.lowercased() == kind.lowercased() ? nil : response.title.value
        }
    }

    private func lead(of index: Int) -> [Piece] {
        let entry = entries.demands[index]
        let status = record.statuses[index]
        let date = record.statusDate(of: index, in: site)
        if entry.statusOverride != nil { return [.text(words.words(status))] }
        if ![.settled, .withdrawn, .replaced].contains(status), let taken = takenBack(index) {
            return dated(words[taken], record.statusDate(ofAnswersTo: index, in: entries))
        }
        switch status {
        case .mixed: return [.text(counted(mix(of: index)))]
        case .unanswered:
            guard let deadline = entry.deadline?.value else { return [.text(words.words(status))] }
            return phrase(deadline.isExact ? .passedUnanswered : .vaguePassedUnanswered, ["date": [.date(deadline)]])
        case .metLate:
            return date.map { phrase(.metLateOn, ["date": [.date($0)]]) } ?? [.text(words.words(status))]
        case .refused, .negotiating, .open:
            guard let kind = commonAnswer(to: index) else {
                return dated(words.words(status), status == .refused ? date : nil)
            }
            if kind == .counterOffer { return dated(words[.counterOfferMade], date) }
            if kind == .refused, site.isClaim(entry) { return dated(words[.contested], date) }
            return dated(words.words(kind), kind.isDated ? date : nil)
        case .withdrawn where wasRefused(index): return dated(words[.refusedThenWithdrawn], date)
        case .replaced where wasRefused(index): return dated(words[.refusedThenReplaced], date)
        default: return dated(words.words(status), date)
        }
    }

    /// How many of those asked answered how; who is silent last.
    private func mix(of index: Int) -> [(word: Word, count: Int)] {
        let answers = zip(record.effects(on: index, in: site), record.cells[index]).map { effect, cell in
            word(for: effect, cell.response.map { entries.responses[$0] })
        }
        let order: [Word] = [
            .partiesMet, .partiesMetLate, .partiesAgreed, .partiesAgreedWithConditions, .partiesPartlyAgreed,
            .partiesRefused, .partiesChallenged, .partiesCountered, .partiesRecommended, .partiesVoting,
            .partiesTalking, .partiesTookBack, .partiesUndecided, .partiesSilent,
        ]
        let counts = order.map { word in (word: word, count: answers.count { $0 == word }) }
        let answered = counts.indices.dropLast().filter { counts[$0].count > 0 }.sorted { left, right in
            counts[left].count != counts[right].count ? counts[left].count > counts[right].count : left < right
        }
        return answered.map { counts[$0] } + counts.suffix(1).filter { $0.count > 0 }
    }

    /// What is said of a party that answered so.
    private func word(for effect: AnswerEffect, _ response: Response?) -> Word {
        if response?.kindOfResponse.value == .reversed { return .partiesTookBack }
        switch effect {
        case .met: return .partiesMet
        case .metLate: return .partiesMetLate
        case .agreed: return .partiesAgreed
        case .agreedWithConditions: return .partiesAgreedWithConditions
        case .partlyAgreed: return .partiesPartlyAgreed
        case .refused: return .partiesRefused
        case .challenged: return .partiesChallenged
        case .undecided: return .partiesUndecided
        case .silent: return .partiesSilent
        case .talks:
            switch response?.kindOfResponse.value {
            case .counterOffer: return .partiesCountered
            case .recommended: return .partiesRecommended
            case .putToVote: return .partiesVoting
            default: return .partiesTalking
            }
        }
    }

    /// What was taken back where every party asked took an answer back.
    private func takenBack(_ demand: Int) -> Word? {
        let cells = record.cells[demand]
        let takenBack = cells.compactMap { cell -> Word? in
            guard let response = cell.response.map({ entries.responses[$0] }),
                response.kindOfResponse.value == .reversed
            else { return nil }
            return switch response.reversedKind(in: entries, of: scope)?.effect {
            case .refused: .refusalTakenBack
            case .challenged: .challengeTakenBack
            case .agreed, .met, .metLate, .agreedWithConditions, .partlyAgreed: .agreementTakenBack
            case .talks, .undecided, .silent, nil: .answerTakenBack
            }
        }
        return takenBack.count == cells.count && Set(takenBack).count == 1 ? takenBack.first : nil
    }

    /// The kind of answer where every party asked gave the same.
    private func commonAnswer(to demand: Int) -> Response.Kind? {
        let kinds = record.cells[demand].map { $0.response.map { entries.responses[$0].kindOfResponse.value } }
        guard let first = kinds.first ?? nil, first != .reversed, first != .noResponse,
            kinds.allSatisfy({ $0 == first })
        else { return nil }
        return first
    }

    /// The sign of what is recorded; nil where the answers have several.
    private func mark(of index: Int) -> MarkKind? {
        let status = record.statuses[index]
        guard entries.demands[index].statusOverride == nil else { return status.answerMark }
        if status == .mixed {
            let marks = record.cells[index].compactMap { cell in
                cell.response.map { entries.responses[$0].kindOfResponse.value.mark }
            }
            return marks.allSatisfy { $0 == marks[0] } ? marks.first : .mixed
        }
        switch status {
        case .open where takenBack(index) != nil: return .answer(.reversed)
        case .refused, .negotiating, .agreed, .partlyAgreed, .agreedWithConditions, .met:
            return commonAnswer(to: index)?.mark ?? status.answerMark
        default: return status.answerMark
        }
    }

    // MARK: - Phrases

    /// "Refused on 2 February 2026", "Refused in May 2026", "Refused, about 2 February 2026".
    private func dated(_ state: String, _ date: EventDate?) -> [Piece] {
        guard let date else { return [.text(state)] }
        let word: Word = date.isExact ? .stateOn : date.isWholePeriod ? .stateIn : .stateAround
        return phrase(word, ["state": [.text(state)], "date": [.date(date)]])
    }

    private func phrase(_ word: Word, _ gaps: KeyValuePairs<String, [Piece]>) -> [Piece] {
        StateSentence.phrase(words, word, gaps)
    }

    private func sentences(_ first: [Piece], _ second: [Piece]) -> [Piece] {
        first.isEmpty || second.isEmpty ? first + second : first + [.text(" ")] + second
    }
}

extension String {
    /// With a full stop, unless it ends as a sentence does.
    fileprivate var sentence: String { last.map { ".!?…\u{201D}".contains($0) } ?? true ? self : self + "." }
}
