import Bytes
import Bytes
import Diagnostics

extension EventDate {
    /// The date in words: "between 23 and 25 February 2026"; a clock time as clocks in the zone show it.
    package func words(
        in zone: ClockZone, style: DateStyle = .full, language: DateLanguage
    ) -> String {
        DateWriter(zone: zone, style: style, language: language).words(for: self)
    }

    /// A clock time as clocks in the zone show it, without its day: "17:01 New York time"; nil if it is no single moment
    /// with one.
    package func clockTime(in zone: ClockZone, language: DateLanguage) -> String? {
        guard let clock = clockWords(in: zone) else { return nil }
        let phrases = language.phrases
        return zone.isUTC
            ? phrases.timeInUTC.filled(time: clock.utcTime)
            : phrases.timeInPlace.filled(time: clock.time, place: clock.placeWords(in: language))
    }

    /// The same words with each end that they name passed through a function, for `<time>` elements round them.
    ///
    /// - Parameter mark: gets an end's words and the end itself; nothing else of the words passes through it.
    package func words(
        in zone: ClockZone, style: DateStyle = .full, language: DateLanguage,
        marking mark: @escaping (String, EventDate) -> String
    ) -> String {
        DateWriter(zone: zone, style: style, language: language, mark: mark).words(for: self)
    }
}

/// Writes dates in one language, zone and style.
struct DateWriter {
    let zone: ClockZone
    let style: DateStyle
    let language: DateLanguage
    private var phrases: DatePhrases { _read { yield language.phrases } }
    var mark: ((String, EventDate) -> String)?

    private func marked(_ words: String, _ end: EventDate) -> String { mark?(words, end) ?? words }

    func words(for date: EventDate) -> String {
        var pattern: DatePattern
        switch date.form {
        case .single: return marked(point(date.first), date)
        case .between: pattern = phrases.between
        case .lasted: pattern = style.isSpan ? phrases.span : phrases.lasted
        case .onOrBefore: pattern = phrases.onOrBefore
        case .onOrAfter: pattern = phrases.onOrAfter
        case .ongoing: pattern = phrases.ongoing
        case .until: pattern = phrases.until
        }
        guard date.form == .between || date.form == .lasted else {
            return pattern.filled(
                from: marked(point(date.first), date.firstNamed), to: marked(point(date.last), date.lastNamed))
        }
        if let times = clocksOfOneDay(date, pattern) { return marked(times, date) }
        let ends = ends(date.first, date.last)
        if ends.from == ends.to { return marked(ends.from, date) }
        if areNeighbours(date.first, date.last) {
            pattern = date.form == .between ? phrases.oneOfTwo : phrases.twoDays
        } else if date.form == .between, areNeighbouringMonths(date.first, date.last) {
            pattern = phrases.oneOfTwo
        }
        return pattern.filled(from: marked(ends.from, date.firstNamed), to: marked(ends.to, date.lastNamed))
    }

    /// The words of both ends, without what they share.
    private func ends(_ first: DatePoint, _ last: DatePoint) -> (from: String, to: String) {
        let (from, to) = (first.firstDay(in: zone).parts, last.firstDay(in: zone).parts)
        let plain =
            first.doubt.isEmpty && last.doubt.isEmpty && !(style.showsClock && (first.hasClock || last.hasClock))
        guard from.year == to.year else {
            let writer = DateWriter(zone: zone, style: style.withYear, language: language)
            return (writer.point(first), writer.point(last))
        }
        guard plain else { return (point(first), point(last)) }
        let areDays = isDay(first) && isDay(last)
        if areDays, from.month == to.month, from.day != to.day {
            let patterns = style.showsYear ? phrases.daysOfOneMonth : phrases.daysOfOneMonthWithoutYear
            return (calendar(patterns.from, first), calendar(patterns.to, last))
        }
        if areDays { return (calendar(phrases.dayWithoutYear, first), point(last)) }
        if first.precision == .month, last.precision == .month {
            return (calendar(phrases.monthOfOneYear, first), point(last))
        }
        return (point(first), point(last))
    }

    /// Whether two days, known exactly, follow each other: "24 or 25 July" says all that "between" does.
    private func areNeighbours(_ first: DatePoint, _ last: DatePoint) -> Bool {
        first.precision == .day && last.precision == .day && first.doubt.isEmpty && last.doubt.isEmpty
            && first.firstDay.number + 1 == last.firstDay.number
    }

    private func areNeighbouringMonths(_ first: DatePoint, _ last: DatePoint) -> Bool {
        first.precision == .month && last.precision == .month && first.doubt.isEmpty && last.doubt.isEmpty
            && first.lastDay.number + 1 == last.firstDay.number
    }

    private func isDay(_ point: DatePoint) -> Bool { point.precision == .day || point.hasClock }

    /// "27 February 2026, between 17:00 and 18:00 New York time (22:00 and 23:00 UTC)"; nil where that is not so.
    private func clocksOfOneDay(_ date: EventDate, _ pattern: DatePattern) -> String? {
        guard style.showsClock, date.first.hasClock, date.last.hasClock, date.doubt.isEmpty else { return nil }
        let (from, to) = (date.first, date.last)
        let day = from.firstDay(in: zone)
        guard day == to.firstDay(in: zone) else { return nil }
        let clocks = (ClockWords(from, in: zone), ClockWords(to, in: zone))
        let utcIsOneDay = ClockZone.utc.day(at: from.instant) == day && ClockZone.utc.day(at: to.instant) == day
        guard zone.isUTC || !style.showsUTC || utcIsOneDay else { return nil }
        var last = ByteBuffer()
        timePattern.fill(&last) { gap, text in
            switch gap {
            case .time: text.append(clocks.1.time)
            case .place: text.append(clocks.1.placeWords(in: language))
            case .utc: text.append(pattern.filled(from: clocks.0.utcTime, to: clocks.1.utcTime))
            default: break
            }
        }
        return phrases.clock.filled(
            date: calendar(dayPattern, from), time: pattern.filled(from: clocks.0.time, to: last.string))
    }

    /// One point with its doubt.
    func point(_ point: DatePoint) -> String {
        let exact = exact(point)
        // The raw values of `DatePoint.Doubt`.
        switch point.doubt.rawValue {
        case 0: return exact
        case 1: return phrases.approximate.filled(date: exact)
        case 2: return phrases.uncertain.filled(date: exact)
        default: return phrases.approximateAndUncertain.filled(date: exact)
        }
    }

    private func exact(_ point: DatePoint) -> String {
        switch point.precision {
        case .year: return calendar(Self.year, point)
        case .someMonth: return calendar(phrases.someMonth, point)
        case .someDayOfYear: return phrases.someDay.filled(date: calendar(Self.year, point))
        case .month: return calendar(monthPattern, point)
        case .someDay: return phrases.someDay.filled(date: calendar(monthPattern, point))
        case .day: return calendar(dayPattern, point)
        case .minute, .second:
            let day = calendar(dayPattern, point)
            return style.showsClock ? phrases.clock.filled(date: day, time: time(point)) : day
        }
    }

    private static let year: DatePattern = "{year}"
    private var dayPattern: DatePattern { style.showsYear ? phrases.day : phrases.dayWithoutYear }
    private var monthPattern: DatePattern { style.showsYear ? phrases.month : phrases.monthOfOneYear }

    private var timePattern: DatePattern {
        zone.isUTC ? phrases.timeInUTC : style.showsUTC ? phrases.timeInPlaceAndUTC : phrases.timeInPlace
    }

    private func time(_ point: DatePoint) -> String {
        let clock = ClockWords(point, in: zone)
        var text = ByteBuffer()
        timePattern.fill(&text) { gap, text in
            switch gap {
            case .time: text.append(clock.time)
            case .place: text.append(clock.placeWords(in: language))
            case .utc:
                let day = ClockZone.utc.day(at: point.instant)
                if day != zone.day(at: point.instant) {
                    let date = calendar(phrases.dayWithoutYear, DatePoint(day))
                    text.append(phrases.clock.filled(date: date, time: clock.utcTime))
                } else {
                    text.append(clock.utcTime)
                }
            default: break
            }
        }
        return text.string
    }

    /// A calendar date in a phrase; a clock time's day is the zone's.
    private func calendar(_ pattern: DatePattern, _ point: DatePoint) -> String {
        let day = point.firstDay(in: zone)
        let (year, month, dayOfMonth) = day.parts
        var text = ByteBuffer()
        pattern.fill(&text) { gap, text in
            switch gap {
            case .weekday: text.append(phrases.weekdays[day.weekday])
            case .day: text.append(number: dayOfMonth)
            case .month: text.append((style.isShort ? phrases.shortMonths : phrases.months)[month - 1])
            case .year: phrases.append(year: year, to: &text)
            default: break
            }
        }
        return text.string
    }
}

extension DatePhrases {
    /// A year as readers count: the year before the year 1 is 1 BC. "14" alone would be read as 2014.
    fileprivate func append(year: Int, to text: inout ByteBuffer) {
        guard year < 1000 else { return text.append(number: year) }
        let pattern = year < 1 ? yearBeforeOne : shortYear
        pattern.fill(&text) { gap, text in
            if case .year = gap { text.append(number: year < 1 ? 1 - year : year) }
        }
    }

    /// "2026", "44 BC"
    package func year(_ year: Int) -> String {
        var text = ByteBuffer()
        append(year: year, to: &text)
        return text.string
    }
}

extension DateStyle {
    var withYear: DateStyle {
        var style = self
        style.showsYear = true
        return style
    }
}

extension DatePoint {
    /// A whole day.
    init(_ day: CivilDay) { self.init(firstDay: day, clock: 0, offset: 0, precision: .day, doubt: []) }
}
