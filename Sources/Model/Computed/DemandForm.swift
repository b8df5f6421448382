extension Site {
    /// The form in which a demand was made: as written; else an order where nobody but courts made it.
    package func form(of demand: Demand) -> Demand.Form {
        if let written = demand.form { return written.value }
        let askers = demand.from.targets()
        return !askers.isEmpty && askers.allSatisfy { self[$0].kindOfParty.value == .court } ? .order : .demand
    }
}
