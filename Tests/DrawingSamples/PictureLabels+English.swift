import Drawing

extension PictureLabels {
    /// English labels, with which the samples are drawn.
    static let english: PictureLabels = {
        var labels = PictureLabels()
        labels.continued = "{} (continued)"
        labels.comma = ", "
        labels.noDates = "Nothing dated yet"
        labels.both = "Both"
        labels.several = "Several"
        labels.deadlines = "Deadlines"
        labels.recordEnds = "The record ends here: {}"
        labels.months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        labels.weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        labels.weekdayDay = "{w} {d}"
        labels.weekdayDayMonth = "{w} {d} {m}"
        labels.dayMonth = "{d} {m}"
        labels.dayMonthYear = "{d} {m} {y}"
        labels.monthYear = "{m} {y}"
        return labels
    }()
}
