import Diagnostics

extension EventRecord {
    /// The demands that the state of the event tells of, by date: the main ones, else all. Of one that another replaced, or
    /// that its counter-offer settled, the later one counts.
    package func countedDemands(in site: Site) -> [Int] {
        let demands = site.events[event].entries.demands
        let main = demandOrder.filter { demands[$0].main == true }
        var seen: Set<Int> = []
        return (main.isEmpty ? demandOrder : main).map(successor).filter { seen.insert($0).inserted }
    }

    /// The demand that took the place of another in the end; the demand itself if none did.
    private func successor(of demand: Int) -> Int {
        var (current, steps) = (demand, 0)
        while steps < statuses.count {
            steps += 1
            if statuses[current] == .replaced, let next = replacedBy[current] {
                current = next
            } else if statuses[current] == .settled, case .counter(let next)? = settlements[current] {
                current = next
            } else {
                break
            }
        }
        return current
    }

    /// How many of some demands stand how: what was decided for most first, then what is left undecided.
    package func counts(of demands: [Int]) -> [(status: Demand.Status, count: Int)] {
        EventRecord.counts(of: demands.map { statuses[$0] })
    }

    package static func counts(of statuses: [Demand.Status]) -> [(status: Demand.Status, count: Int)] {
        let counted = EventRecord.order.compactMap { status -> (status: Demand.Status, count: Int)? in
            let count = statuses.count { $0 == status }
            return count > 0 ? (status, count) : nil
        }
        let decided = counted.filter { !EventRecord.undecided.contains($0.status) }
        let most = decided.indices.sorted { left, right in
            decided[left].count != decided[right].count ? decided[left].count > decided[right].count : left < right
        }
        return most.map { decided[$0] } + counted.filter { EventRecord.undecided.contains($0.status) }
    }

    private static let order: [Demand.Status] = [
        .met, .metLate, .settled, .agreed, .agreedWithConditions, .partlyAgreed, .refused, .challengedInCourt, .mixed,
        .withdrawn, .replaced, .lapsed, .negotiating, .unanswered, .open, .leftOpen,
    ]
    private static let undecided: Set<Demand.Status> = [.negotiating, .unanswered, .open, .leftOpen]

    /// Of some demands the one with the next deadline that has not passed; nil if there is none that still matters, as in
    /// a dispute that is over.
    package func nextDeadline(of demands: [Int], in site: Site) -> Int? {
        if status.isOver { return nil }
        let entries = site.events[event].entries.demands
        let coming = demands.filter { index in
            guard let deadline = entries[index].deadline?.value else { return false }
            return !statuses[index].isClosed && !hasPassed(deadline)
        }
        return coming.min { left, right in
            guard let first = entries[left].deadline?.value, let second = entries[right].deadline?.value else {
                return false
            }
            return first.latest(in: zone) < second.latest(in: zone)
        }
    }

    /// The date on which a demand came to its status; nil if it has none, or the writer typed the status.
    package func statusDate(of demand: Int, in site: Site) -> EventDate? {
        let entries = site.events[event].entries
        let entry = entries.demands[demand]
        if entry.statusOverride != nil { return nil }
        switch statuses[demand] {
        case .withdrawn: return entry.withdrawn?.value
        case .replaced: return replacedBy[demand].map { entries.demands[$0].date.value }
        case .settled:
            switch settlements[demand] {
            case .moment(let index)?:
                return settlingDate(of: entries.moments[index])
            case .counter(let index)?: return statusDate(ofAnswersTo: index, in: entries)
            case nil: return nil
            }
        case .agreed, .agreedWithConditions, .partlyAgreed, .met, .metLate, .refused, .challengedInCourt, .negotiating:
            return statusDate(ofAnswersTo: demand, in: entries)
        case .open, .mixed, .unanswered, .leftOpen, .lapsed: return nil
        }
    }

    /// Whether a demand that was left open was negotiated on to the last.
    package func wasNegotiated(_ demand: Int) -> Bool {
        statuses[demand] == .leftOpen && effects[demand].contains(.talks)
    }

    /// Whether a party that was asked answered a demand, or is in an agreement that settles it.
    package func isAnswered(_ cell: AnswerCell, demand: Int) -> Bool {
        cell.response != nil || settledParties[demand][cell.party] != nil
    }

    /// Those asked of whom no answer to a demand is recorded.
    package func silentParties(on demand: Int) -> [Handle<Party>] {
        cells[demand].filter { !isAnswered($0, demand: demand) }.map(\.party)
    }

    /// Since when an agreement settles what it is about.
    package func settlingDate(of moment: Moment) -> EventDate {
        moment.state(at: date, in: zone)?.date?.value ?? moment.date.value
    }

    /// When the counter-offer to a demand was refused, that being the last answer to it; nil if it was not.
    package func counterRefusalDate(of demand: Int, in site: Site) -> EventDate? {
        let entries = site.events[event].entries
        guard statuses[demand] == .open else { return nil }
        let refused = zip(effects[demand], cells[demand]).filter { $0.0 == .counterRefused }.map(\.1)
        return refused.compactMap { cell in
            entries.counter(of: cell, in: event, replacedBy: replacedBy)
                .flatMap { statusDate(ofAnswersTo: $0, in: entries) }
        }.last
    }

    /// The date of the last current answer.
    package func statusDate(ofAnswersTo demand: Int, in entries: Entries) -> EventDate? {
        cells[demand].compactMap { $0.response.map { entries.responses[$0].date.value } }.max {
            $0.latest(in: zone) < $1.latest(in: zone)
        }
    }
}

extension Event {
    /// When it began; of one that "began 2034-02/.." the day alone, since a beginning does not go on.
    package var beginning: Located<EventDate>? {
        fields.began.map { began in began.map { $0.form == .ongoing ? $0.firstNamed : $0 } }
    }
}
