import Bytes

extension EventDate {
    /// The seconds between which a date stands in a list, both included, counted from 1970 in UTC.
    ///
    /// Spans order by their earliest second, then by their latest; what is left equal is the caller's to order
    /// (by kind, then id). Where the early side is open (`..b`), the date that is named counts for it: "on or before
    /// 27 February" stands at 27 February, not before everything that ever was.
    package struct Span: Hashable, Sendable, Comparable {
        package let earliest: Int64
        package let latest: Int64

        package static func < (left: Self, right: Self) -> Bool {
            left.earliest != right.earliest ? left.earliest < right.earliest : left.latest < right.latest
        }
    }

    /// What `earliest` is where nothing bounds it: before every year that can be written.
    package static let distantPast: Int64 = -100_000_000_000
    /// What `latest` is where nothing bounds it: after every year that can be written.
    package static let distantFuture: Int64 = 300_000_000_000

    /// The first second it may be; days without a clock time begin when they do in the zone.
    package func earliest(in zone: ClockZone) -> Int64 {
        isOpenAtStart ? EventDate.distantPast : first.earliest(in: zone)
    }

    /// The second from which it is known to have happened, or begun: the beginning of a day, the end of what is vague.
    package func surelyBegan(in zone: ClockZone) -> Int64 {
        switch form {
        case .single, .onOrAfter, .lasted, .ongoing: first.begun(in: zone)
        case .between, .onOrBefore, .until: last.begun(in: zone)
        }
    }

    /// The last second it may be; days without a clock time end when they do in the zone.
    package func latest(in zone: ClockZone) -> Int64 {
        isOpenAtEnd ? EventDate.distantFuture : max(last.latest(in: zone), earliest(in: zone))
    }

    /// Where it stands among others.
    package func span(in zone: ClockZone) -> Span {
        Span(earliest: first.earliest(in: zone), latest: latest(in: zone))
    }

    /// The first day it may be, nil where nothing bounds it; a clock time's day is the zone's.
    package func earliestDay(in zone: ClockZone) -> CivilDay? { isOpenAtStart ? nil : first.firstDay(in: zone) }

    /// The last day it may be, nil where nothing bounds it; a clock time's day is the zone's.
    package func latestDay(in zone: ClockZone) -> CivilDay? { isOpenAtEnd ? nil : last.lastDay(in: zone) }

    /// Whether it is later in every reading of both dates: a day is not certainly after a clock time on that day.
    package func isCertainlyAfter(_ other: EventDate, in zone: ClockZone) -> Bool {
        earliest(in: zone) > other.latest(in: zone)
    }

    /// Whether it is earlier in every reading of both dates.
    package func isCertainlyBefore(_ other: EventDate, in zone: ClockZone) -> Bool {
        other.isCertainlyAfter(self, in: zone)
    }
}
