extension Site {
    /// Who did what a moment tells of; the others that it names it only concerns.
    ///
    /// Of a meeting, an agreement or a vote all parties took part, a ruling is a court's, and another moment is the doing
    /// of those alone whose it says it is.
    package func actors(of moment: Moment) -> [Handle<Party>] {
        if !moment.by.isEmpty { return moment.by.targets() }
        let parties = moment.parties.targets()
        switch moment.kindOfMoment.value {
        case .meeting, .agreement, .vote: return parties
        case .ruling: return parties.filter { self[$0].kindOfParty.value == .court }
        case .filing, .publication, .action, .attack, .background, .other: return []
        }
    }

    /// Whom a moment concerns beside those who did it.
    package func concerned(by moment: Moment) -> [Handle<Party>] {
        let actors = Set(actors(of: moment))
        return moment.parties.targets().filter { !actors.contains($0) }
    }
}
