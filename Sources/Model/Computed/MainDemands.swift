extension EventRecord {
    /// The demands that the main picture draws, by date: those marked as main; else all, of at most eight; else the six
    /// with the most weight, three each for a deadline and a threat and one for each answer.
    ///
    /// - Returns: at most eight indices into the event's demands.
    package func mainDemands(in site: Site) -> [Int] {
        let demands = site.events[event].entries.demands
        let marked = demandOrder.filter { demands[$0].main == true }
        if !marked.isEmpty { return Array(marked.prefix(8)) }
        if demandOrder.count <= 8 { return demandOrder }
        func weight(_ demand: Int) -> Int {
            (demands[demand].deadline == nil ? 0 : 3) + (threats[demand].isEmpty ? 0 : 3) + responses[demand].count
        }
        let heaviest = demandOrder.indices.sorted { left, right in
            let (one, two) = (weight(demandOrder[left]), weight(demandOrder[right]))
            return one != two ? one > two : left < right
        }
        return heaviest.prefix(6).sorted().map { demandOrder[$0] }
    }

    /// Some demands by who made them, in the order in which these parties act; what several made together is a group of its
    /// own.
    package func byAskers(
        _ indices: [Int], in site: Site
    ) -> [(askers: [Handle<Party>], demands: [Int])] {
        let demands = site.events[event].entries.demands
        var groups: [(askers: [Handle<Party>], demands: [Int])] = []
        for index in indices {
            let askers = demands[index].from.targets()
            if let known = groups.firstIndex(where: { $0.askers == askers }) {
                groups[known].demands.append(index)
            } else {
                groups.append((askers, [index]))
            }
        }
        let places = groups.map { group in
            group.askers.compactMap { actingParties.firstIndex(of: $0) }.min() ?? 0
        }
        return groups.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { groups[$0] }
    }

    /// Whether something may still come: the dispute is not over, and something is recorded of it.
    package func mayGoOn(in site: Site) -> Bool {
        status != .settled && status != .ended && (!demandOrder.isEmpty || isLarge(in: site))
    }

    /// Whether an event needs contents, a key of its parties and folded lists: more than six demands, more than three
    /// parties that ask or are asked, or more than thirty dated acts.
    package func isLarge(in site: Site) -> Bool {
        let entries = site.events[event].entries
        let acts =
            entries.demands.count + entries.responses.count + entries.threats.count + entries.statements.count
            + entries.moments.count
        return entries.demands.count > 6 || actingParties.count > 3 || acts > 30
    }
}
