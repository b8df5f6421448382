import Model

/// One thing that readers are told has changed: what the feed and the home page list.
package struct Change: Sendable {
    package enum Kind: Sendable, Hashable {
        /// The event's record reaches to this date; said of an event that names no `updated` of its own.
        case recorded
        case updated
        case corrected(Correction.Kind)
    }

    package let kind: Kind
    package let date: EventDate
    package let handle: AnyHandle
    /// The correction's place in its entry's list; nil for what is none.
    package let correction: Int?
    /// Which of the entry's corrections of one date this is, from 1.
    let number: Int
}

extension ExportContext {
    /// What changed, newest first: corrections, updates, and the records' dates.
    ///
    /// An update of the date of a correction is not told twice.
    ///
    /// - Parameter limit: the most changes that are wanted.
    package func changes(limit: Int) -> [Change] {
        var gathering = ChangeGathering(context: self)
        for index in site.events.indices { gathering.addEvent(index) }
        for scope in -1..<site.events.count { gathering.add(site.entries(of: scope), scope: scope) }
        for index in site.pages.indices {
            gathering.add(site.pages[index].head, AnyHandle(.page, scope: -1, index: index), site.settings.zone)
        }
        // What is of one moment stays in the order in which it was gathered.
        let order = gathering.moments.indices.sorted { left, right in
            let (first, second) = (gathering.moments[left], gathering.moments[right])
            return first != second ? first > second : left < right
        }
        return order.prefix(limit).map { gathering.changes[$0] }
    }
}

private struct ChangeGathering {
    let context: ExportContext
    var changes: [Change] = []
    /// Of each change, the first second of its date.
    var moments: [Int64] = []

    mutating func addEvent(_ index: Int) {
        let event = context.site.events[index]
        let zone = context.site.zone(ofScope: index)
        let handle = AnyHandle(.event, scope: -1, index: index)
        add(event.head, handle, zone)
        if event.head.updated == nil, let date = context.records[index].date {
            add(Change(kind: .recorded, date: date, handle: handle, correction: nil, number: 1), zone)
        }
    }

    mutating func add(_ entries: Entries, scope: Int) {
        let zone = context.site.zone(ofScope: scope)
        func each<E: Entry>(_ list: [E], _ gathering: inout Self) {
            for index in list.indices {
                gathering.add(list[index].head, AnyHandle(E.kind, scope: scope, index: index), zone)
            }
        }
        each(entries.parties, &self)
        each(entries.people, &self)
        each(entries.demands, &self)
        each(entries.responses, &self)
        each(entries.threats, &self)
        each(entries.statements, &self)
        each(entries.moments, &self)
        each(entries.sources, &self)
        each(entries.terms, &self)
    }

    mutating func add(_ head: borrowing EntryHead, _ handle: AnyHandle, _ zone: ClockZone) {
        if head.updated == nil, head.corrections.isEmpty { return }
        for (place, correction) in head.corrections.enumerated() {
            let date = correction.date.value
            let number = 1 + head.corrections[..<place].count { $0.date.value == date }
            let kind = Change.Kind.corrected(correction.kind.value)
            add(Change(kind: kind, date: date, handle: handle, correction: place, number: number), zone)
        }
        guard let updated = head.updated?.value else { return }
        if head.corrections.contains(where: { $0.date.value == updated }) { return }
        add(Change(kind: .updated, date: updated, handle: handle, correction: nil, number: 1), zone)
    }

    private mutating func add(_ change: Change, _ zone: ClockZone) {
        changes.append(change)
        moments.append(change.date.firstNamedInstant(in: zone))
    }
}
