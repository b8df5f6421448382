import Bytes

/// One end of a date: a year, a month, a day or a clock time, as written, with how sure the writer is of it.
package struct DatePoint: Hashable, Sendable {
    /// How exactly a point is known, and which part of it is left open (`XX`).
    package enum Precision: UInt8, Sendable {
        /// `2026`
        case year
        /// `2026-XX`: one month of the year, unknown which.
        case someMonth
        /// `2026-XX-XX`: one day of the year, unknown which.
        case someDayOfYear
        /// `2026-02`
        case month
        /// `2026-02-XX`: one day of the month, unknown which.
        case someDay
        /// `2026-02-26`
        case day
        /// `2026-02-26T17:01-05:00`
        case minute
        /// `2026-02-26T17:01:30-05:00`
        case second
    }

    /// What EDTF's marks behind a date say of it.
    package struct Doubt: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `~`: near this date.
        package static let approximate = Doubt(rawValue: 1)
        /// `?`: perhaps this date.
        package static let uncertain = Doubt(rawValue: 2)
    }

    /// The first day that the point covers, as written (for a clock time: the day where its offset holds).
    package let firstDay: CivilDay
    /// Seconds since midnight at `offset`; 0 where there is no clock time.
    package let clock: Int32
    /// What the clock is ahead of UTC, in minutes; 0 where there is no clock time.
    package let offset: Int16
    package let precision: Precision
    package let doubt: Doubt

    package var hasClock: Bool { precision == .minute || precision == .second }

    /// The last day that the point covers, as written.
    package var lastDay: CivilDay {
        switch precision {
        case .day, .minute, .second: return firstDay
        case .month, .someDay:
            let (year, month, _) = firstDay.parts
            return CivilDay(number: firstDay.number + Int32(CivilDay.length(ofMonth: month, in: year)) - 1)
        case .year, .someMonth, .someDayOfYear:
            return CivilDay(number: firstDay.number + (CivilDay.isLeap(firstDay.parts.year) ? 365 : 364))
        }
    }

    /// The moment of a clock time, in seconds since 1970 began in UTC; meaningless where there is none.
    package var instant: Int64 { Int64(firstDay.number) * 86_400 + Int64(clock) - Int64(offset) * 60 }

    /// The first moment the point covers; a day begins when it does in the zone.
    package func earliest(in zone: ClockZone) -> Int64 { hasClock ? instant : zone.start(of: firstDay) }

    /// The last second the point covers. A clock time is the moment itself, not the minute that follows.
    package func latest(in zone: ClockZone) -> Int64 { hasClock ? instant : zone.end(of: lastDay) }

    /// The second from which it has surely come: the beginning of a day, the end of a month or year.
    package func begun(in zone: ClockZone) -> Int64 {
        precision.rawValue < Precision.day.rawValue ? latest(in: zone) : earliest(in: zone)
    }

    /// The first day the point covers; a clock time's day is the zone's.
    package func firstDay(in zone: ClockZone) -> CivilDay { hasClock ? zone.day(at: instant) : firstDay }

    /// The last day the point covers; a clock time's day is the zone's.
    package func lastDay(in zone: ClockZone) -> CivilDay { hasClock ? zone.day(at: instant) : lastDay }
}
