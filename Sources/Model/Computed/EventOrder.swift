import Reading

/// Where each act of an event stands in its timeline and its lists, by the act's index in the list of its kind.
struct EventOrder: Sendable {
    let demands: [OrderKey]
    let responses: [OrderKey]
    let threats: [OrderKey]
    let statements: [OrderKey]
    let moments: [OrderKey]

    init(_ entries: Entries, of event: Int, in zone: ClockZone) {
        func keys<E: Entry>(_ list: [E], _ kind: TimelineItem.Kind, date: (E) -> EventDate) -> [OrderKey] {
            list.map { OrderKey(date($0), of: $0.head, kind: kind.rawValue, in: zone) }
        }
        var demands = keys(entries.demands, .demand) { $0.date.value }
        var responses = keys(entries.responses, .response) { $0.date.value }
        for (index, response) in entries.responses.enumerated() {
            for case let demand? in response.answers.map(\.target) where Int(demand.scope) == event {
                demands[Int(demand.index)] = demands[Int(demand.index)].preceding(responses[index])
            }
        }
        for (index, response) in entries.responses.enumerated() {
            for case let demand? in response.answers.map(\.target) where Int(demand.scope) == event {
                responses[index] = responses[index].following(demands[Int(demand.index)])
            }
        }
        for (index, response) in entries.responses.enumerated() {
            guard let replaced = response.replaces?.target, Int(replaced.scope) == event else { continue }
            responses[index] = responses[index].following(responses[Int(replaced.index)])
        }
        self.demands = demands
        self.responses = responses
        threats = keys(entries.threats, .threat) { $0.date.value }
        statements = keys(entries.statements, .statement) { $0.date.value }
        moments = keys(entries.moments, .moment) { $0.date.value }
    }
}

extension [OrderKey] {
    /// Their indices from the first to the last.
    var sortedIndices: [Int] { indices.sorted { self[$0] < self[$1] } }
}
