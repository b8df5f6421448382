import Diagnostics
import Reading

extension Event {
    /// When it began; of one that "began 2034-02/.." the day alone, since a beginning does not go on.
    package var beginning: Located<EventDate>? {
        fields.began.map { began in began.map { $0.form == .ongoing ? $0.firstNamed : $0 } }
    }
}

extension Site {
    /// The form in which a demand was made: as written; else an order where nobody but courts made it.
    package func form(of demand: Demand) -> Demand.Form {
        if let written = demand.form { return written.value }
        let askers = demand.from.targets()
        return !askers.isEmpty && askers.allSatisfy { self[$0].kindOfParty.value == .court } ? .order : .demand
    }
}
