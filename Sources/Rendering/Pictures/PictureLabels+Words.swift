import Drawing
import Presenting

extension PictureLabels {
    /// The words of a language, with `{}` as the gap of a label.
    init(_ words: Words, isRightToLeft: Bool) {
        self.init()
        let gap = "{}"
        asked = words(.askedInPicture, ["names": gap])
        continued = words(.continued, ["names": gap])
        and = gap + words[.listLast] + gap
        comma = words[.listBetween]
        by = words(.byDate, ["date": gap])
        noAnswer = words[.noAnswer]
        noDemands = words[.noDemandRecorded]
        noDates = words[.nothingDated]
        demand = words[.demand]
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
