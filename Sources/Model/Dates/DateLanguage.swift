/// How one language says dates.
///
/// A class, so that the many who hold it count one reference and not one a phrase.
package final class DateLanguage: Sendable {
    package let phrases: DatePhrases

    package init(_ phrases: DatePhrases) { self.phrases = phrases }
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
    /// A time from one date to another without a preposition, for lists.
    package var span: DatePattern
    package var ongoing: DatePattern
    package var until: DatePattern

    /// The form `a..b` of two days, or two months, that follow each other, and `a/b` of two days, with `{from}` and `{to}`.
    package var oneOfTwo: DatePattern
    package var twoDays: DatePattern

    /// A year before the year 1, `{year}` counted backwards from 1; and one of fewer than four digits.
    package var yearBeforeOne: DatePattern
    package var shortYear: DatePattern

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
    /// What clocks of a place show, for `{place}` above: "New York time".
    package var placeTime: DatePattern
    /// A clock time in UTC.
    package var timeInUTC: DatePattern
    /// A clock time of twelve hours, before and after noon: "5:01 pm".
    package var beforeNoon: DatePattern
    package var afterNoon: DatePattern

    package init(
        months: [String], shortMonths: [String], weekdays: [String], day: DatePattern, dayWithoutYear: DatePattern,
        month: DatePattern, someDay: DatePattern, someMonth: DatePattern, approximate: DatePattern,
        uncertain: DatePattern, approximateAndUncertain: DatePattern, between: DatePattern, onOrBefore: DatePattern,
        onOrAfter: DatePattern, lasted: DatePattern, span: DatePattern, ongoing: DatePattern, until: DatePattern,
        oneOfTwo: DatePattern, twoDays: DatePattern, yearBeforeOne: DatePattern,
        shortYear: DatePattern,
        daysOfOneMonth: (from: DatePattern, to: DatePattern),
        daysOfOneMonthWithoutYear: (from: DatePattern, to: DatePattern), monthOfOneYear: DatePattern,
        clock: DatePattern, timeInPlace: DatePattern, timeInPlaceAndUTC: DatePattern, placeTime: DatePattern,
        timeInUTC: DatePattern,
        beforeNoon: DatePattern, afterNoon: DatePattern
    ) {
        self.months = months
        self.shortMonths = shortMonths
        self.weekdays = weekdays
        self.day = day
        self.dayWithoutYear = dayWithoutYear
        self.month = month
        self.someDay = someDay
        self.someMonth = someMonth
        self.approximate = approximate
        self.uncertain = uncertain
        self.approximateAndUncertain = approximateAndUncertain
        self.between = between
        self.onOrBefore = onOrBefore
        self.onOrAfter = onOrAfter
        self.lasted = lasted
        self.span = span
        self.ongoing = ongoing
        self.until = until
        self.oneOfTwo = oneOfTwo
        self.twoDays = twoDays
        self.yearBeforeOne = yearBeforeOne
        self.shortYear = shortYear
        self.daysOfOneMonth = daysOfOneMonth
        self.daysOfOneMonthWithoutYear = daysOfOneMonthWithoutYear
        self.monthOfOneYear = monthOfOneYear
        self.clock = clock
        self.timeInPlace = timeInPlace
        self.timeInPlaceAndUTC = timeInPlaceAndUTC
        self.placeTime = placeTime
        self.timeInUTC = timeInUTC
        self.beforeNoon = beforeNoon
        self.afterNoon = afterNoon
    }
}
