import Bytes

extension CivilDay {
    /// The day that is so many days after 1 January 1970.
    init(_ days: Int) { self.init(number: Int32(clamping: days)) }

    /// Days since 1 January 1970 of the first of a month; months beyond 12 run into later years.
    static func first(ofMonth month: Int, year: Int) -> Int {
        let months = year * 12 + month - 1
        let year = months.flooredQuotient(by: 12)
        return Int(CivilDay(year: year, month: months - year * 12 + 1, day: 1).number)
    }
}

extension Int {
    /// Division that rounds up, also below zero.
    func dividedUp(by divisor: Int) -> Int { -(-self).flooredQuotient(by: divisor) }
}

extension CivilDay {
    /// Fills a pattern of {d}, {m} and {y}.
    ///
    /// - Parameter months: their names from January; months are numbers without them.
    package func filled(_ pattern: String, months: [String], year: String) -> String {
        let (_, month, dayOfMonth) = parts
        var result = ""
        var isOpen = false
        for character in pattern.unicodeScalars {
            switch character {
            case "{": isOpen = true
            case "}": isOpen = false
            case "d" where isOpen: result += "\(dayOfMonth)"
            case "y" where isOpen: result += year
            case "m" where isOpen: result += months.count == 12 ? months[month - 1] : "\(month)"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension PictureLabels {
    func date(_ pattern: String, _ day: CivilDay) -> String {
        day.filled(pattern, months: months, year: "\(day.parts.year)")
    }
}
