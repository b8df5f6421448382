/// A day of the proleptic Gregorian calendar, as days since 1 January 1970.
///
/// Content has years from -9999 to 9999, where 0 is 1 BC; the arithmetic is correct for every day number of 32 bits.
package struct CivilDay: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// Seconds of a day.
    package static let seconds = 86_400

    /// The day of a year, month (1 to 12) and day of the month (from 1).
    package init(year: Int, month: Int, day: Int) {
        number = Int32(truncatingIfNeeded: CivilDay.firstDay(ofYear: year) + CivilDay.before(month, in: year) + day - 1)
    }

    /// Year, month (1 to 12) and day of the month (from 1).
    package var parts: (year: Int, month: Int, day: Int) {
        // Counted from 1 March of the year 0, so that a leap day ends its year. 146,097 days are 400 years exactly.
        let number = Int(self.number) + 719_468
        let cycle = number.flooredQuotient(by: 146_097)
        let dayOfCycle = number - cycle * 146_097
        // Without the leap days before it (every 4 years, but not every 100), a day's number gives its year.
        let past = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
        let year = (dayOfCycle - past) / 365
        let dayOfYear = dayOfCycle - (year * 365 + year / 4 - year / 100)
        // Months of 31, 30, 31, 30, 31 days repeat every five: 153 days.
        let month = (dayOfYear * 5 + 2) / 153
        let day = dayOfYear - (month * 153 + 2) / 5 + 1
        let isOfNextYear = month >= 10
        return (cycle * 400 + year + (isOfNextYear ? 1 : 0), isOfNextYear ? month - 9 : month + 3, day)
    }

    package var year: Int { parts.year }
    /// From 1 to 12.
    package var month: Int { parts.month }
    /// From 1.
    package var day: Int { parts.day }

    /// The day of the week, 0 for Monday to 6 for Sunday (ISO 8601 counts from 1).
    package var weekday: Int { (Int(number) + 3).flooredRemainder(by: 7) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days a month (1 to 12) of a year has.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of a year's first day.
    private static func firstDay(ofYear year: Int) -> Int {
        let past = year - 1
        let leapDays = past.flooredQuotient(by: 4) - past.flooredQuotient(by: 100) + past.flooredQuotient(by: 400)
        return past * 365 + leapDays - 719_162
    }

    /// How many days of a year lie before a month (1 to 12) of it.
    private static func before(_ month: Int, in year: Int) -> Int {
        // From March on, months of 31, 30, 31, 30, 31 days repeat every five: 153 days.
        guard month > 2 else { return month == 1 ? 0 : 31 }
        return (isLeap(year) ? 60 : 59) + ((month - 3) * 153 + 2) / 5
    }
}

extension Int {
    /// The quotient rounded towards minus infinity, so that days before 1970 fall on the right date.
    package func flooredQuotient(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder that belongs to the floored quotient: 0 or more, below the divisor.
    package func flooredRemainder(by divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
