import Diagnostics
import Reading

extension Event {
    /// The phase to which an entry of a date belongs, by its place in the event's list: the one that it names; else the
    /// last one in which its earliest day lies. Nil for what lies outside all.
    package func phase(of date: EventDate, named name: String?, in zone: ClockZone) -> Int? {
        let phases = fields.phases
        if let name { return phases.firstIndex { $0.id.value == name } }
        let start = date.earliest(in: zone)
        return phases.lastIndex { phase in
            phase.from.value.earliest(in: zone) <= start
                && phase.until.map { start <= $0.value.latest(in: zone) } ?? true
        }
    }
}
