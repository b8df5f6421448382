extension Site {
    /// The parties who did what a moment reports. It only concerns the other parties that it names.
    ///
    /// All parties take part in a meeting, an agreement or a vote. A ruling is the act of a court. Any other moment is the
    /// act of the parties in `by` alone.
    package func actors(of moment: Moment) -> [Handle<Party>] {
        if !moment.by.isEmpty { return moment.by.targets() }
        let parties = moment.parties.targets()
        switch moment.kindOfMoment.value {
        case .meeting, .agreement, .vote: return parties
        case .ruling: return parties.filter { self[$0].kindOfParty.value == .court }
        case .filing, .publication, .action, .attack, .background, .other: return []
        }
    }

    /// The parties that a moment concerns, without those who did it.
    package func concerned(by moment: Moment) -> [Handle<Party>] { moment.parties.targets(without: actors(of: moment)) }

    /// The parties who did what a line of the timeline reports. A later state of an agreement need not be the act of its
    /// parties.
    package func actors(of item: TimelineItem) -> [Handle<Party>] {
        guard let moment = moment(of: item) else { return item.parties }
        return item.kind == .moment ? actors(of: moment) : []
    }

    /// The parties that a line of the timeline concerns, without those who did it; empty if it is not about a moment.
    package func concerned(by item: TimelineItem) -> [Handle<Party>] {
        moment(of: item)?.parties.targets(without: actors(of: item)) ?? []
    }

    private func moment(of item: TimelineItem) -> Moment? { item.handle.typed(Moment.self).map { self[$0] } }
}

extension [Reference<Party>] {
    fileprivate func targets(without others: [Handle<Party>]) -> [Handle<Party>] {
        let others = Set(others)
        return targets().filter { !others.contains($0) }
    }
}
