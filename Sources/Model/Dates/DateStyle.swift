/// How much of a date its words say.
package struct DateStyle: Hashable, Sendable {
    /// Whether months are written short: "Feb".
    package var isShort: Bool
    /// Whether the year is said; without it, a span over two years still says both.
    package var showsYear: Bool
    /// Whether a clock time is said.
    package var showsClock: Bool
    /// Whether a clock time in a zone is said in UTC too.
    package var showsUTC: Bool
    /// Whether a time from one date to another is said without its preposition: "21 to 29 March".
    package var isSpan: Bool

    package init(
        isShort: Bool = false, showsYear: Bool = true, showsClock: Bool = true, showsUTC: Bool = true,
        isSpan: Bool = false
    ) {
        self.isSpan = isSpan
        self.isShort = isShort
        self.showsYear = showsYear
        self.showsClock = showsClock
        self.showsUTC = showsUTC
    }

    /// "27 February 2026, 17:01 New York time (22:01 UTC)"
    package static let full = DateStyle()
    /// "27 Feb 2026, 17:01 New York time"
    package static let short = DateStyle(isShort: true, showsUTC: false)
    /// "27 February, 17:01 New York time (22:01 UTC)"
    package static let withoutYear = DateStyle(showsYear: false)
    /// "27 Feb, 17:01 New York time"
    package static let shortWithoutYear = DateStyle(isShort: true, showsYear: false, showsUTC: false)
    /// "27 February 2026"
    package static let dayOnly = DateStyle(showsClock: false)
    /// "27 Feb 2026"
    package static let shortDayOnly = DateStyle(isShort: true, showsClock: false)
}
