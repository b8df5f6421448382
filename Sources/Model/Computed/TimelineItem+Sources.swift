import Reading

extension TimelineItem {
    /// The sources of a part of an entry that has a line of its own: of a state, a vote, a deadline, a withdrawal.
    package func sourcesOfPart(in site: Site) -> [SourceUse] {
        switch kind {
        case .state: handle.typed(Moment.self).map { site[$0].states[part].sources } ?? []
        case .vote: handle.typed(Moment.self).map { site[$0].votes[part].sources } ?? []
        case .move, .formerDeadline: handle.typed(Demand.self).map { site[$0].deadlines[part].sources } ?? []
        case .deadline: handle.typed(Demand.self).flatMap { site[$0].deadlines.last?.sources } ?? []
        case .withdrawal: handle.typed(Demand.self).flatMap { site[$0].withdrawal?.sources } ?? []
        case .demand, .response, .threat, .statement, .moment, .outcome, .began, .ended: []
        }
    }
}
