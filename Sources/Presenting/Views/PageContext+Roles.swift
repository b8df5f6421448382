import Model

extension PageContext {
    /// What a party asked for and was asked for, and what became of it: "asked for two things; was refused both"; nil
    /// where it did neither.
    package func roleWords(of party: Handle<Party>, in event: Int) -> String? {
        guard let appearance = context.indexes[event].appearances[party] else { return nil }
        let first =
            appearance.asked.isEmpty
            ? nil : part(.askedForThings, of: appearance.asked, in: event, answeredBy: nil)
        let second =
            appearance.wasAsked.isEmpty
            ? nil : part(.wasAskedForThings, of: appearance.wasAsked, in: event, answeredBy: party)
        guard let first else { return second }
        guard let second else { return first }
        let begun = second.prefix(1).uppercased() + second.dropFirst()
        return words(.bothRoles, ["first": first, "second": begun])
    }

    /// One side of it; the answers that count are the party's own, of what it asked those of all who were asked.
    private func part(_ word: Word, of demands: [Int], in event: Int, answeredBy party: Handle<Party>?) -> String {
        let record = context.records[event]
        let responses = site.events[event].entries.responses
        var (refused, accepted, unanswered) = (0, 0, 0)
        for demand in demands {
            let cells = record.cells[demand].filter { party == nil || $0.party == party }
            let kinds = cells.map { $0.response.map { responses[$0].kindOfResponse.value } }
            if kinds.isEmpty { continue }
            // Nobody owes an answer to what was taken back, replaced or settled.
            if kinds.allSatisfy({ $0 == nil }), !record.statuses[demand].isClosed { unanswered += 1 }
            if kinds.allSatisfy({ $0?.isRefusal ?? false }) { refused += 1 }
            if kinds.allSatisfy({ $0 == .accepted || $0 == .complied }) { accepted += 1 }
        }
        let count = demands.count
        // Counts that leave some answers out mislead: then none is given.
        let isWhole = refused + accepted + unanswered == count
        func which(_ part: Int) -> String {
            switch (part, count) {
            case (1, 1): words[.allOfOne]
            case (2, 2): words[.allOfTwo]
            case (count, _): words(.allOfThem, ["number": words.number(count)])
            default: words.number(part)
            }
        }
        var outcomes: [String] = []
        if isWhole, refused > 0 {
            outcomes.append(
                party == nil
                    ? words(.wasRefused, count: refused, ["which": which(refused)])
                    : words(.refused, ["which": which(refused)]))
        }
        if isWhole, accepted > 0 {
            outcomes.append(
                party == nil
                    ? words(.wereAccepted, count: accepted, ["which": which(accepted)])
                    : words(.accepted, ["which": which(accepted)]))
        }
        if unanswered == count {
            if party != nil { outcomes.append(words[.noAnswerNote]) }
        } else if isWhole, unanswered > 0 {
            outcomes.append(words(.unansweredOf, count: unanswered, ["which": which(unanswered)]))
        }
        // One side's answers are never summed up without the other's. Of one demand, its own page says how it stands.
        if outcomes.isEmpty, count > 1 {
            let statuses = demands.map { self.status(of: $0, answeredBy: party, in: record) }
            if statuses.contains(where: { $0 != .open }) {
                outcomes.append(context.standingText(of: statuses).uncapitalizedFirst)
            }
        }
        return outcomes.reduce(words(word, count: count, ["number": words.number(count)])) {
            words(.actsAndOutcome, ["acts": $0, "outcome": $1])
        }
    }

    /// How a demand stands; by the answers of one party alone, if one is given.
    private func status(of demand: Int, answeredBy party: Handle<Party>?, in record: EventRecord) -> Demand.Status {
        guard let party else { return record.statuses[demand] }
        let effects = zip(record.effects(on: demand, in: site), record.cells[demand])
            .filter { $1.party == party }.map(\.0)
        let deadline = site.events[record.event].entries.demands[demand].deadline
        let status = Model.status(of: effects, hasPassed: deadline.map { record.hasPassed($0.value) } ?? false)
        let whole = record.statuses[demand]
        return [.open, .unanswered].contains(status) && whole.isClosed ? whole : status
    }
}
