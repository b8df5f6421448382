import Bytes

/// The ticks and labels of a time scale: hours, days, weeks, months or years, whatever stands clear of each other.
struct AxisTicks {
    struct Tick {
        let place: Double
        let label: WrappedText?
    }

    private(set) var ticks: [Tick] = []
    private let scale: TimeScale
    private let labels: PictureLabels
    /// Where the last label ends.
    private var reached = -Double.infinity
    private var lastYear: Int?
    private let spansYears: Bool
    /// Where labels of the segment must end.
    private var limit = 960.0

    private static let style = TextStyle.meta.onLines

    init(_ scale: TimeScale, labels: PictureLabels) {
        self.scale = scale
        self.labels = labels
        let years = [scale.from, scale.until - 1].map { CivilDay($0.flooredQuotient(by: CivilDay.seconds)).year }
        spansYears = years[0] != years[1]
        for (index, segment) in scale.segments.enumerated() {
            limit = index + 1 < scale.segments.count ? scale.segments[index + 1].start : 960
            let count = ticks.count
            if scale.segments.count > 1 { addStart(of: segment) }
            if scale.isHourly || scale.dayWidth >= 300 {
                addHours(segment)
            } else if scale.keptDays <= 41 {
                addDays(segment)
            } else {
                addMonths(segment)
            }
            if ticks.count == count { addStart(of: segment) }
        }
    }

    /// Adds a tick, with the first of the texts that stands clear of the last label and ends before the limit.
    private mutating func add(_ place: Double, _ texts: [String]) {
        if let last = ticks.last, last.place >= place - 0.1 { return }
        for text in texts {
            let label = WrappedText(text, Self.style, measure: .infinity)
            let end = place + 6 + label.width
            if place >= reached + 6, end <= limit {
                reached = end
                return ticks.append(Tick(place: place, label: label))
            }
        }
        ticks.append(Tick(place: place, label: nil))
    }

    /// Hours, and below three hours minutes; midnight says its day.
    private mutating func addHours(_ segment: TimeScale.Segment) {
        let minuteWidth = scale.dayWidth / 1440
        let minutes = [5, 10, 15, 30, 60, 120, 180, 360, 720].first { Double($0) * minuteWidth >= 64 } ?? 1440
        var time = segment.from.dividedUp(by: minutes * 60) * minutes * 60
        var isFirst = true
        while time < segment.until {
            let day = time.flooredQuotient(by: CivilDay.seconds)
            let minute = (time - day * CivilDay.seconds) / 60
            let clock = (minute < 600 ? "0" : "") + "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
            let civil = CivilDay(day)
            if minute == 0 {
                add(
                    scale.place(time),
                    [labels.date(labels.weekdayDayMonth, civil), labels.date(labels.dayMonth, civil)])
            } else if isFirst {
                add(scale.place(time), [labels.date(labels.dayMonth, civil) + labels.comma + clock, clock])
            } else {
                add(scale.place(time), [clock])
            }
            isFirst = false
            time += minutes * 60
        }
    }

    private mutating func addDays(_ segment: TimeScale.Segment) {
        let width = scale.dayWidth
        let step = [1, 2, 7, 14].first { Double($0) * width >= 34 } ?? 14
        var day = segment.from.flooredQuotient(by: CivilDay.seconds)
        var month: Int?
        while day * CivilDay.seconds < segment.until {
            let civil = CivilDay(day)
            var texts = ["\(civil.day)"]
            if civil.month != month {
                texts = [labels.date(labels.dayMonth, civil)]
                if civil.year != lastYear, spansYears { texts.insert(labels.date(labels.dayMonthYear, civil), at: 0) }
                if width >= 62 { texts.insert(labels.date(labels.weekdayDayMonth, civil), at: 0) }
                lastYear = civil.year
            } else if width >= 62 {
                texts.insert(labels.date(labels.weekdayDay, civil), at: 0)
            }
            add(scale.place(day * CivilDay.seconds), texts)
            month = civil.month
            day += step
        }
    }

    private mutating func addMonths(_ segment: TimeScale.Segment) {
        let monthWidth = scale.dayWidth * 30
        let step = [1, 2, 3, 6, 12, 24, 60, 120, 600].first { Double($0) * monthWidth >= 48 } ?? 1200
        let first = CivilDay(segment.from.flooredQuotient(by: CivilDay.seconds))
        let fine = monthWidth >= 14 ? 1 : step
        let start = first.year * 12 + first.month - 1 + (first.day > 1 ? 1 : 0)
        var month = start.dividedUp(by: fine) * fine
        while true {
            let days = CivilDay.first(ofMonth: month + 1, year: 0)
            guard days * CivilDay.seconds < segment.until else { break }
            let civil = CivilDay(days)
            var texts: [String] = []
            if month.flooredQuotient(by: step) * step == month {
                let year = "\(civil.year)"
                let named = labels.months.count == 12 ? labels.months[civil.month - 1] : "\(civil.month)"
                if step >= 12 || step == 6 && civil.month == 1 {
                    texts = [year]
                } else if civil.year != lastYear {
                    texts = [labels.date(labels.monthYear, civil), civil.month == 1 ? year : named]
                } else {
                    texts = [named]
                }
            }
            let before = reached
            add(scale.place(days * CivilDay.seconds), texts)
            if reached != before { lastYear = civil.year }
            month += fine
        }
    }

    /// Each side of a cut says on what day it begins, and so does a span too short for a tick of its own.
    private mutating func addStart(of segment: TimeScale.Segment) {
        let civil = CivilDay(segment.from.flooredQuotient(by: CivilDay.seconds))
        var texts = [labels.date(labels.dayMonth, civil)]
        if spansYears, civil.year != lastYear {
            texts = [labels.date(labels.dayMonthYear, civil), labels.date(labels.monthYear, civil), "\(civil.year)"]
        }
        lastYear = civil.year
        add(segment.start, texts)
    }
}
