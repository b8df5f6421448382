import Drawing
import Presenting

extension PictureLabels {
    /// The words of a language, with `{}` as the gap of a label.
    init(_ words: Words, isRightToLeft: Bool) {
        self.init()
        deadlines = words[.deadlines]
        more = words(.more, ["number": "{}"])
        months = words.axis.months
        dayMonthYear = words.axis.dayMonthYear
        monthYear = words.axis.monthYear
        self.isRightToLeft = isRightToLeft
    }
}
