/// A day of the proleptic Gregorian calendar.
struct CivilDay: Equatable {
    static let seconds = 86_400

    let year: Int
    /// From 1.
    let month: Int
    /// From 1.
    let day: Int
    /// From 0, Monday.
    let weekday: Int

    /// The day that is so many days after 1 January 1970.
    init(_ days: Int) {
        // Years are counted from March, so that a leap day ends its year; 146,097 days make 400 years.
        let shifted = days + 719_468
        let era = shifted.dividedDown(by: 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        day = ofYear - (153 * fromMarch + 2) / 5 + 1
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        weekday = (days + 3) - (days + 3).dividedDown(by: 7) * 7
    }

    /// Days since 1 January 1970 of the first of a month; months beyond 12 run into later years.
    static func first(ofMonth month: Int, year: Int) -> Int {
        let months = year * 12 + month - 1
        let year = months.dividedDown(by: 12)
        let month = months - year * 12 + 1
        let fromMarch = (month + 9) % 12
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.dividedDown(by: 400)
        let yearOfEra = marchYear - era * 400
        let ofYear = (153 * fromMarch + 2) / 5
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }
}

extension Int {
    /// Division that rounds down, also below zero.
    func dividedDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// Division that rounds up, also below zero.
    func dividedUp(by divisor: Int) -> Int { -(-self).dividedDown(by: divisor) }
}

extension PictureLabels {
    /// Fills a pattern of {d}, {m}, {w} and {y}.
    func date(_ pattern: String, _ day: CivilDay) -> String {
        var result = ""
        var isOpen = false
        for character in pattern.unicodeScalars {
            switch character {
            case "{": isOpen = true
            case "}": isOpen = false
            case "d" where isOpen: result += "\(day.day)"
            case "y" where isOpen: result += "\(day.year)"
            case "m" where isOpen: result += months.count == 12 ? months[day.month - 1] : "\(day.month)"
            case "w" where isOpen: result += weekdays.count == 7 ? weekdays[day.weekday] : ""
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
