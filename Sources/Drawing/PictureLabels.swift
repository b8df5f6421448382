/// Every word that a picture shows by itself. Whoever draws gives them; none are built in.
package struct PictureLabels: Sendable {
    /// The lane of deadlines.
    package var deadlines = ""
    /// How many deadlines have no room, with `{}` in the place of the number.
    package var more = ""
    /// From January.
    package var months: [String] = []
    /// Dates on an axis, with {d} day, {m} month's name, {y} year.
    package var dayMonthYear = ""
    package var monthYear = ""
    package var isRightToLeft = false

    package init() {}
}
