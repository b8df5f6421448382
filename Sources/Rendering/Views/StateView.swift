import Drawing
import Model

/// A state line: a word, its mark, and a sentence.
struct StateView {
    let word: String
    let mark: [UInt8]
    let sentence: [UInt8]
}

extension PageContext {
    /// "The deadline is 27 February 2026, 22:01 UTC.", "The deadline passed on 3 May 2026.", or of a vague one "The
    /// deadline, May 2026, has passed."; empty for none.
    func deadlineSentence(_ deadline: EventDate?, hasPassed: Bool, of event: Int) -> [UInt8] {
        guard let deadline else { return [] }
        var writer = HTMLWriter()
        let word: Word = !hasPassed ? .deadlineIs : deadline.isExact ? .deadlinePassedOn : .deadlineHasPassed
        writer.words(words, word, ["date": date(deadline, of: event).html.bytes])
        return writer.bytes
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
    func state(of demand: Handle<Demand>) -> StateView {
        let record = context.records[Int(demand.scope)]
        let entry = site[demand]
        let status = record.statuses[Int(demand.index)]
        let passed = entry.deadline.map { record.hasPassed($0.value) } ?? false
        let answer = commonAnswer(to: Int(demand.index), of: record)
        return StateView(
            word: answer.map { words.words($0) } ?? words.words(status),
            mark: (answer?.mark ?? status.mark).map(mark) ?? [],
            sentence: deadlineSentence(entry.deadline?.value, hasPassed: passed, of: record.event))
    }

    func state(ofEvent event: Int) -> StateView {
        cache.state(ofEvent: event) { stateWithMark(ofEvent: event).state }
    }

    /// The state of an event: its demands' where they agree, else how many were refused, or met.
    func stateWithMark(ofEvent event: Int) -> (state: StateView, mark: MarkKind?) {
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
        let state = StateView(
            word: word, mark: mark.map(self.mark) ?? [],
            sentence: deadlineSentence(next, hasPassed: next.map(record.hasPassed) ?? false, of: event))
        return (state, mark)
    }
}

extension Demand.Status {
    /// The answer mark that stands for a status; none for those that no answer brings about.
    var mark: MarkKind? {
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
