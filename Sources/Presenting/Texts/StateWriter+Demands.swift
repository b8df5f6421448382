import Drawing
import Model

extension StateWriter {
    func demand(_ index: Int) -> StateSentence {
        let entry = entries.demands[index]
        let status = record.statuses[index]
        let lead = lead(of: index)
        var rest: [Piece] = reason(of: index).map { [.text($0.sentence)] } ?? []
        let isOver = value.statedStatus(in: record.zone)?.isOver ?? false
        if !status.isClosed, !isOver, let deadline = entry.deadline?.value, !record.hasPassed(deadline) {
            rest = sentences(rest, due(deadline, of: nil))
        }
        return StateSentence(lead: lead, rest: rest, mark: mark(of: index))
    }

    /// What brought a demand to its status, in the words of its entry: the one answer to it, what took its place, what
    /// settled it, or the writer's reason; nil where several answers did, or the lead says it.
    func reason(of index: Int) -> String? {
        let entry = entries.demands[index]
        if entry.statusOverride != nil { return entry.statusReason?.value }
        switch record.statuses[index] {
        case .withdrawn: return nil
        case .replaced:
            return record.replacedBy[index].map { words(.replacedByThat, ["title": entries.demands[$0].title.value]) }
        case .settled:
            switch record.settlements[index] {
            case .moment(let moment)?:
                return laterState(of: entries.moments[moment]) == nil ? entries.moments[moment].title.value : nil
            case .counter(let counter)?: return entries.demands[counter].title.value
            case nil: return nil
            }
        default:
            if let ruling = ruling(on: index) { return ruling.title.value }
            let answers = Set(record.cells[index].map(\.response))
            guard answers.count == 1, let answer = answers.first ?? nil else { return nil }
            let response = entries.responses[answer]
            let kind = words.words(response.kindOfResponse.value)
            return response.title.value.lowercased() == kind.lowercased() ? nil : response.title.value
        }
    }

    func lead(of index: Int) -> [Piece] {
        let entry = entries.demands[index]
        let status = record.statuses[index]
        let date = record.statusDate(of: index, in: site)
        if entry.statusOverride != nil { return [.text(words.words(status))] }
        if ![.settled, .withdrawn, .replaced].contains(status), let taken = takenBack(index) {
            return dated(words[taken], record.statusDate(ofAnswersTo: index, in: entries))
        }
        if let decision = decision(on: index) { return dated(words[.courtRuled], decision.date.value) }
        switch status {
        case .settled:
            if case .counter(let counter)? = record.settlements[index], record.statuses[counter] == .settled {
                return dated(words[.counterOfferSettled], record.statusDate(of: counter, in: site))
            }
            guard case .moment(let place)? = record.settlements[index],
                let state = laterState(of: entries.moments[place]), let since = state.date?.value
            else { return dated(words.words(status), date) }
            let made = entries.moments[place].date.value
            let day = made.isExact && made.first.hasClock ? EventDate(day: made.first.firstDay(in: record.zone)) : made
            return phrase(
                .settledByAgreement,
                [
                    "made": [.date(day)],
                    "state": [
                        .text(
                            state.state.value == .inForce
                                ? words[.inForceSince] : words.words(state.state.value).uncapitalizedFirst)
                    ], "date": [.date(since)],
                ])
        case .leftOpen where record.wasNegotiated(index): return [.text(words[.stillNegotiatedAtEnd])]
        case .mixed: return [.text(counted(mix(of: index)))]
        case .unanswered:
            guard let deadline = entry.deadline?.value else { return [.text(words.words(status))] }
            return phrase(deadline.isExact ? .passedUnanswered : .vaguePassedUnanswered, ["date": [.date(deadline)]])
        case .metLate:
            return date.map { phrase(.metLateOn, ["date": [.date($0)]]) } ?? [.text(words.words(status))]
        case .agreed:
            let kind = commonAnswer(to: index)
            if kind == .agreedInPrinciple { return dated(words.words(.agreedInPrinciple), date) }
            // Nobody agrees on an order.
            let isOrder = site.form(of: entry) == .order && kind == .accepted
            return dated(isOrder ? words.words(.accepted) : words.words(status), date)
        case .refused, .challengedInCourt, .negotiating, .open:
            if let ruling = ruling(on: index) {
                return dated(words[isContested(index) ? .contestedThenRuled : .challengedThenRuled], ruling.date.value)
            }
            guard let kind = commonAnswer(to: index) else {
                // Somebody answered, and nothing is decided.
                let isAnswered = record.cells[index].contains { cell in
                    cell.response.map { entries.responses[$0].kindOfResponse.value != .noResponse } ?? false
                }
                if status == .open, isAnswered, record.cells[index].count > 1 {
                    return [.text(counted(mix(of: index)))]
                }
                return dated(words.words(status), status == .refused || status == .challengedInCourt ? date : nil)
            }
            if let refused = record.counterRefusalDate(of: index, in: site) {
                return dated(words[.counterOfferRefused], refused)
            }
            if kind == .counterOffer { return dated(words[.counterOfferMade], date) }
            if isContested(index) { return dated(words[.contested], date) }
            return dated(words.words(kind), kind.isDated ? date : nil)
        case .withdrawn where wasRefused(index): return dated(words[.refusedThenWithdrawn], date)
        case .replaced where wasRefused(index): return dated(words[.refusedThenReplaced], date)
        default: return dated(words.words(status), date)
        }
    }

    /// How many of those asked answered how; who is silent last.
    func mix(of index: Int) -> [(word: Word, count: Int)] {
        let answers = zip(record.effects[index], record.cells[index]).map { effect, cell in
            word(for: effect, cell.response.map { entries.responses[$0] })
        }
        let order: [Word] = [
            .partiesSettled, .partiesMet, .partiesMetLate, .partiesAgreed, .partiesAgreedWithConditions,
            .partiesPartlyAgreed, .partiesRefused, .partiesRefusedForNow, .partiesChallenged, .partiesRejected,
            .partiesCountered, .partiesCounterRefused, .partiesRecommended, .partiesVoting, .partiesTalking,
            .partiesTookRefusalBack, .partiesTookAcceptanceBack, .partiesTookBack, .partiesUndecided,
            .partiesNotCommenting, .partiesUnknown, .partiesNotResponding, .partiesSilent,
        ]
        let counts = order.map { word in (word: word, count: answers.count { $0 == word }) }
        let answered = counts.indices.dropLast().filter { counts[$0].count > 0 }.sorted { left, right in
            counts[left].count != counts[right].count ? counts[left].count > counts[right].count : left < right
        }
        return answered.map { counts[$0] } + counts.suffix(1).filter { $0.count > 0 }
    }

    /// What is said of a party that answered so.
    func word(for effect: AnswerEffect, _ response: Response?) -> Word {
        if effect != .settled, let response, response.kindOfResponse.value == .reversed {
            return switch response.reversedKind(in: entries, of: scope)?.effect {
            case .refused: .partiesTookRefusalBack
            case .agreed, .agreedWithConditions, .partlyAgreed: .partiesTookAcceptanceBack
            default: .partiesTookBack
            }
        }
        switch effect {
        case .settled: return .partiesSettled
        case .met: return .partiesMet
        case .metLate: return .partiesMetLate
        case .agreed: return .partiesAgreed
        case .agreedWithConditions: return .partiesAgreedWithConditions
        case .partlyAgreed: return .partiesPartlyAgreed
        case .refused:
            return response?.kindOfResponse.value == .refusedForNow ? .partiesRefusedForNow : .partiesRefused
        case .challenged: return .partiesChallenged
        case .undecided:
            switch response?.kindOfResponse.value {
            case .declinedToComment: return .partiesNotCommenting
            case .unknown: return .partiesUnknown
            default: return .partiesUndecided
            }
        case .rejected: return .partiesRejected
        case .counterRefused: return .partiesCounterRefused
        case .silent: return response == nil ? .partiesSilent : .partiesNotResponding
        case .talks:
            switch response?.kindOfResponse.value {
            case .counterOffer: return .partiesCountered
            case .recommended: return .partiesRecommended
            case .putToVote: return .partiesVoting
            default: return .partiesTalking
            }
        }
    }

    /// Whether a court was asked to order it, and those asked contest it.
    func isContested(_ demand: Int) -> Bool {
        site.isClaim(entries.demands[demand]) && commonAnswer(to: demand) == .refused
    }

    /// Whether a court was asked to order it, and nobody else answered.
    private func isUnansweredClaim(_ demand: Int) -> Bool {
        site.isClaim(entries.demands[demand])
            && [.open, .unanswered, .leftOpen, .lapsed].contains(record.statuses[demand])
            && record.cells[demand].allSatisfy { $0.response == nil }
    }

    /// The last ruling on a claim that nobody else answered.
    func decision(on demand: Int) -> Moment? { isUnansweredClaim(demand) ? ruling(on: demand) : nil }

    /// The last ruling on a demand that is before a court, where it came after the last answer: what is contested or
    /// challenged does not stay so for ever.
    func ruling(on demand: Int) -> Moment? {
        let isBeforeCourt = isContested(demand) || record.statuses[demand] == .challengedInCourt
        guard isBeforeCourt || isUnansweredClaim(demand) else { return nil }
        let answered = record.statusDate(ofAnswersTo: demand, in: entries) ?? entries.demands[demand].date.value
        let handle = AnyHandle(.demand, scope: scope, index: demand)
        return entries.moments.filter { moment in
            moment.kindOfMoment.value == .ruling && !moment.planned
                && moment.about.contains { $0.target == handle }
                && moment.date.value.isCertainlyAfter(answered, in: record.zone)
        }.max { $0.date.value.latest(in: record.zone) < $1.date.value.latest(in: record.zone) }
    }

    /// The state by which an agreement settles what it is about, where it came to that on a later day.
    private func laterState(of moment: Moment) -> Moment.StateChange? {
        guard moment.kindOfMoment.value == .agreement, let state = moment.state(at: record.date, in: record.zone),
            let date = state.date?.value, date != moment.date.value
        else { return nil }
        return state
    }

    /// What was taken back where every party asked took an answer back.
    func takenBack(_ demand: Int) -> Word? {
        let cells = record.cells[demand]
        let takenBack = cells.compactMap { cell -> Word? in
            guard let response = cell.response.map({ entries.responses[$0] }),
                response.kindOfResponse.value == .reversed
            else { return nil }
            return switch response.reversedKind(in: entries, of: scope)?.effect {
            case .refused: .refusalTakenBack
            case .challenged: .challengeTakenBack
            case .agreed, .met, .metLate, .agreedWithConditions, .partlyAgreed: .agreementTakenBack
            default: .answerTakenBack
            }
        }
        return takenBack.count == cells.count && Set(takenBack).count == 1 ? takenBack.first : nil
    }

    /// The kind of answer where every party asked gave the same.
    func commonAnswer(to demand: Int) -> Response.Kind? {
        let kinds = record.cells[demand].map { $0.response.map { entries.responses[$0].kindOfResponse.value } }
        guard let first = kinds.first ?? nil, first != .reversed, first != .noResponse,
            kinds.allSatisfy({ $0 == first })
        else { return nil }
        return first
    }

    /// The sign of what is recorded; nil where the answers have several.
    func mark(of index: Int) -> MarkKind? {
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
    func dated(_ state: String, _ date: EventDate?) -> [Piece] {
        guard let date else { return [.text(state)] }
        let word: Word = date.isExact ? .stateOn : date.isWholePeriod ? .stateIn : .stateAround
        return phrase(word, ["state": [.text(state)], "date": [.date(date)]])
    }

    func phrase(_ word: Word, _ gaps: KeyValuePairs<String, [Piece]>) -> [Piece] {
        StateSentence.phrase(words, word, gaps)
    }

    func sentences(_ first: [Piece], _ second: [Piece]) -> [Piece] {
        first.isEmpty || second.isEmpty ? first + second : first + [.text(" ")] + second
    }
}

extension String {
    /// With a full stop, unless it ends as a sentence does.
    var sentence: String { last.map { ".!?…\u{201D}".contains($0) } ?? true ? self : self + "." }
}
