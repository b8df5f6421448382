import Diagnostics
import Reading

extension EventRecord {
    /// What is still to come: demands whose deadline has not passed, planned moments, and threats that can still be
    /// carried out. Empty where the dispute is over, or nothing is recorded of it.
    ///
    /// - Parameter threats: the threats' places in the order in which they are wanted; nil for the order of the content.
    package func ahead(in site: Site, threats order: [Int]? = nil) -> [AnyHandle] {
        guard mayGoOn(in: site) else { return [] }
        let entries = site.events[event].entries
        func handle(_ kind: EntryKind, _ index: Int) -> AnyHandle { AnyHandle(kind, scope: event, index: index) }
        let demands = demandOrder.filter { index in
            !statuses[index].isClosed && entries.demands[index].deadline.map { !hasPassed($0.value) } ?? false
        }
        let moments = entries.moments.indices.filter { index in
            entries.moments[index].isAhead(of: self)
        }
        let threats = (order ?? Array(entries.threats.indices)).filter { index in
            entries.threats[index].state.value == .threatened && waits(entries.threats[index])
        }
        return demands.map { handle(.demand, $0) } + moments.map { handle(.moment, $0) }
            + threats.map { handle(.threat, $0) }
    }

    /// Whether a threat can still be carried out: its own deadline lies ahead, or a demand that it hangs on is not met.
    private func waits(_ threat: Threat) -> Bool {
        if let deadline = threat.deadline?.value, hasPassed(deadline) { return false }
        let demands = threat.unless.targets().filter { Int($0.scope) == event }
        return demands.isEmpty || demands.contains { !statuses[Int($0.index)].isClosed }
    }
}
