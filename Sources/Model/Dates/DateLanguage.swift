/// How one language says dates. English is built in; others are further phrases.
///
/// A class, so that the many who hold it count one reference and not one a phrase.
package final class DateLanguage: Sendable {
    package let phrases: DatePhrases

    package init(_ phrases: DatePhrases) { self.phrases = phrases }

    package static let english = DateLanguage(.english)
}

/// The names and phrases with which a language says dates.
package struct DatePhrases: Sendable {
    /// January to December.
    package var months: [String]
    /// The same, short.
    package var shortMonths: [String]
    /// Monday to Sunday.
    package var weekdays: [String]

    package var day: DatePattern
    package var dayWithoutYear: DatePattern
    package var month: DatePattern
    /// `2026-02-XX` and `2026-XX-XX`.
    package var someDay: DatePattern
    /// `2026-XX`
    package var someMonth: DatePattern

    /// `~`, `?`, `%`
    package var approximate: DatePattern
    package var uncertain: DatePattern
    package var approximateAndUncertain: DatePattern

    /// The forms `a..b`, `..b`, `a..`, `a/b`, `a/..`, `../b`, with `{from}` and `{to}`.
    package var between: DatePattern
    package var onOrBefore: DatePattern
    package var onOrAfter: DatePattern
    package var lasted: DatePattern
    package var ongoing: DatePattern
    package var until: DatePattern

    /// What the two ends of a span say where both are days of one month: "23" and "25 February 2026".
    package var daysOfOneMonth: (from: DatePattern, to: DatePattern)
    package var daysOfOneMonthWithoutYear: (from: DatePattern, to: DatePattern)
    /// What the first end says where both are days, or both months, of one year.
    package var monthOfOneYear: DatePattern

    /// A date with its clock time, `{date}` and `{time}`.
    package var clock: DatePattern
    /// A clock time in a zone with a place, and what it is in UTC.
    package var timeInPlace: DatePattern
    package var timeInPlaceAndUTC: DatePattern
    /// A clock time in UTC.
    package var timeInUTC: DatePattern
    /// A clock time of twelve hours, before and after noon: "5:01 pm".
    package var beforeNoon: DatePattern
    package var afterNoon: DatePattern

    /// British order with full words; no line breaks between a day and its month or inside "22:01 UTC".
    package static let english = DatePhrases(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        shortMonths: ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        day: "{day}\u{A0}{month} {year}",
        dayWithoutYear: "{day}\u{A0}{month}",
        month: "{month} {year}",
        someDay: "some day in {date}",
        someMonth: "some month in {year}",
        approximate: "about {date}",
        uncertain: "{date} (uncertain)",
        approximateAndUncertain: "about {date} (uncertain)",
        between: "between {from} and {to}",
        onOrBefore: "on or before {to}",
        onOrAfter: "on or after {from}",
        lasted: "from {from} to {to}",
        ongoing: "since {from}",
        until: "until {to}",
        daysOfOneMonth: ("{day}", "{day}\u{A0}{month} {year}"),
        daysOfOneMonthWithoutYear: ("{day}", "{day}\u{A0}{month}"),
        monthOfOneYear: "{month}",
        clock: "{date}, {time}",
        timeInPlace: "{time} in {place}",
        timeInPlaceAndUTC: "{time} in {place} ({utc}\u{A0}UTC)",
        timeInUTC: "{time}\u{A0}UTC",
        beforeNoon: "{time}\u{A0}am",
        afterNoon: "{time}\u{A0}pm"
    )
}
