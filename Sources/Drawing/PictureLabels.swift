/// Every word that a picture shows by itself. Whoever draws gives them; none are built in.
///
/// `{}` stands for what is put in.
package struct PictureLabels: Sendable {
    /// The name of a picture's later part.
    package var continued = ""
    package var comma = ""
    package var noDates = ""
    /// The lane of what several parties did, in an event of two parties, and of more.
    package var both = ""
    package var several = ""
    /// The lane of deadlines, where they are too many to stand above the strip.
    package var deadlines = ""
    package var recordEnds = ""
    /// From January.
    package var months: [String] = []
    /// From Monday.
    package var weekdays: [String] = []
    /// Dates on an axis, with {d} day, {m} month's name, {w} weekday's name, {y} year.
    package var weekdayDay = ""
    package var weekdayDayMonth = ""
    package var dayMonth = ""
    package var dayMonthYear = ""
    package var monthYear = ""
    package var isRightToLeft = false

    package init() {}
}
