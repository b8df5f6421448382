import Bytes

extension EventDate {
    /// Reads a date as EDTF writes it; what is accepted stands at the type.
    ///
    /// An invalid date is parsed a second time to find out what is wrong.
    package static func parse(_ text: String) -> Result<EventDate, EventDateFault> {
        let bytes = Array(text.utf8)
        return DateCursor(bytes).date().map(Result.success) ?? .failure(EventDateFault.find(in: bytes))
    }

    /// The date that a text is, nil where it is none: for tests and for texts that were checked before.
    package init?(_ text: String) {
        guard let date = DateCursor(Array(text.utf8)).date() else { return nil }
        self = date
    }

    /// Reads a date that YAML made a list of, because its square brackets were not quoted: `[2026-02-23..2026-02-25]`.
    ///
    /// A fault's range lies inside the item that `EventDateFault.item` counts.
    package static func parse(_ texts: [String]) -> Result<EventDate, EventDateFault> {
        switch texts.count {
        case 1: return parse(texts[0])
        case 0: return .failure(EventDateFault("the date is empty", at: 0..<0))
        default: return .failure(EventDateFault.listOfDates(texts))
        }
    }
}

/// Reads one date from its bytes, from left to right; nil as soon as something is not as it must be.
struct DateCursor {
    private let bytes: [UInt8]
    private var at: Int
    private let end: Int

    init(_ bytes: [UInt8]) {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        self.bytes = bytes
        self.at = start
        self.end = end
    }

    private init(_ bytes: [UInt8], _ at: Int, _ end: Int) {
        self.bytes = bytes
        self.at = at
        self.end = end
    }

    /// The whole text as one date.
    consuming func date() -> EventDate? {
        guard at < end else { return nil }
        if bytes[at] == UInt8(ascii: "[") || bytes[at] == UInt8(ascii: "{") {
            let isLasting = bytes[at] == UInt8(ascii: "{")
            guard bytes[end - 1] == (isLasting ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return nil }
            return DateCursor(bytes, at + 1, end - 1).dotted(lasting: isLasting)
        }
        return dotted(lasting: false)
    }

    /// A point, a pair joined by `..` or, outside brackets, a pair joined by `/`.
    private consuming func dotted(lasting: Bool) -> EventDate? {
        if take("..") {
            let slashed = take("/")
            guard let last = point(), at == end else { return nil }
            return EventDate(lasting || slashed ? .until : .onOrBefore, last, last)
        }
        guard let first = point() else { return nil }
        if at == end { return EventDate(.single, first, first) }
        if take("..") {
            if at == end { return EventDate(lasting ? .ongoing : .onOrAfter, first, first) }
            return pair(lasting ? .lasted : .between, first)
        }
        guard !lasting, take("/") else { return nil }
        if take("..") { return at == end ? EventDate(.ongoing, first, first) : nil }
        return pair(.lasted, first)
    }

    private consuming func pair(_ form: EventDate.Form, _ first: DatePoint) -> EventDate? {
        guard let last = point(), at == end else { return nil }
        if first == last { return EventDate(.single, first, first) }
        guard DateCursor.areInOrder(first, last) else { return nil }
        return EventDate(form, first, last)
    }

    /// Whether a pair does not end before it starts, whatever the zone of its days.
    static func areInOrder(_ first: DatePoint, _ last: DatePoint) -> Bool {
        first.hasClock && last.hasClock ? first.instant <= last.instant : first.firstDay <= last.lastDay
    }

    /// A year, month, day or clock time with its marks.
    mutating func point() -> DatePoint? {
        let isBeforeYearZero = take("-")
        guard let count = digits(4), !isBeforeYearZero || count > 0 else { return nil }
        let year = isBeforeYearZero ? -count : count
        guard take("-") else { return marked(CivilDay(year: year, month: 1, day: 1), .year) }
        if take("XX") {
            let precision: DatePoint.Precision = take("-XX") ? .someDayOfYear : .someMonth
            return marked(CivilDay(year: year, month: 1, day: 1), precision)
        }
        guard let month = digits(2), 1...12 ~= month else { return nil }
        guard take("-") else { return marked(CivilDay(year: year, month: month, day: 1), .month) }
        if take("XX") { return marked(CivilDay(year: year, month: month, day: 1), .someDay) }
        guard let day = digits(2), day >= 1, day <= CivilDay.length(ofMonth: month, in: year) else { return nil }
        let civil = CivilDay(year: year, month: month, day: day)
        guard take("T") else { return marked(civil, .day) }
        return clocked(civil)
    }

    private mutating func clocked(_ day: CivilDay) -> DatePoint? {
        guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else { return nil }
        var second: Int?
        if take(":") {
            second = digits(2)
            guard let second, second < 60 else { return nil }
        }
        guard let offset = offset() else { return nil }
        return marked(
            day, second == nil ? .minute : .second, clock: hour * 3_600 + minute * 60 + (second ?? 0), offset: offset)
    }

    /// `Z` or hours and minutes ahead of UTC, in minutes.
    private mutating func offset() -> Int? {
        if take("Z") { return 0 }
        let isBehind = take("-")
        guard isBehind || take("+"), let hours = digits(2), take(":"), let minutes = digits(2), minutes < 60 else {
            return nil
        }
        let offset = hours * 60 + minutes
        return offset <= 14 * 60 ? (isBehind ? -offset : offset) : nil
    }

    private mutating func marked(
        _ day: CivilDay, _ precision: DatePoint.Precision, clock: Int = 0, offset: Int = 0
    ) -> DatePoint {
        // The raw values of `DatePoint.Doubt`: literals of option sets take as long as all the rest.
        let doubt: UInt8 = take("~") ? 1 : take("?") ? 2 : take("%") ? 3 : 0
        return DatePoint(
            firstDay: day, clock: Int32(clock), offset: Int16(offset), precision: precision,
            doubt: DatePoint.Doubt(rawValue: doubt))
    }

    @inline(__always)
    private mutating func take(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard end - at >= count else { return false }
        for index in 0..<count where bytes[at + index] != expected.utf8Start[index] { return false }
        at += count
        return true
    }

    @inline(__always)
    private mutating func digits(_ count: Int) -> Int? {
        guard end - at >= count else { return nil }
        var value = 0
        for index in at..<at + count {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        at += count
        return value
    }
}
