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

    static let demandsWithoutWords = QuestionKind(
        "demands-without-words", "Demands without their exact words", "How was it asked, word for word?"
    ) { context in
        context.entries.demands.indices.filter { context.entries.demands[$0].words == nil }.map {
            context.question(.demand, $0)
        }
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
    /// Demands that still stand, each with the parties whose answer is not recorded, in the order of dates.
    fileprivate var unanswered: [(demand: Int, parties: [Handle<Party>])] {
        guard let record else { return [] }
        return record.demandOrder.compactMap { index in
            if record.statuses[index].isClosed { return nil }
            let parties = record.cells[index].filter { $0.response == nil }.map(\.party)
            return parties.isEmpty ? nil : (index, parties)
        }
    }
}

extension Response.Kind {
    /// Whether the answer does not do all that was asked, so that readers want to know why.
    fileprivate var hasGrounds: Bool {
        switch self {
        case .refused, .refusedForNow, .acceptedWithConditions, .partlyAccepted, .counterOffer, .reversed,
            .challengedInCourt:
            true
        case .accepted, .negotiating, .complied, .declinedToComment, .noResponse, .agreedInPrinciple, .recommended,
            .putToVote, .unclear, .unknown:
            false
        }
    }
}
