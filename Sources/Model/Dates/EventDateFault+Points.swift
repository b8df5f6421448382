import Bytes

extension DateFaultFinder {
    /// What is wrong with one year, month, day or clock time; nil where nothing is.
    func fault(ofPoint range: Range<Int>) -> EventDateFault? {
        let range = trimmed(range)
        if point(range) != nil { return nil }
        guard !range.isEmpty else { return EventDateFault("the date is empty", at: range, hint: Self.forms) }
        var end = range.upperBound
        while end > range.lowerBound, isMark(bytes[end - 1]) { end -= 1 }
        if range.upperBound - end > 1 {
            return EventDateFault(
                "only one mark may follow a date", at: end..<range.upperBound,
                hint: "'~' is about, '?' is uncertain, '%' is both")
        }
        let body = range.lowerBound..<end
        if let first = bytes[body].first, isMark(first) {
            let mark = text(body.lowerBound..<body.lowerBound + 1)
            return EventDateFault(
                "the mark '\(mark)' stands behind the date", at: range,
                replacement: text(body.lowerBound + 1..<end) + mark)
        }
        return calendarFault(body) ?? unknown(range)
    }

    private func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "~") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "%")
    }

    /// Reads year, month and day with any number of digits and says which is not as it should be.
    private func calendarFault(_ range: Range<Int>) -> EventDateFault? {
        var scan = NumberScan(bytes, range)
        let isNegative = scan.take("-")
        guard let count = scan.number() else { return nil }
        let yearRange = range.lowerBound..<scan.at
        if !isNegative, scan.take("X") { return decade(range) }
        guard yearRange.count == (isNegative ? 5 : 4), !isNegative || count > 0 else {
            return scan.at == range.upperBound || scan.peek("-") ? yearFault(isNegative, count, yearRange) : nil
        }
        let year = isNegative ? -count : count
        guard scan.take("-") else { return nil }
        let monthStart = scan.at
        if scan.take("XX") { return nil }
        guard let month = scan.number() else { return nil }
        let monthRange = monthStart..<scan.at
        guard scan.take("-") else {
            guard scan.at == range.upperBound else { return nil }
            return digits(year, month, nil, monthStart..<scan.at, whole: range)
                ?? monthFault(year, month, nil, at: monthRange, whole: range)
        }
        let dayStart = scan.at
        if scan.take("XX") { return monthFault(year, month, nil, at: monthRange, whole: range) }
        guard let day = scan.number() else { return nil }
        let dayRange = dayStart..<scan.at
        if scan.at < range.upperBound, !isClockStart(bytes[scan.at]) {
            return partialDay(year, month, day, dayRange, whole: range)
        }
        let whole = range.lowerBound..<scan.at
        if let fault = monthFault(year, month, day, at: monthRange, whole: whole)
            ?? digits(year, month, day, monthStart..<scan.at, whole: whole)
            ?? dayFault(year, month, day, at: dayRange)
        {
            return fault
        }
        return scan.at == range.upperBound ? nil : clockFault(scan.at..<range.upperBound)
    }

    private func yearFault(_ isNegative: Bool, _ digits: Int, _ range: Range<Int>) -> EventDateFault {
        let fourDigits = "years have four digits"
        guard isNegative else { return EventDateFault(fourDigits, at: range, hint: Self.forms) }
        if digits == 0 {
            return EventDateFault("the year 0 has no sign", at: range, hint: "'0000' is 1 BC, '-0001' is 2 BC")
        }
        return EventDateFault(fourDigits, at: range, hint: "'0000' is 1 BC, '-0043' is 44 BC")
    }

    private func isClockStart(_ byte: UInt8) -> Bool { "Tt _".utf8.contains(byte) }

    /// `2026-02-2X`: some day of a few. Which one is not known, so the span is only said.
    private func partialDay(
        _ year: Int, _ month: Int, _ tens: Int, _ digits: Range<Int>, whole: Range<Int>
    ) -> EventDateFault? {
        guard digits.count == 1, text(digits.upperBound..<whole.upperBound) == "X", 1...12 ~= month else { return nil }
        let last = min(tens * 10 + 9, CivilDay.length(ofMonth: month, in: year))
        guard tens * 10 <= last else { return nil }
        let span = Self.iso(year, month, max(1, tens * 10)) + ".." + Self.iso(year, month, last)
        return EventDateFault(
            "a day has to be whole; some day of several is written as a span", at: whole, hint: "write '\(span)'")
    }

    /// `202X`, `20XX`: a span says the same and reads plainly.
    private func decade(_ range: Range<Int>) -> EventDateFault? {
        let digits = bytes[range].prefix { $0 != UInt8(ascii: "X") }
        guard range.count == 4, bytes[range].dropFirst(digits.count).allSatisfy({ $0 == UInt8(ascii: "X") }) else {
            return nil
        }
        let known = String(decoding: digits, as: UTF8.self)
        let missing = 4 - digits.count
        let (from, to) = (String(repeating: "0", count: missing), String(repeating: "9", count: missing))
        return EventDateFault(
            "a year has to be whole; a decade or century is written as a span", at: range,
            replacement: "\(known)\(from)..\(known)\(to)")
    }

    private func digits(
        _ year: Int, _ month: Int, _ day: Int?, _ range: Range<Int>, whole: Range<Int>
    ) -> EventDateFault? {
        let wanted = day == nil ? 2 : 5
        let parts = bytes[range].split(separator: UInt8(ascii: "-"))
        // Three digits may count the days of a year.
        guard range.count != wanted, 1...12 ~= month, parts.allSatisfy({ $0.count <= 2 }) else { return nil }
        return EventDateFault(
            "months and days need two digits", at: whole, replacement: Self.iso(year, month, day))
    }

    private func monthFault(
        _ year: Int, _ month: Int, _ day: Int?, at range: Range<Int>, whole: Range<Int>
    ) -> EventDateFault? {
        if 1...12 ~= month { return nil }
        if day == nil, 21...24 ~= month {
            return EventDateFault(
                "seasons are not read, since they differ between north and south", at: range,
                hint: "write the months, such as '\(Self.iso(year, 3, nil))..\(Self.iso(year, 5, nil))'")
        }
        if let day, 1...12 ~= day, month > 0, month <= CivilDay.length(ofMonth: day, in: year) {
            return EventDateFault(
                "no such date: there is no month \(month)", at: whole,
                hint: "months run from 01 to 12; the month stands before the day, "
                    + "so write '\(Self.iso(year, day, month))' if that is meant")
        }
        return EventDateFault("no such date: there is no month \(month)", at: range, hint: "months run from 01 to 12")
    }

    private func dayFault(_ year: Int, _ month: Int, _ day: Int, at range: Range<Int>) -> EventDateFault? {
        let length = CivilDay.length(ofMonth: month, in: year)
        if 1...length ~= day { return nil }
        let name = EnglishNames.months[month - 1]
        if day == 0 {
            return EventDateFault("no such date: days run from 01", at: range)
        }
        return EventDateFault("no such date: \(name) \(year) has \(length) days", at: range)
    }

    /// A date as EDTF writes it.
    static func iso(_ year: Int, _ month: Int, _ day: Int?) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(abs(number))
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + (day.map { "-" + padded($0, 2) } ?? "")
    }
}

/// Reads numbers and fixed texts from bytes, for looking at what was refused.
struct NumberScan {
    private let bytes: [UInt8]
    private(set) var at: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        at = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { at == end }

    /// A run of at most nine digits.
    mutating func number() -> Int? {
        var value = 0
        let start = at
        while at < end, at - start < 9, bytes[at] &- 48 < 10 {
            value = value * 10 + Int(bytes[at] - 48)
            at += 1
        }
        return at == start ? nil : value
    }

    func peek(_ text: StaticString) -> Bool {
        var copy = self
        return copy.take(text)
    }

    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - at >= count else { return false }
        for index in 0..<count where bytes[at + index] != text.utf8Start[index] { return false }
        at += count
        return true
    }
}
