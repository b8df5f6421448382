import Bytes

extension DateFaultFinder {
    /// Dates as people write them, `26/02/2026`, `26 Feb 2026`, `20260226`: says how to write the same here.
    func foreignSpelling(_ range: Range<Int>) -> EventDateFault? {
        let words = tokens(range)
        let marks = words.filter { if case .mark = $0 { true } else { false } }
        if words.contains(.dash) { return dashes(range) }
        if case .number(let value, 8)? = words.first, words.count == 1 {
            return spelled(range, value / 10_000, value / 100 % 100, value % 100, "a date needs hyphens")
        }
        if let fault = named(range, words) { return fault }
        guard words.count == 5, marks.count == 2, words[1] == words[3], case .mark(let mark) = words[1],
            case .number(let first, let width) = words[0], case .number(let second, _) = words[2],
            case .number(let third, let lastWidth) = words[4]
        else { return nil }
        if width == 4, mark != UInt8(ascii: "-") {
            return spelled(range, first, second, third, "a date is written with hyphens")
        }
        guard width <= 2 else { return nil }
        guard lastWidth == 4 else {
            return EventDateFault("years have four digits", at: range, hint: shortYear(first, second, third))
        }
        let message = "a date is written year first, with hyphens"
        let (dayFirst, monthFirst) = (real(third, second, first), real(third, first, second))
        switch (dayFirst, monthFirst) {
        case (let one?, let other?) where one != other:
            return EventDateFault(message, at: range, hint: "write '\(one)' or '\(other)', whichever is meant")
        case (let one?, _), (nil, let one?): return EventDateFault(message, at: range, replacement: one)
        case (nil, nil): return EventDateFault(message, at: range, hint: Self.forms)
        }
    }

    /// `6/27/15`: every date that it can be, for the writer to choose from.
    private func shortYear(_ first: Int, _ second: Int, _ third: Int) -> String {
        var dates: [String] = []
        for date in [
            real(2000 + third, first, second), real(2000 + third, second, first),
            real(2000 + first, second, third),
        ] {
            if let date, !dates.contains(date) { dates.append(date) }
        }
        if dates.isEmpty { return Self.forms }
        let texts = dates.map { "'\($0)'" }.joined(separator: " or ")
        return "write the whole year first, then month and day, such as \(texts) if that is meant"
    }

    /// The same with a clock time behind it: `26/02/2026 17:01`. Its offset is for the writer to say.
    func foreignSpellingWithClock(_ range: Range<Int>) -> EventDateFault? {
        guard let space = bytes[range].lastIndex(of: UInt8(ascii: " ")) else { return nil }
        guard case let parts = tokens(space + 1..<range.upperBound), parts.count == 3, parts[1] == .other,
            bytes[space..<range.upperBound].contains(UInt8(ascii: ":")), case .number(let hour, 1...2) = parts[0],
            case .number(let minute, 2) = parts[2], hour < 24, minute < 60,
            let fault = foreignSpelling(trimmed(range.lowerBound..<space)), let date = fault.replacement
        else { return nil }
        let clock = (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
        return EventDateFault(
            fault.message, at: range, hint: "write '\(date)T\(clock)' and its offset behind, as in '-05:00' or 'Z'")
    }

    private enum Token: Equatable {
        case number(Int, width: Int)
        case word(String)
        /// A slash, full stop, hyphen or comma.
        case mark(UInt8)
        /// A dash or minus sign that is not the hyphen of the keyboard.
        case dash
        case other
    }

    /// Numbers, words and signs; spaces between them are left out.
    private func tokens(_ range: Range<Int>) -> [Token] {
        var result: [Token] = []
        var at = range.lowerBound
        func run(_ holds: (UInt8) -> Bool) -> Range<Int> {
            let start = at
            while at < range.upperBound, holds(bytes[at]) { at += 1 }
            return start..<at
        }
        while at < range.upperBound {
            switch bytes[at] {
            case 48...57:
                let run = run { 48...57 ~= $0 }
                result.append(.number(run.count > 9 ? 0 : Int(text(run)) ?? 0, width: run.count))
            case 65...90, 97...122:
                result.append(.word(text(run { 65...90 ~= $0 || 97...122 ~= $0 }).lowercased()))
            case UInt8(ascii: " "): at += 1
            case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ","):
                result.append(.mark(bytes[at]))
                at += 1
            case 0x80...:
                let run = run { $0 >= 0x80 }
                result.append(["‐", "‑", "‒", "–", "—", "−"].contains(text(run)) ? .dash : .other)
            default:
                result.append(.other)
                at += 1
            }
        }
        return result
    }

    /// Typographer's dashes: between numbers of one date they stand for hyphens, between two dates for a span.
    private func dashes(_ range: Range<Int>) -> EventDateFault {
        var plain = text(range)
        for dash in ["‐", "‑", "‒", "–", "—", "−"] { plain = plain.split(separator: dash).joined(separator: "-") }
        // `2011–12` may be a month or two years.
        if EventDate(plain) != nil, plain.utf8.count(where: { $0 == UInt8(ascii: "-") }) > 1 {
            return EventDateFault("a date is written with plain hyphens", at: range, replacement: plain)
        }
        return EventDateFault(
            "two dates are joined by '..' or '/'", at: range,
            hint: "'a..b' is some time between them, 'a/b' lasted from one to the other")
    }

    /// Dates with the name of a month, and words that name no date.
    private func named(_ range: Range<Int>, _ tokens: [Token]) -> EventDateFault? {
        if let fault = beforeYearOne(range, tokens) { return fault }
        var (month, day, year): (Int?, Int?, Int?) = (nil, nil, nil)
        var strange = false
        var nearness: Nearness?
        for token in tokens {
            switch token {
            case .word(let word):
                if ["today", "now", "yesterday", "tomorrow"].contains(word) {
                    return EventDateFault(
                        "'\(word)' is not a date: the same content has to give the same pages on any day", at: range,
                        hint: Self.forms)
                }
                if let found = Nearness(word), nearness == nil {
                    nearness = found
                } else if let found = Self.month(word), month == nil {
                    month = found
                } else if !["of", "the", "st", "nd", "rd", "th"].contains(word), !Self.isWeekday(word) {
                    strange = true
                }
            case .number(let value, 4) where year == nil: year = value
            case .number(let value, 1...2) where day == nil: day = value
            case .mark: continue
            default: strange = true
            }
        }
        guard !strange else { return nil }
        if let nearness, let year, 1...9999 ~= year, day == nil || month != nil {
            return near(nearness, range, year, month, day)
        }
        guard let month, nearness == nil else { return nil }
        guard let year else {
            return EventDateFault("the year is missing", at: range, hint: Self.forms)
        }
        let message = "months are written as numbers"
        guard let day else { return EventDateFault(message, at: range, replacement: Self.iso(year, month, nil)) }
        return spelled(range, year, month, day, message)
    }

    /// "44 BC", "15 March 44 BCE": years before 1 have a sign, and are counted from 0.
    private func beforeYearOne(_ range: Range<Int>, _ tokens: [Token]) -> EventDateFault? {
        guard case .word(let era)? = tokens.last, ["bc", "bce"].contains(era),
            case .number(let year, 1...4)? = tokens.dropLast().last, year > 0
        else { return nil }
        let written = Self.iso(1 - year, 1, nil).dropLast("-01".utf8.count)
        return EventDateFault(
            "years before the year 1 are written with a sign", at: range, hint: "\(year) BC is '\(written)'")
    }

    /// Words that say how near a date is: "c. June 2015", "late June 2015".
    private enum Nearness: Int {
        case early, middle, late, about

        init?(_ word: String) {
            switch word {
            case "early": self = .early
            case "mid", "middle": self = .middle
            case "late": self = .late
            case "c", "ca", "circa", "about", "around", "approximately": self = .about
            default: return nil
            }
        }
    }

    private func near(
        _ nearness: Nearness, _ range: Range<Int>, _ year: Int, _ month: Int?, _ day: Int?
    ) -> EventDateFault {
        let written = text(range)
        guard nearness == .about else {
            guard day == nil else { return unknown(range) }
            let span: String
            if let month {
                let last = nearness == .late ? CivilDay.length(ofMonth: month, in: year) : nearness.rawValue * 10 + 10
                span = Self.iso(year, month, nearness.rawValue * 10 + 1) + ".." + Self.iso(year, month, last)
            } else {
                let first = nearness.rawValue * 4 + 1
                span = Self.iso(year, first, nil) + ".." + Self.iso(year, first + 3, nil)
            }
            return EventDateFault(
                "'\(written)' is not a date", at: range,
                hint: "say from when to when it can have been, such as '\(span)'")
        }
        let date: String?
        if let month {
            date = day.map { real(year, month, $0) } ?? Self.iso(year, month, nil)
        } else {
            date = Self.iso(year, 1, nil).split(separator: "-").first.map(String.init)
        }
        guard let date else { return EventDateFault("'\(written)' is no such date", at: range, hint: Self.forms) }
        return EventDateFault(
            "'\(written)' is not a date", at: range, hint: "write '\(date)~'; '~' behind a date is about")
    }

    private func spelled(_ range: Range<Int>, _ year: Int, _ month: Int, _ day: Int, _ message: String)
        -> EventDateFault
    {
        guard let date = real(year, month, day) else {
            return EventDateFault("'\(text(range))' is no such date", at: range, hint: Self.forms)
        }
        return EventDateFault(message, at: range, replacement: date)
    }

    /// The date in our spelling, nil where the calendar has none such.
    private func real(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard 1...9999 ~= year, 1...12 ~= month, 1...CivilDay.length(ofMonth: month, in: year) ~= day else {
            return nil
        }
        return Self.iso(year, month, day)
    }

    /// The month that three letters or more of an English name mean.
    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let names = EnglishNames.months
        return names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    private static func isWeekday(_ word: String) -> Bool {
        word.utf8.count >= 3 && EnglishNames.weekdays.contains { $0.lowercased().hasPrefix(word) }
    }
}
