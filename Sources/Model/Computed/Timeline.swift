import Diagnostics
import Reading

/// One line of an event's timeline. The timeline is assembled, never written: everything with a date appears on it.
package struct TimelineItem: Sendable {
    package enum Kind: Int, Sendable, Comparable {
        // In the order in which items of the same time stand: what happened, then what was asked and answered, then what
        // was said of it.
        case began, moment
        /// What became of an agreement, and a vote, on another day than the moment's.
        case state, vote
        case demand, threat, response, withdrawal
        /// That a deadline was moved or lifted, and a deadline that was moved later.
        case move, formerDeadline
        case deadline, outcome, statement, ended

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let kind: Kind
    package let date: EventDate
    /// The entry that the item is about; the event itself for its beginning and end.
    package let handle: AnyHandle
    /// Who acts.
    package let parties: [Handle<Party>]
    /// Which of the demand's deadlines, or of the moment's states or votes, it is about, from 0; 0 for other items.
    package var part = 0
}

extension EventRecord {
    /// Everything of the event that has a date, in order. The event's beginning and end are left out where a moment of
    /// the same date tells of them.
    package func timeline(of site: Site) -> [TimelineItem] {
        let value = site.events[event]
        let entries = value.entries
        var items: [(item: TimelineItem, key: OrderKey)] = []
        func add(
            _ kind: TimelineItem.Kind, _ date: Located<EventDate>?, _ handle: AnyHandle, _ parties: [Reference<Party>],
            _ key: OrderKey, part: Int = 0
        ) {
            guard let date else { return }
            items.append(
                (
                    TimelineItem(kind: kind, date: date.value, handle: handle, parties: parties.targets(), part: part),
                    key
                )
            )
        }
        /// What comes of an act.
        func add(
            _ kind: TimelineItem.Kind, _ date: Located<EventDate>?, _ handle: AnyHandle, _ parties: [Reference<Party>],
            of head: EntryHead, after cause: OrderKey, part: Int = 0
        ) {
            guard let date else { return }
            let key = OrderKey(date.value, of: head, kind: kind.rawValue, in: zone)
            add(kind, date, handle, parties, key.following(cause), part: part)
        }
        let own = AnyHandle(.event, scope: -1, index: event)
        let told = Set(entries.moments.map(\.date.value))
        for (kind, date) in [(TimelineItem.Kind.began, value.beginning), (.ended, value.ended)] {
            guard let date, !told.contains(date.value) else { continue }
            add(
                kind, date, own, [],
                OrderKey(date.value, of: value.head, kind: kind.rawValue, opensDay: kind == .began, in: zone))
        }
        for (index, demand) in entries.demands.enumerated() {
            let handle = AnyHandle(.demand, scope: event, index: index)
            let key = order.demands[index]
            add(.demand, demand.date, handle, demand.from, key)
            if !isOffBefore(demand.deadline, demandAt: index, in: site) {
                add(.deadline, demand.deadline, handle, demand.from, of: demand.head, after: key)
            }
            for (part, deadline) in demand.deadlines.enumerated() {
                if part > 0 {
                    let movers = deadline.by.isEmpty ? demand.from : deadline.by
                    add(.move, deadline.set, handle, movers, of: demand.head, after: key, part: part)
                }
                if part < demand.deadlines.count - 1 {
                    add(.formerDeadline, deadline.date, handle, demand.from, of: demand.head, after: key, part: part)
                }
            }
            add(.withdrawal, demand.withdrawn, handle, demand.from, of: demand.head, after: key)
        }
        for (index, response) in entries.responses.enumerated() {
            let handle = AnyHandle(.response, scope: event, index: index)
            // On the day of a deadline with a clock time, an answer without one stands before it.
            let key = response.answers.targets().filter { Int($0.scope) == event }.reduce(order.responses[index]) {
                guard let deadline = entries.demands[Int($1.index)].deadline else { return $0 }
                let end = OrderKey(
                    deadline.value, of: response.head, kind: TimelineItem.Kind.deadline.rawValue, in: zone)
                return $0.preceding(end)
            }
            add(.response, response.date, handle, response.from, key)
        }
        for (index, threat) in entries.threats.enumerated() {
            let handle = AnyHandle(.threat, scope: event, index: index)
            let key = order.threats[index]
            add(.threat, threat.date, handle, threat.from, key)
            if !threat.isOffBefore(threat.deadline, in: zone) {
                add(.deadline, threat.deadline, handle, threat.from, of: threat.head, after: key)
            }
            // A moment of that day at which it was carried out tells of it.
            let isTold = threat.carriedOut.contains { deed in
                guard let done = deed.moment.target.map({ site[$0].date.value }), let since = threat.stateDate?.value
                else { return false }
                return !done.isCertainlyAfter(since, in: zone) && !since.isCertainlyAfter(done, in: zone)
            }
            if threat.state.value != .threatened, !isTold {
                add(.outcome, threat.stateDate, handle, threat.from, of: threat.head, after: key)
            }
        }
        for (index, statement) in entries.statements.enumerated() {
            let item = TimelineItem(
                kind: .statement, date: statement.date.value,
                handle: AnyHandle(.statement, scope: event, index: index),
                parties: self.parties(ofStatement: index))
            items.append((item, order.statements[index]))
        }
        for (index, moment) in entries.moments.enumerated() {
            let handle = AnyHandle(.moment, scope: event, index: index)
            let key = order.moments[index]
            add(.moment, moment.date, handle, moment.actors, key)
            for (part, state) in moment.states.enumerated() where state.date?.value != moment.date.value {
                add(.state, state.date, handle, moment.parties, of: moment.head, after: key, part: part)
            }
            for (part, vote) in moment.votes.enumerated() where vote.date?.value != moment.date.value {
                if moment.states.contains(where: { $0.date?.value == vote.date?.value }) { continue }
                add(.vote, vote.date, handle, moment.parties, of: moment.head, after: key, part: part)
            }
        }
        return items.sorted { $0.key < $1.key }.map(\.item)
    }

    /// Whether a demand was off the table before its deadline came: then the date is no date of the dispute.
    private func isOffBefore(_ deadline: Located<EventDate>?, demandAt index: Int, in site: Site) -> Bool {
        guard let deadline, [.withdrawn, .replaced, .settled].contains(statuses[index]) else { return false }
        return statusDate(of: index, in: site).map { deadline.value.isCertainlyAfter($0, in: zone) } ?? false
    }
}

extension Threat {
    /// Whether it was clear before its date that it would not be carried out.
    fileprivate func isOffBefore(_ deadline: Located<EventDate>?, in zone: ClockZone) -> Bool {
        guard let deadline, let date = fields.stateDate, [.withdrawn, .notCarriedOut].contains(fields.state.value)
        else { return false }
        return deadline.value.isCertainlyAfter(date.value, in: zone)
    }
}
