import Bytes
import Diagnostics
import Reading

extension Site {
    /// The date of an event's record: what readers are told as "as of". It decides what is open, overdue or lapsed.
    ///
    /// `--as-of` where given; else `as_of` of the event; else the day of what was recorded last. Nil for an event without
    /// any date.
    package func recordDate(ofEvent event: Int, asOf: EventDate?) -> EventDate? {
        asOf ?? events[event].asOf?.value ?? lastRecorded(inEvent: event)
    }

    /// The day of the latest update, correction or act of an event that has surely happened.
    ///
    /// Of a vague date the earliest day counts; planned moments, deadlines and open ends do not. Nil for an event without
    /// any date.
    package func lastRecorded(inEvent event: Int) -> EventDate? {
        let value = events[event]
        let zone = zone(ofScope: event)
        var latest: CivilDay?
        func consider(_ date: Located<EventDate>?) {
            guard let day = date?.value.surelyBegun(in: zone) else { return }
            latest = max(latest ?? day, day)
        }
        consider(value.head.updated)
        for correction in value.head.corrections { consider(correction.date) }
        let entries = value.entries
        entries.forEach { entry, _ in
            consider(entry.head.updated)
            for correction in entry.head.corrections { consider(correction.date) }
        }
        eachAct(ofEvent: event) { date, _ in consider(date) }
        if latest == nil {
            consider(value.ended)
            consider(value.began)
        }
        return latest.map { EventDate(day: $0) }
    }

    /// Calls a function with the date of everything that an event records as done, and the entry that says it.
    package func eachAct(ofEvent event: Int, _ body: (Located<EventDate>, EntryHead) -> Void) {
        let entries = events[event].entries
        func act(_ date: Located<EventDate>?, _ head: EntryHead) {
            if let date { body(date, head) }
        }
        for demand in entries.demands {
            act(demand.date, demand.head)
            act(demand.withdrawn, demand.head)
            for deadline in demand.deadlines { act(deadline.set, demand.head) }
        }
        for response in entries.responses {
            act(response.date, response.head)
            for vote in response.votes { act(vote.date, response.head) }
        }
        for threat in entries.threats {
            act(threat.date, threat.head)
            act(threat.stateDate, threat.head)
        }
        for statement in entries.statements { act(statement.date, statement.head) }
        for moment in entries.moments {
            act(moment.planned ? moment.announced : moment.date, moment.head)
            act(moment.cancelled, moment.head)
            for state in moment.states { act(state.date, moment.head) }
            for vote in moment.votes { act(vote.date, moment.head) }
        }
    }
}

extension EventDate {
    /// The latest day on which it has surely begun, in a zone: the first of a vague date, the last that is named of one
    /// that lasted.
    func surelyBegun(in zone: ClockZone) -> CivilDay {
        switch form {
        case .lasted, .until, .onOrBefore: last.firstDay(in: zone)
        case .single, .between, .onOrAfter, .ongoing: first.firstDay(in: zone)
        }
    }
}
