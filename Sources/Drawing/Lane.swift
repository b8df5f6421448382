/// A demand as the standoff draws it: indexes checked, each party asked with its answer or without.
struct Lane {
    let demand: PictureDemand
    let askers: [Int]
    /// In the order of the parties.
    let rows: [Row]

    struct Row {
        let party: Int
        let answer: PictureAnswer?
    }

    init(_ demand: PictureDemand, partyCount: Int) {
        self.demand = demand
        let valid = 0..<partyCount
        var askers: [Int] = []
        for asker in demand.askers where valid.contains(asker) && !askers.contains(asker) { askers.append(asker) }
        if askers.count > 1 { askers.sort() }
        self.askers = askers
        var rows: [Row] = []
        for party in demand.asked where valid.contains(party) && !askers.contains(party) {
            if rows.contains(where: { $0.party == party }) { continue }
            rows.append(Row(party: party, answer: demand.answers.first { $0.party == party }))
        }
        if rows.count > 1 { rows.sort { $0.party < $1.party } }
        self.rows = rows
    }
}
