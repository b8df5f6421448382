import Bytes

/// The ticks of the chart's axis: hours, days, months or quarters, and under them days, months or years.
struct ChartTicks {
    struct Label {
        let words: WrappedText
        let x: Double

        var end: Double { x + words.width }
    }

    private(set) var places: [Double] = []
    private(set) var labels: [Label] = []
    /// The larger unit.
    private(set) var headings: [Label] = []

    private static let distance = 58.0
    private let scale: ChartScale
    private let words: PictureLabels

    init(_ scale: ChartScale, words: PictureLabels) {
        self.scale = scale
        self.words = words
        let days = (scale.part.until - scale.part.from + CivilDay.seconds - 1) / CivilDay.seconds
        switch days {
        case ...3: addHours()
        case ...92: addDays(days)
        case ...762: addMonths(every: 1, days)
        default: addMonths(every: 3, days)
        }
        if labels.isEmpty, headings.isEmpty { addStart() }
    }

    private func date(_ second: Int) -> CivilDay { CivilDay(second.flooredQuotient(by: CivilDay.seconds)) }

    /// The first of the steps whose labels stand far enough apart.
    private func step(_ steps: [Int], width: Double) -> Int {
        steps.first { Double($0) * width >= Self.distance } ?? steps[steps.count - 1]
    }

    /// Whether a text at a place stays in the plot, clear of the last one and of the line at the record's end.
    private func isFree(_ label: Label, after last: Label?) -> Bool {
        if let last, label.x < last.end + 8 { return false }
        if let end = scale.end, label.x - 4 < end, label.end + 4 > end { return false }
        return label.end <= ChartScale.right - 2
    }

    private mutating func add(_ text: String, at place: Double) {
        let label = Label(words: WrappedText(text, .chartDate, measure: .infinity), x: place + 3)
        if isFree(label, after: labels.last) { labels.append(label) }
    }

    private mutating func addHeading(_ text: String, at place: Double) {
        let label = Label(words: WrappedText(text, .chartStrong, measure: .infinity), x: place + 3)
        if isFree(label, after: headings.last) { headings.append(label) }
    }

    private mutating func addHours() {
        let seconds = scale.part.until - scale.part.from
        let width = (ChartScale.right - ChartScale.left) / Double(seconds) * 3600
        let fine = seconds <= CivilDay.seconds ? 1 : 6
        let step = step([1, 2, 3, 6, 12, 24].filter { $0 >= fine }, width: width)
        var second = scale.part.from.dividedUp(by: 3600) * 3600
        var lastDay: CivilDay?
        while second <= scale.part.until {
            let day = date(second)
            let hour = second.flooredQuotient(by: 3600) - Int(day.number) * 24
            if hour % fine == 0 {
                let place = scale.exactPlace(second)
                places.append(place)
                if hour % step == 0 { add((hour < 10 ? "0" : "") + "\(hour):00", at: place) }
                if day != lastDay { addHeading(words.date(words.dayMonthYear, day), at: place) }
                lastDay = day
            }
            second += 3600
        }
    }

    private mutating func addDays(_ days: Int) {
        let step = step([1, 2, 7, 14], width: (ChartScale.right - ChartScale.left) / Double(days))
        let first = date(scale.part.from)
        for offset in 0...days {
            let day = CivilDay(Int(first.number) + offset)
            let second = Int(day.number) * CivilDay.seconds
            guard second < scale.part.until else { break }
            let place = scale.exactPlace(second)
            places.append(place)
            if offset % step == 0 { add("\(day.day)", at: place) }
            if offset == 0 || day.day == 1 { addHeading(words.date(words.monthYear, day), at: place) }
        }
    }

    private mutating func addMonths(every fine: Int, _ days: Int) {
        let width = (ChartScale.right - ChartScale.left) / Double(days) * 30.4
        let step = step([1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200].filter { $0 >= fine }, width: width)
        let first = date(scale.part.from)
        var month = (first.year * 12 + first.month - 1 + (first.day > 1 ? 1 : 0)).dividedUp(by: fine) * fine
        var lastYear: Int?
        // Years of a very long time have no ticks of their own.
        let unit = step > 60 ? step : fine
        month = month.dividedUp(by: unit) * unit
        while true {
            let day = CivilDay(CivilDay.first(ofMonth: month + 1, year: 0))
            let second = Int(day.number) * CivilDay.seconds
            guard second < scale.part.until, places.count < 2000 else { break }
            let place = scale.exactPlace(second)
            places.append(place)
            if month.flooredQuotient(by: step) * step == month {
                if step < 12 { add(words.months.count == 12 ? words.months[day.month - 1] : "\(day.month)", at: place) }
                if step >= 12 || day.year != lastYear { addHeading("\(day.year)", at: place) }
                lastYear = day.year
            }
            month += unit
        }
    }

    /// A time too short for a tick says on which day it is.
    private mutating func addStart() {
        addHeading(words.date(words.dayMonthYear, date(scale.part.from)), at: ChartScale.left)
    }
}
