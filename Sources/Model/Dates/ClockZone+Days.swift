import Bytes

extension ClockZone {
    /// The day that calendars in the zone show at an instant (seconds since 1970 in UTC).
    package func day(at instant: Int64) -> CivilDay {
        CivilDay(number: Int32(truncatingIfNeeded: Int(instant + offset(at: instant)).flooredQuotient(by: 86_400)))
    }

    /// Seconds since midnight that clocks in the zone show at an instant.
    package func clock(at instant: Int64) -> Int {
        Int(instant + offset(at: instant)).flooredRemainder(by: 86_400)
    }

    /// The first second of a day; where clocks skip midnight, the first that they show on that day.
    package func start(of day: CivilDay) -> Int64 {
        let midnight = Int64(day.number) * 86_400
        if isUTC { return midnight }
        // No zone is a day away from UTC, so these are the offsets in force before and after the night in question.
        let before = offset(at: midnight - 86_400)
        let after = offset(at: midnight + 86_400)
        if before == after || offset(at: midnight - before) == before { return midnight - before }
        if offset(at: midnight - after) == after { return midnight - after }
        // Midnight was skipped: the day begins at the very second at which the offset changes.
        var (low, high) = (midnight - max(before, after), midnight - min(before, after))
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: middle) == before { low = middle } else { high = middle }
        }
        return high
    }

    /// The last second of a day.
    package func end(of day: CivilDay) -> Int64 { start(of: CivilDay(number: day.number + 1)) - 1 }
}
