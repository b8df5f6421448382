import Reading

extension Site {
    /// What the parties of an event did, as far as it is news: demands, answers, threats carried out, deadlines moved,
    /// demands and threats taken back, agreements and votes. What lies ahead is not among them.
    ///
    /// What has no date is not among them: nobody knows when it was news.
    func deeds(inEvent event: Int) -> [Change] {
        DeedList(site: self, event: event).all
    }
}

private struct DeedList {
    let site: Site
    let event: Int

    private var entries: Entries { site.events[event].entries }

    var all: [Change] {
        var changes: [Change] = []
        for index in entries.demands.indices { changes += ofDemand(index) }
        for index in entries.responses.indices { changes += ofResponse(index) }
        for index in entries.threats.indices { changes += ofThreat(index) }
        let carriedOut = Set(entries.threats.flatMap { $0.carriedOut.compactMap { $0.moment.target } })
        for index in entries.moments.indices {
            if entries.moments[index].planned {
                if let cancelled = entries.moments[index].cancelled {
                    changes.append(Change(.calledOff, cancelled.value, handle(.moment, index)))
                }
                continue
            }
            changes += ofMoment(index, isDeed: carriedOut.contains(Handle(scope: event, index: index)))
        }
        return changes
    }

    private func handle(_ kind: EntryKind, _ index: Int) -> AnyHandle { AnyHandle(kind, scope: event, index: index) }

    private func ofDemand(_ index: Int) -> [Change] {
        let demand = entries.demands[index]
        let handle = handle(.demand, index)
        var changes = [Change(.asked, demand.date.value, handle)]
        for (place, deadline) in demand.deadlines.enumerated().dropFirst() {
            let date = deadline.set?.value ?? deadline.statement?.target.map { site[$0].date.value }
            if let date { changes.append(Change(.deadlineMoved, date, handle, place: place)) }
        }
        if let withdrawn = demand.withdrawn { changes.append(Change(.withdrawn, withdrawn.value, handle)) }
        return changes
    }

    private func ofResponse(_ index: Int) -> [Change] {
        let response = entries.responses[index]
        let handle = handle(.response, index)
        return [Change(.answered, response.date.value, handle)] + votes(response.votes, response.date.value, handle)
    }

    private func ofThreat(_ index: Int) -> [Change] {
        let threat = entries.threats[index]
        let handle = handle(.threat, index)
        let made = Change(.threatened, threat.date.value, handle)
        func since(_ kind: Change.Kind) -> [Change] {
            [made] + (threat.stateDate.map { [Change(kind, $0.value, handle)] } ?? [])
        }
        switch threat.state.value {
        case .withdrawn: return since(.withdrawn)
        case .imposed, .partlyImposed:
            if threat.carriedOut.isEmpty { return since(.carriedOut) }
            return [made]
                + threat.carriedOut.enumerated().compactMap { place, deed in
                    let date = deed.moment.target.map { site[$0].date.value } ?? threat.stateDate?.value
                    return date.map { Change(.carriedOut, $0, handle, place: place) }
                }
        case .blocked, .notCarriedOut: return since(.cameToNothing)
        case .threatened, .unknown: return [made]
        }
    }

    /// - Parameter isDeed: whether a threat was carried out by it, which is told of the threat.
    private func ofMoment(_ index: Int, isDeed: Bool) -> [Change] {
        let moment = entries.moments[index]
        let handle = handle(.moment, index)
        let date = moment.date.value
        var changes: [Change] = []
        if moment.kindOfMoment.value == .agreement {
            changes.append(Change(.agreed, date, handle))
            for (place, state) in moment.states.enumerated() {
                guard let since = state.date?.value, since != date else { continue }
                changes.append(Change(.agreed, since, handle, place: place))
            }
        }
        // How the judges of a ruling voted is told with it.
        let isRuling = moment.kindOfMoment.value == .ruling && !isDeed
        if moment.kindOfMoment.value == .vote, moment.votes.isEmpty { changes.append(Change(.voted, date, handle)) }
        switch moment.kindOfMoment.value {
        case .ruling, .filing, .publication, .action, .attack:
            if isRuling || (!isDeed && moment.votes.isEmpty) { changes.append(Change(.happened, date, handle)) }
        case .agreement, .vote, .meeting, .background, .other: break
        }
        return changes + votes(moment.votes, date, handle).filter { !isRuling || $0.date != date }
    }

    private func votes(_ votes: [Vote], _ date: EventDate, _ handle: AnyHandle) -> [Change] {
        votes.enumerated().map { Change(.voted, $1.date?.value ?? date, handle, place: $0) }
    }
}
