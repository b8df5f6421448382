import Bytes
import Diagnostics
import Reading

extension Site {
    /// The date of an event's record: what readers are told as "as of".
    ///
    /// `--as-of` where given; else `as_of` of the event; else the latest `updated` or dated act that is published, open
    /// ends and deadlines not counted. It decides what is open, overdue or lapsed. Nil for an event without any date.
    package func recordDate(ofEvent event: Int, asOf: EventDate?) -> EventDate? {
        if let asOf { return asOf }
        let value = events[event]
        if let written = value.asOf { return written.value }
        let zone = zone(ofScope: event)
        var latest: CivilDay?
        func consider(_ date: Located<EventDate>?) {
            guard let day = date?.value.lastNamed.latestDay(in: zone) else { return }
            latest = max(latest ?? day, day)
        }
        consider(value.head.updated)
        let entries = value.entries
        entries.forEach { entry, _ in
            consider(entry.head.updated)
            for correction in entry.head.corrections { consider(correction.date) }
        }
        for demand in entries.demands {
            consider(demand.date)
            consider(demand.withdrawn)
        }
        for response in entries.responses { consider(response.date) }
        for threat in entries.threats {
            consider(threat.date)
            consider(threat.stateDate)
        }
        for statement in entries.statements { consider(statement.date) }
        for moment in entries.moments { consider(moment.date) }
        if latest == nil {
            consider(value.ended)
            consider(value.began)
        }
        return latest.map { EventDate(day: $0) }
    }
}
