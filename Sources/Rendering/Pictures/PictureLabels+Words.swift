import Drawing
import Presenting

extension PictureLabels {
    /// The words of a language, with `{}` as the gap of a label.
    init(_ words: Words, isRightToLeft: Bool) {
        self.init()
        let gap = "{}"
        continued = words(.continued, ["names": gap])
        comma = words[.listBetween]
        noDates = words[.nothingDated]
        both = words[.both]
        several = words[.several]
        deadlines = words[.deadlines]
        recordEnds = words(.recordEndsHereOn, ["date": gap])
        months = words.axis.months
        weekdays = words.axis.weekdays
        weekdayDay = words.axis.weekdayDay
        weekdayDayMonth = words.axis.weekdayDayMonth
        dayMonth = words.axis.dayMonth
        dayMonthYear = words.axis.dayMonthYear
        monthYear = words.axis.monthYear
        self.isRightToLeft = isRightToLeft
    }
}
