extension CalendarDate {
    /// ISO 8601: `2026-02-27`, `2026-02-27T22:01:00Z`.
    package var iso: String {
        let day = "\(padded(Int(year), 4))-\(padded(Int(month), 2))-\(padded(Int(self.day), 2))"
        guard hasTime else { return day }
        return "\(day)T\(formatted("%H:%M:%S"))\(offset == 0 ? "Z" : zone(":"))"
    }

    /// Formats the date with a pattern of C's `strftime`, in English: `%d %B %Y` is `27 February 2026`.
    ///
    /// `%Y %y %m %d %e %j %B %b %A %a %H %I %M %S %p %z %F %T %%`, and `%-d` for one without leading zeros. An unknown
    /// pattern stays as it is. A date without a time has the clock fields of midnight.
    package func formatted(_ pattern: String) -> String {
        var result = ""
        var scalars = pattern.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard var letter = scalars.next() else { return result + "%" }
            let isShort = letter == "-"
            if isShort {
                guard let next = scalars.next() else { return result + "%-" }
                letter = next
            }
            if let text = part(letter, isShort: isShort) {
                result += text
            } else {
                result += isShort ? "%-" : "%"
                result.unicodeScalars.append(letter)
            }
        }
        return result
    }

    /// The patterns of `formatted`.
    static let patternLetters = Set("YymdejBbAaHIMSpzFT%".unicodeScalars)

    private func part(_ letter: Unicode.Scalar, isShort: Bool) -> String? {
        func number(_ value: Int, _ width: Int) -> String { isShort ? String(value) : padded(value, width) }
        let hour = hasTime ? Int(self.hour) : 0
        switch letter {
        case "Y": return padded(Int(year), 4)
        case "y": return number(((Int(year) % 100) + 100) % 100, 2)
        case "m": return number(Int(month), 2)
        case "d": return number(Int(day), 2)
        case "e": return isShort || day > 9 ? String(day) : " \(day)"
        case "j": return number(dayOfYear, 3)
        case "B": return Self.months[Int(month) - 1]
        case "b": return String(Self.months[Int(month) - 1].prefix(3))
        case "A": return Self.weekdays[weekday]
        case "a": return String(Self.weekdays[weekday].prefix(3))
        case "H": return number(hour, 2)
        case "I": return number((hour + 11) % 12 + 1, 2)
        case "M": return number(hasTime ? Int(minute) : 0, 2)
        case "S": return number(hasTime ? Int(second) : 0, 2)
        case "p": return hour < 12 ? "AM" : "PM"
        case "z": return zone("")
        case "F": return formatted("%Y-%m-%d")
        case "T": return formatted("%H:%M:%S")
        case "%": return "%"
        default: return nil
        }
    }

    private func zone(_ separator: String) -> String {
        let minutes = abs(Int(offset))
        return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(separator)\(padded(minutes % 60, 2))"
    }

    private var dayOfYear: Int {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][Int(month) - 1]
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return before + Int(day) + (isLeap && month > 2 ? 1 : 0)
    }

    /// 0 for Sunday. Sakamoto's method.
    private var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = Int(self.year) - (month < 3 ? 1 : 0)
        func floored(_ divisor: Int) -> Int { Int((Double(year) / Double(divisor)).rounded(.down)) }
        let sum = year + floored(4) - floored(100) + floored(400) + shifts[Int(month) - 1] + Int(day)
        return ((sum % 7) + 7) % 7
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// The key by which dates are ordered.
    var orderKey: Int {
        let minutes = hasTime ? Int(hour) * 60 + Int(minute) - Int(offset) : 0
        return (((Int(year) * 12 + Int(month)) * 31 + Int(day)) * 1440 + minutes) * 61 + (hasTime ? Int(second) : 0)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
