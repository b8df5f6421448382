import Drawing
import Model

/// The state of an entry: a word, its mark, and a sentence that tells a date.
package struct EntryState {
    package let word: String
    package let mark: MarkKind?
    package let sentence: DatedWords?
}

/// Words with a date in the gap `date`.
package struct DatedWords {
    package let word: Word
    package let date: EventDate

    package init(word: Word, date: EventDate) {
        self.word = word
        self.date = date
    }

    package func words(on page: PageContext) -> String { page.words(word, ["date": page.date(date).words]) }
}

/// A state line.
package struct StateView {
    package let state: EntryState
    package let page: PageContext

    package var word: String { state.word }
    package var mark: MarkKind? { state.mark }
    package var sentence: DatedWords? { state.sentence }
}

extension PageContext {
    /// "The deadline is 27 February 2026, 22:01 UTC.", "The deadline passed on 3 May 2026.", or of a vague one "The
    /// deadline, May 2026, has passed."; nil for none.
    package func deadlineSentence(_ deadline: EventDate?, hasPassed: Bool) -> DatedWords? {
        guard let deadline else { return nil }
        let word: Word = !hasPassed ? .deadlineIs : deadline.isExact ? .deadlinePassedOn : .deadlineHasPassed
        return DatedWords(word: word, date: deadline)
    }

    /// The kind of answer where every party asked gave the same, so that the state can be told in its words.
    private func commonAnswer(to demand: Int, of record: EventRecord) -> Response.Kind? {
        let responses = site.events[record.event].entries.responses
        let kinds = record.cells[demand].map { $0.response.map { responses[$0].kindOfResponse.value } }
        guard let first = kinds.first ?? nil, kinds.allSatisfy({ $0 == first }) else { return nil }
        switch record.statuses[demand] {
        case .refused, .met, .partlyMet, .negotiating: return first == .reversed ? nil : first
        default: return nil
        }
    }

    /// The state of one demand.
    package func state(of demand: Handle<Demand>) -> StateView {
        let record = context.records[Int(demand.scope)]
        let entry = site[demand]
        let status = record.statuses[Int(demand.index)]
        let passed = entry.deadline.map { record.hasPassed($0.value) } ?? false
        let answer = commonAnswer(to: Int(demand.index), of: record)
        let state = EntryState(
            word: answer.map { words.words($0) } ?? words.words(status), mark: answer?.mark ?? status.mark,
            sentence: deadlineSentence(entry.deadline?.value, hasPassed: passed))
        return StateView(state: state, page: self)
    }

    package func state(ofEvent event: Int) -> StateView {
        StateView(state: cache.state(ofEvent: event) { newState(ofEvent: event) }, page: self)
    }

    /// The state of an event: its demands' where they agree, else how many were refused, or met.
    private func newState(ofEvent event: Int) -> EntryState {
        let record = context.records[event]
        let demands = site.events[event].entries.demands
        let live = demands.indices.filter { record.statuses[$0] != .replaced && record.statuses[$0] != .withdrawn }
        let word: String
        var mark: MarkKind?
        if record.status == .settled || record.status == .ended || live.isEmpty {
            word = words.words(record.status)
        } else if let first = live.first, live.allSatisfy({ record.statuses[$0] == record.statuses[first] }) {
            let answers = live.map { commonAnswer(to: $0, of: record) }
            let common = answers.allSatisfy { $0 == answers[0] } ? answers[0] : nil
            word = common.map { words.words($0) } ?? words.words(record.statuses[first])
            mark = common?.mark ?? record.statuses[first].mark
        } else {
            let order: [Demand.Status] = [.refused, .met, .settled, .partlyMet, .negotiating, .lapsed, .open]
            let counted = order.map { status in (status, live.count { record.statuses[$0] == status }) }
            let lead = counted.first { $0.1 > 0 } ?? (.open, live.count)
            word = words(
                .someOf,
                ["number": String(lead.1), "total": String(live.count), "status": words.inlineWords(lead.0)])
            mark = lead.0.mark
        }
        // The deadline that readers must know: the next one to come, else the last that passed; ultimatums first.
        let isLive = Set(live)
        let dated = record.demandOrder.filter { isLive.contains($0) && demands[$0].deadline != nil }
        let passed = dated.filter { demands[$0].deadline.map { record.hasPassed($0.value) } ?? false }
        let coming = dated.filter { !passed.contains($0) }
        let ultimatums = coming.filter { !record.threats[$0].isEmpty }
        func sorted(_ places: [Int]) -> [EventDate] {
            places.compactMap { demands[$0].deadline?.value }.sorted {
                $0.latest(in: record.zone) < $1.latest(in: record.zone)
            }
        }
        let next = sorted(ultimatums).first ?? sorted(coming).first ?? sorted(passed).last
        return EntryState(
            word: word, mark: mark,
            sentence: deadlineSentence(next, hasPassed: next.map(record.hasPassed) ?? false))
    }
}

extension Demand.Status {
    /// The answer mark that stands for a status; none for those that no answer brings about.
    package var mark: MarkKind? {
        switch self {
        case .refused: .answer(.refused)
        case .met: .answer(.accepted)
        case .partlyMet: .answer(.partlyAccepted)
        case .negotiating: .answer(.negotiating)
        case .open, .lapsed: .noAnswer
        case .settled, .withdrawn, .replaced: nil
        }
    }
}
