/// A dated entry on the timeline strip.
package struct StripItem: Sendable {
    package let title: String
    package let link: String?
    /// The date in words, "between 23 and 26 Feb".
    package let date: String
    package let extent: Extent
    /// About, or uncertain: a bar is drawn dashed.
    package let isApproximate: Bool
    package let mark: MarkKind
    /// One party puts the entry in that party's lane; none or several put it in the lane "Both" or "Several".
    package let parties: [Int]

    package init(
        title: String, link: String? = nil, date: String, extent: Extent, isApproximate: Bool = false, mark: MarkKind,
        parties: [Int]
    ) {
        self.title = title
        self.link = link
        self.date = date
        self.extent = extent
        self.isApproximate = isApproximate
        self.mark = mark
        self.parties = parties
    }

    /// When it was, in civil time: days and seconds since 1 January 1970, 00:00, on the wall clock of the event's zone.
    package enum Extent: Sendable, Equatable {
        /// A clock time, in civil seconds.
        case point(Int)
        /// It lasted from the first to the last day, both included; the same day twice for a date of day precision.
        case days(Int, Int)
        /// It lasted from the first to the second clock time, in civil seconds.
        case lasting(Int, Int)
        /// It still goes on, from this day.
        case ongoing(Int)
        /// Some time between the two days, both included: drawn as a bracket as wide as the doubt; nil is an open end.
        case between(Int?, Int?)
    }
}

/// A deadline on the timeline strip.
package struct StripDeadline: Sendable {
    /// What it says above its diamond, "Deadline".
    package let title: String
    /// "27 February 2026, 22:01 UTC".
    package let date: String
    /// Under a band that already names the day, "22:01 UTC"; empty where the day is all there is.
    package let time: String
    /// A clock time, or the end of a day, in civil seconds as in `StripItem.Extent`.
    package let second: Int
    package let link: String?

    package init(title: String, date: String, time: String = "", second: Int, link: String? = nil) {
        self.title = title
        self.date = date
        self.time = time
        self.second = second
        self.link = link
    }
}

/// The day on which the record ends, and how that is said.
package struct RecordEnd: Sendable {
    /// "27 February 2026".
    package let date: String
    /// Civil days since 1 January 1970; the end of that day is drawn.
    package let day: Int

    package init(date: String, day: Int) {
        self.date = date
        self.day = day
    }
}
