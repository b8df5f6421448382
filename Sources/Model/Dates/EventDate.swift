import Bytes

/// When something was, is or will be, as exactly as it is known and no more: ISO 8601-2's EDTF, in part.
///
/// Read: `2026-02-26`, `2026-02`, `2026`; `0000` is the year 1 BC and `-0043` the year 44 BC; with a clock time `2026-02-26T17:01-05:00` (offset or `Z` needed, seconds
/// optional); `~` about, `?` uncertain, `%` both; `2026-02-XX`, `2026-XX`, `2026-XX-XX` for an unknown part;
/// `a/b` lasted from a to b, `a/..` still going on, `../b` until b;
/// `a..b` some time between, `..b` on or before, `a..` on or after, in EDTF's square brackets or without them.
/// EDTF's braces (`{a..b}`: *all* of the days) mean that it lasted.
///
/// Not read, because readers would not see the difference or no page needs it: seasons, decades (`202X`), years before
/// -9999 or after 9999, marks on single parts (`2026-~02-26`), sets of several dates, dates without a year.
@usableFromInline package struct EventDate: Hashable, Sendable {
    /// How the two ends belong together.
    package enum Form: UInt8, Sendable {
        /// One point: `a`.
        case single
        /// One moment, some time between two points: `a..b`.
        case between
        /// One moment, not after a point: `..b`.
        case onOrBefore
        /// One moment, not before a point: `a..`.
        case onOrAfter
        /// It lasted from one point to another: `a/b`.
        case lasted
        /// It began at a point and is still going on: `a/..`.
        case ongoing
        /// It lasted until a point, its beginning being open: `../b`.
        case until
    }

    package let form: Form
    /// The first end; where it is open, the same as `last`.
    package let first: DatePoint
    /// The last end; where it is open, the same as `first`.
    package let last: DatePoint

    init(_ form: Form, _ first: DatePoint, _ last: DatePoint) {
        self.form = form
        self.first = first
        self.last = last
    }

    /// A whole day, as exact as a day can be.
    package init(day: CivilDay) {
        let point = DatePoint(firstDay: day, clock: 0, offset: 0, precision: .day, doubt: [])
        self.init(.single, point, point)
    }

    /// Whether nothing bounds it on the early side: `..b`, `../b`.
    package var isOpenAtStart: Bool { form == .onOrBefore || form == .until }

    /// Whether nothing bounds it on the late side: `a..`, `a/..`.
    package var isOpenAtEnd: Bool { form == .onOrAfter || form == .ongoing }

    /// Whether it took time, as against one moment that may not be known exactly.
    package var isDuration: Bool { form == .lasted || form == .ongoing || form == .until }

    /// The less exact precision of the two ends.
    package var precision: DatePoint.Precision {
        first.precision.rawValue <= last.precision.rawValue ? first.precision : last.precision
    }

    /// Every doubt that is marked at either end.
    package var doubt: DatePoint.Doubt { first.doubt.union(last.doubt) }

    /// Whether either end is a clock time.
    package var hasClock: Bool { first.hasClock || last.hasClock }

    /// Whether it is one day or one clock time, without any doubt.
    package var isExact: Bool { form == .single && first.precision.rawValue >= 5 && doubt.isEmpty }

    /// The last end alone; of `a/..` and `a..` the first. A record's date is the latest of these: open ends do not count.
    package var lastNamed: EventDate { EventDate(.single, last, last) }

    /// From one date to another: the time of a phase, a role, a name.
    package init(from first: EventDate, until last: EventDate) { self.init(.lasted, first.first, last.last) }

    /// The first end alone; of `..b` and `../b` the last.
    package var firstNamed: EventDate { EventDate(.single, first, first) }
}
