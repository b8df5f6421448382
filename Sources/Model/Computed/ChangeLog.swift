import Reading

/// One thing that readers are told has changed.
package struct Change: Sendable {
    package enum Kind: Sendable, Hashable {
        /// The event's record reaches to this date; said of an event that names no `updated` of its own.
        case recorded
        case updated
        case corrected(Correction.Kind)
        /// A demand, an offer or an order was made.
        case asked
        case answered
        /// A threat was made.
        case threatened
        /// A threat was carried out; with the moment at which it was, if the record names one.
        case carriedOut
        /// A threat was blocked, or not carried out.
        case cameToNothing
        /// A moment that is no meeting, agreement or vote: a ruling, an action.
        case happened
        /// A planned moment was called off.
        case calledOff
        /// A demand's deadline was moved or lifted.
        case deadlineMoved
        /// A demand or a threat was taken back.
        case withdrawn
        /// An agreement was made, or its state changed.
        case agreed
        case voted
    }

    package let kind: Kind
    package let date: EventDate
    package let handle: AnyHandle
    /// Nil for a change that is not a correction.
    package let correction: Correction?
    /// The place in its entry's list of the correction, deadline, deed, state or vote that changed; -1 for the entry itself.
    package let place: Int

    init(_ kind: Kind, _ date: EventDate, _ handle: AnyHandle, correction: Correction? = nil, place: Int = -1) {
        self.kind = kind
        self.date = date
        self.handle = handle
        self.correction = correction
        self.place = place
    }

    /// What was done where a threat was carried out, if a moment tells.
    package func deed(in site: Site) -> Handle<Moment>? {
        guard kind == .carriedOut, let deeds = handle.typed(Threat.self).map({ site[$0].carriedOut }),
            deeds.indices.contains(place)
        else { return nil }
        return deeds[place].moment.target
    }
}

/// What changed in a site, newest first: corrections, updates, and the records' dates, which the lists of
/// corrections show parts of; and with what the parties did, the news, which the home page, the events' pages and feeds tell.
///
/// An update of the date of a correction is not listed beside it. Changes of one moment are in the order of events,
/// then kinds and ids; what is shared comes last. Of the news of one event and day the later ones come first: answers before
/// the demands that they answer.
package struct ChangeLog: Sendable {
    package let changes: [Change]
    /// Corrections and updates of each event, its entries and its pages, at the event's index.
    package let byEvent: [[Change]]
    package let corrections: [Change]
    /// Corrections and updates, and what the parties did.
    package let news: [Change]
    /// The places among the news of each event's own, at the event's index.
    package let newsByEvent: [[Int]]

    /// - Parameter records: one an event, at the event's index.
    package init(_ site: Site, _ records: [EventRecord]) {
        var gathering = Gathering(site)
        for index in site.events.indices {
            let event = site.events[index]
            let handle = AnyHandle(.event, scope: -1, index: index)
            let zone = site.zone(ofScope: index)
            gathering.add(event.head, handle, zone)
            if event.head.updated == nil, let date = records[index].lastRecorded {
                gathering.add(Change(.recorded, date, handle), zone)
            }
            gathering.add(scope: index)
        }
        gathering.add(scope: -1)
        let sorted = gathering.sorted
        changes = sorted.map(\.change)
        var byEvent = [[Change]](repeating: [], count: site.events.count)
        for item in sorted where item.change.kind != .recorded {
            let handle = item.change.handle
            if let event = handle.event { byEvent[event].append(item.change) }
        }
        self.byEvent = byEvent
        corrections = changes.filter { $0.correction != nil }
        gathering.changes.removeAll { $0.change.kind == .recorded }
        for index in site.events.indices {
            let zone = site.zone(ofScope: index)
            for change in site.deeds(inEvent: index) { gathering.add(change, zone) }
        }
        let news = gathering.newestFirst.map(\.change)
        var newsByEvent = [[Int]](repeating: [], count: site.events.count)
        for (place, change) in news.enumerated() {
            if let event = change.handle.event { newsByEvent[event].append(place) }
        }
        self.news = news
        self.newsByEvent = newsByEvent
    }
}

private struct Gathering {
    private let site: Site
    /// Free pages by scope.
    private let pages: [Int: [Int]]
    /// Each change with the first second of its date.
    var changes: [(change: Change, moment: Int64)] = []

    init(_ site: Site) {
        self.site = site
        pages = Dictionary(grouping: site.pages.indices) { site.pages[$0].event ?? -1 }
    }

    /// Newest first; those of one moment stay in the order in which they were gathered.
    var sorted: [(change: Change, moment: Int64)] {
        changes.indices.sorted { left, right in
            let (first, second) = (changes[left].moment, changes[right].moment)
            return first != second ? first > second : left < right
        }.map { changes[$0] }
    }

    /// The same; of one event's changes of one moment those that follow from others come before them.
    var newestFirst: [(change: Change, moment: Int64)] {
        changes.indices.sorted { left, right in
            let (first, second) = (changes[left], changes[right])
            if first.moment != second.moment { return first.moment > second.moment }
            let events = (first.change.handle.event ?? .max, second.change.handle.event ?? .max)
            return events.0 != events.1 ? events.0 < events.1 : left > right
        }.map { changes[$0] }
    }

    /// Adds what changed in the entries and the free pages of a scope.
    mutating func add(scope: Int) {
        let zone = site.zone(ofScope: scope)
        let entries = site.entries(of: scope)
        for kind in EntryKind.allCases {
            for (index, entry) in entries.list(of: kind).enumerated() {
                add(entry.head, AnyHandle(kind, scope: scope, index: index), zone)
            }
        }
        for index in pages[scope] ?? [] {
            add(site.pages[index].head, AnyHandle(.page, scope: scope, index: index), zone)
        }
    }

    mutating func add(_ head: EntryHead, _ handle: AnyHandle, _ zone: ClockZone) {
        if head.updated == nil, head.corrections.isEmpty { return }
        for (place, correction) in head.corrections.enumerated() {
            let kind = Change.Kind.corrected(correction.kind.value)
            add(Change(kind, correction.date.value, handle, correction: correction, place: place), zone)
        }
        guard let updated = head.updated?.value else { return }
        if head.corrections.contains(where: { $0.date.value == updated }) { return }
        add(Change(.updated, updated, handle), zone)
    }

    mutating func add(_ change: Change, _ zone: ClockZone) {
        changes.append((change, change.date.first.earliest(in: zone)))
    }
}
