/// Every word that a picture says by itself, so that it can be drawn in another language.
///
/// `{}` stands for what is put in.
package struct PictureLabels: Sendable {
    /// The head of an asker's group in a standoff of several.
    package var asked = "{} asked"
    /// The name of a group's later part.
    package var continued = "{} (continued)"
    package var and = "{} and {}"
    package var comma = ", "
    package var by = "By {}"
    package var orElse = "Or else: {}"
    package var noAnswer = "No answer recorded"
    package var noDemands = "No demand recorded"
    package var noDates = "Nothing dated yet"
    /// The first column's head of an answer sheet.
    package var demand = "Demand"
    /// The lane of what several parties did, in an event of two parties, and of more.
    package var both = "Both"
    package var several = "Several"
    /// The lane of deadlines, where they are too many to stand above the strip.
    package var deadlines = "Deadlines"
    package var recordEnds = "The record ends here: {}"
    /// From January.
    package var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    /// From Monday.
    package var weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    /// Dates on an axis, with {d} day, {m} month's name, {w} weekday's name, {y} year.
    package var weekdayDay = "{w} {d}"
    package var weekdayDayMonth = "{w} {d} {m}"
    package var dayMonth = "{d} {m}"
    package var dayMonthYear = "{d} {m} {y}"
    package var monthYear = "{m} {y}"
    package var isRightToLeft = false

    package init() {}

    package static let english = PictureLabels()
}
