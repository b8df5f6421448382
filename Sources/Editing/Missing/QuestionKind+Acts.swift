import Model

extension QuestionKind {
    static let pastDeadlines = QuestionKind(
        "past-deadlines", "Deadlines that have passed without an answer", "What did those who were asked do?"
    ) { context in
        context.unanswered.compactMap { index, parties in
            guard let deadline = context.entries.demands[index].deadline?.value, context.hasPassed(deadline) else {
                return nil
            }
            return context.question(
                .demand, index, "\(context.words(deadline)) has passed; no answer from \(context.names(parties))")
        }
    }

    static let missingAnswers = QuestionKind(
        "missing-answers", "Asked, and no answer recorded", "Did you ask them?"
    ) { context in
        context.unanswered.compactMap { index, parties in
            if let deadline = context.entries.demands[index].deadline?.value, context.hasPassed(deadline) { return nil }
            return context.question(.demand, index, "no answer from \(context.names(parties))")
        }
    }

    static let undatedOutcomes = QuestionKind(
        "undated-outcomes", "Threats that came to something, without a date",
        "Since when is it so ('state_date', or the moments in 'carried_out')?"
    ) { context in
        context.entries.threats.indices.filter { context.entries.threats[$0].hasUndatedOutcome }.map {
            context.question(.threat, $0, context.entries.threats[$0].state.value.rawValue)
        }
    }

    static let plannedInThePast = QuestionKind(
        "planned-in-the-past", "Planned, and the day has passed",
        "Did it take place, or was it called off ('cancelled')?"
    ) { context in
        context.entries.moments.indices.compactMap { index in
            let moment = context.entries.moments[index]
            guard moment.planned, moment.cancelled == nil, context.hasPassed(moment.date.value) else { return nil }
            return context.question(.moment, index, "planned for \(context.words(moment.date.value))")
        }
    }

    static let partlySettled = QuestionKind(
        "partly-settled", "Settled with some of those who were asked", "What came of it with the others?"
    ) { context in
        guard let record = context.record else { return [] }
        return record.demandOrder.compactMap { index in
            let asked = record.cells[index].map(\.party)
            let settled = asked.filter { record.settledParties[index][$0] != nil }
            let others = asked.filter { record.settledParties[index][$0] == nil }
            guard !record.statuses[index].isClosed, !settled.isEmpty, !others.isEmpty else { return nil }
            let names = (context.names(settled), context.names(others))
            return context.question(.demand, index, "settled with \(names.0); not with \(names.1)")
        }
    }

    static let endedWithoutAnswer = QuestionKind(
        "ended-without-answer", "The dispute is over, and an answer is not recorded",
        "What did they answer, or was it left open ('status: left-open' with 'status_reason')?"
    ) { context in
        guard let record = context.record, context.isOver else { return [] }
        return record.demandOrder.compactMap { index in
            if context.entries.demands[index].statusOverride != nil { return nil }
            if [.withdrawn, .replaced, .settled, .met, .metLate].contains(record.statuses[index]) { return nil }
            let parties = record.silentParties(on: index)
            return parties.isEmpty
                ? nil : context.question(.demand, index, "no answer from \(context.names(parties))")
        }
    }

    static let stateLine = QuestionKind(
        "state-line", "Main demands that stand differently",
        "Where does the dispute stand, in one sentence ('state' of the event)?"
    ) { context in
        guard let record = context.record, !context.isOver, context.site.events[record.event].state == nil else {
            return []
        }
        let statuses = Set(record.countedDemands(in: context.site).map { record.statuses[$0] })
        if statuses.count < 2 { return [] }
        let words = statuses.map(\.rawValue).sorted().joined(separator: ", ")
        return [context.question(AnyHandle(.event, scope: -1, index: record.event), words)]
    }

    static let demandsWithoutWords = QuestionKind(
        "demands-without-words", "Demands without their exact words", "How was it asked, word for word?"
    ) { context in
        context.entries.demands.indices.filter { index in
            let demand = context.entries.demands[index]
            let form = context.site.form(of: demand)
            return demand.words == nil && form != .offer && form != .proposal
        }.map { context.question(.demand, $0) }
    }

    static let answersWithoutGrounds = QuestionKind(
        "answers-without-grounds", "Answers without grounds", "Which reasons were given?"
    ) { context in
        context.entries.responses.indices.filter { index in
            let response = context.entries.responses[index]
            return response.kindOfResponse.value.hasGrounds && response.grounds.isEmpty
        }.map { context.question(.response, $0, context.entries.responses[$0].kindOfResponse.value.rawValue) }
    }
}

extension QuestionContext {
    fileprivate var isOver: Bool { record?.status.isOver ?? false }

    /// Demands that still stand in a dispute that is not over, each with the parties whose answer is not recorded, in the order of dates.
    fileprivate var unanswered: [(demand: Int, parties: [Handle<Party>])] {
        guard let record, !isOver else { return [] }
        return record.demandOrder.compactMap { index in
            if record.statuses[index].isClosed { return nil }
            let parties = record.silentParties(on: index)
            return parties.isEmpty ? nil : (index, parties)
        }
    }
}

extension Response.Kind {
    /// Whether the answer does not do all that was asked, so that readers want to know why.
    fileprivate var hasGrounds: Bool {
        switch effect {
        case .refused, .challenged, .agreedWithConditions, .partlyAgreed: true
        case .talks: self == .counterOffer
        case .undecided: self == .reversed
        default: false
        }
    }
}
