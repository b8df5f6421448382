import Model

/// A part of a dispute's time.
package struct PhaseView {
    package let phase: Event.Phase
    package let event: Int
    package let page: PageContext

    package var title: String { phase.title.value }
    package var summary: String? { phase.summary?.value }
    package var from: DateView { page.date(phase.from.value, of: event) }
    package var until: DateView? { page.end(of: phase, in: event).map { page.date($0, of: event) } }
    /// From its first to its last day; nil while that is not told.
    package var time: DateView? {
        page.end(of: phase, in: event).map { page.date(EventDate(from: phase.from.value, until: $0), of: event) }
    }
}

extension SiteContext {
    /// The end of something that lasted, as far as it is told: a record does not tell of what came after its date.
    ///
    /// - Parameter event: whose record counts; nil for what all events share, of which each may tell.
    package func end(_ date: EventDate?, in event: Int?) -> EventDate? {
        guard let date else { return nil }
        let events = event.map { $0..<$0 + 1 } ?? site.events.indices
        let isTold =
            events.isEmpty
            || events.contains { event in
                let record = records[event]
                return record.date.map { !date.isCertainlyAfter($0, in: record.zone) } ?? true
            }
        return isTold ? date : nil
    }
}

extension PageContext {
    package func end(_ date: EventDate?, in event: Int? = nil) -> EventDate? {
        context.end(date, in: event ?? self.event)
    }

    /// The end of a phase; the last one ends with the dispute.
    package func end(of phase: Event.Phase, in event: Int) -> EventDate? {
        if let until = phase.until { return end(until.value, in: event) }
        let value = site.events[event]
        guard let ended = value.ended, value.phases.last?.id.value == phase.id.value,
            !phase.from.value.isCertainlyAfter(ended.value, in: context.records[event].zone)
        else { return nil }
        return end(ended.value, in: event)
    }

    /// "from January 2025", "2019 to 2024", "until 3 May 2026"; nil where nothing is told.
    package func datesWords(from: EventDate?, until: EventDate?) -> String? {
        switch (from, end(until)) {
        case (nil, nil): nil
        case (let from?, nil): words(.fromDate, ["date": date(from).words])
        case (nil, let until?): words(.untilDate, ["date": date(until).words])
        case (let from?, let until?): date(EventDate(from: from, until: until)).spanWords
        }
    }
}
