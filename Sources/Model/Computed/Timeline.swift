import Diagnostics
import Reading

/// One line of an event's timeline. The timeline is assembled, never written: everything with a date appears on it.
package struct TimelineItem: Sendable {
    package enum Kind: Int, Sendable, Comparable {
        // In the order in which items of the same time stand: a demand before its answer.
        case began, demand, threat, statement, moment, response, withdrawal, deadline, outcome, ended

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let kind: Kind
    package let date: EventDate
    /// The entry that the item is about; the event itself for its beginning and end.
    package let handle: AnyHandle
    /// Who acts.
    package let parties: [Handle<Party>]
}

extension EventRecord {
    /// Everything of the event that has a date, by earliest moment, then latest, then kind, then id.
    package func timeline(of site: Site) -> [TimelineItem] {
        let value = site.events[event]
        let entries = value.entries
        var items: [TimelineItem] = []
        func add(
            _ kind: TimelineItem.Kind, _ date: Located<EventDate>?, _ handle: AnyHandle, _ parties: [Reference<Party>]
        ) {
            guard let date else { return }
            items.append(
                TimelineItem(kind: kind, date: date.value, handle: handle, parties: parties.compactMap { $0.target }))
        }
        let own = AnyHandle(.event, scope: -1, index: event)
        add(.began, value.began, own, [])
        add(.ended, value.ended, own, [])
        for (index, demand) in entries.demands.enumerated() {
            let handle = AnyHandle(.demand, scope: event, index: index)
            add(.demand, demand.date, handle, demand.from)
            add(.deadline, demand.deadline, handle, demand.from)
            add(.withdrawal, demand.withdrawn, handle, demand.from)
        }
        for (index, response) in entries.responses.enumerated() {
            add(.response, response.date, AnyHandle(.response, scope: event, index: index), response.from)
        }
        for (index, threat) in entries.threats.enumerated() {
            let handle = AnyHandle(.threat, scope: event, index: index)
            add(.threat, threat.date, handle, threat.from)
            add(.deadline, threat.deadline, handle, threat.from)
            if threat.state.value != .threatened { add(.outcome, threat.stateDate, handle, threat.from) }
        }
        for (index, statement) in entries.statements.enumerated() {
            items.append(
                TimelineItem(
                    kind: .statement, date: statement.date.value,
                    handle: AnyHandle(.statement, scope: event, index: index),
                    parties: speakings[index].party.map { [$0] } ?? []))
        }
        for (index, moment) in entries.moments.enumerated() {
            add(.moment, moment.date, AnyHandle(.moment, scope: event, index: index), moment.parties)
        }
        let keyed = items.map { item in
            (
                item: item, earliest: item.date.span(in: zone).earliest, latest: item.date.span(in: zone).latest,
                id: site.id(of: item.handle)
            )
        }
        return keyed.sorted { left, right in
            (left.earliest, left.latest, left.item.kind.rawValue, left.id)
                < (right.earliest, right.latest, right.item.kind.rawValue, right.id)
        }.map(\.item)
    }
}
