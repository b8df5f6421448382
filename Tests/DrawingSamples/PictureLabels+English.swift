import Drawing

extension PictureLabels {
    /// English labels, with which the samples are drawn.
    static let english: PictureLabels = {
        var labels = PictureLabels()
        labels.deadlines = "Deadlines"
        labels.more = "{} more"
        labels.months = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
        labels.dayMonthYear = "{d} {m} {y}"
        labels.monthYear = "{m} {y}"
        return labels
    }()
}
