import Diagnostics
import Reading

/// One demand, one party that was asked: its current answer, or none recorded.
package struct AnswerCell: Sendable {
    package let party: Handle<Party>
    /// Index of the current answer in the event's responses; nil where none is recorded.
    package let response: Int?
    /// Further answers of the same date that claim to be current too: an error to report.
    package let rivals: [Int]
    /// Earlier answers of this party, latest first.
    package let earlier: [Int]
}

/// The cells of one demand. The latest answer is the current one; one that another replaces never is.
///
/// - Parameter responses: indices of all responses to the demand, by date.
func answerCells(of demand: Demand, responses: [Int], in entries: Entries, of event: Int, zone: ClockZone)
    -> [AnswerCell]
{
    var seen: Set<Handle<Party>> = []
    return demand.to.compactMap { asked in
        guard let party = asked.target, seen.insert(party).inserted else { return nil }
        let own = responses.filter { index in
            let response = entries.responses[index]
            return response.from.contains { $0.target == party } || response.onBehalfOf.contains { $0.target == party }
        }
        // A joint answer that one party takes back stands for the others.
        let replaced = Set(
            own.compactMap { entries.responses[$0].replaces?.target }.filter { Int($0.scope) == event }
                .map { Int($0.index) })
        let standing = own.filter { index in
            // Where what an answer asked for instead was taken back, the answer no longer stands.
            let counter = entries.counter(of: index, in: event).map { entries.demands[$0] }
            return !replaced.contains(index) && counter?.withdrawn == nil
        }
        guard let last = standing.last else {
            return AnswerCell(party: party, response: nil, rivals: [], earlier: own.reversed())
        }
        let date = entries.responses[last].date.value
        let rivals = standing.dropLast().filter { index in
            let other = entries.responses[index].date.value
            // Answers that the writer has put in order both stand.
            if entries.responses[index].head.order?.value != entries.responses[last].head.order?.value { return false }
            return other.earliest(in: zone) == date.earliest(in: zone)
                && other.latest(in: zone) == date.latest(in: zone)
        }
        return AnswerCell(
            party: party, response: last, rivals: Array(rivals), earlier: own.filter { $0 != last }.reversed())
    }
}

extension Entries {
    /// The demand that an answer makes instead; one of another event is an error, which is reported.
    func counter(of response: Int, in event: Int) -> Int? {
        guard let counter = responses[response].counter?.target, Int(counter.scope) == event else { return nil }
        return Int(counter.index)
    }
}
