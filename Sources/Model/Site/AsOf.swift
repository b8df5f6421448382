import Diagnostics
import Reading

/// `--as-of`: what an entry that is published says of later days is taken back.
extension Event {
    mutating func forgetWhatCameAfter(_ asOf: EventDate, zone: ClockZone) {
        head.forgetWhatCameAfter(asOf, zone: zone)
        if let date = ended, date.value.earliest(in: zone) > asOf.latest(in: zone) { ended = nil }
        entries.forgetWhatCameAfter(asOf, zone: zone)
    }
}

extension Entries {
    mutating func forgetWhatCameAfter(_ asOf: EventDate, zone: ClockZone) {
        func forget<E: Entry>(_ list: inout [E]) {
            for index in list.indices { list[index].head.forgetWhatCameAfter(asOf, zone: zone) }
        }
        forget(&parties)
        forget(&people)
        forget(&demands)
        forget(&responses)
        forget(&threats)
        forget(&statements)
        forget(&moments)
        forget(&sources)
        forget(&terms)
        for index in threats.indices {
            // A threat carried out later was, on that day, a threat.
            guard let date = threats[index].stateDate, date.value.earliest(in: zone) > asOf.latest(in: zone) else {
                continue
            }
            threats[index].state = Located(.threatened, threats[index].state.range)
            threats[index].stateDate = nil
        }
        for index in demands.indices {
            guard let date = demands[index].withdrawn, date.value.earliest(in: zone) > asOf.latest(in: zone) else {
                continue
            }
            demands[index].withdrawn = nil
        }
    }
}

extension EntryHead {
    mutating func forgetWhatCameAfter(_ asOf: EventDate, zone: ClockZone) {
        let limit = asOf.latest(in: zone)
        corrections.removeAll { $0.date.value.earliest(in: zone) > limit }
        if let date = updated, date.value.earliest(in: zone) > limit { updated = nil }
    }
}
