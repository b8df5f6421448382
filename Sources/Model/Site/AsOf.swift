import Diagnostics
import Reading

/// `--as-of`: what an entry that is published says of later days is taken back.
extension Event {
    mutating func forgetWhatCameAfter(_ asOf: EventDate, zone: ClockZone) {
        head = head.forgettingWhatCameAfter(asOf, zone: zone)
        if let date = ended, date.value.earliest(in: zone) > asOf.latest(in: zone) { ended = nil }
        entries.forgetWhatCameAfter(asOf, zone: zone)
    }
}

extension Entries {
    mutating func forgetWhatCameAfter(_ asOf: EventDate, zone: ClockZone) {
        var memory = Memory(asOf: asOf, zone: zone)
        resolve(by: &memory)
    }
}

/// Knows nothing of what came after a date.
private struct Memory: EntryResolver {
    let asOf: EventDate
    let zone: ClockZone

    func resolved<Target: Entry>(_ reference: Reference<Target>) -> Reference<Target> { reference }
    func resolved(_ reference: AnyReference) -> AnyReference { reference }

    func resolved(_ head: EntryHead) -> EntryHead {
        head.forgettingWhatCameAfter(asOf, zone: zone)
    }

    func known(_ date: Located<EventDate>?) -> Located<EventDate>? {
        date.flatMap { $0.value.earliest(in: zone) > asOf.latest(in: zone) ? nil : $0 }
    }
}

extension EntryHead {
    func forgettingWhatCameAfter(_ asOf: EventDate, zone: ClockZone) -> EntryHead {
        let limit = asOf.latest(in: zone)
        return with(
            corrections: corrections.filter { $0.date.value.earliest(in: zone) <= limit },
            updated: updated.flatMap { $0.value.earliest(in: zone) > limit ? nil : $0 })
    }
}
