/// A date of the Gregorian calendar, with an optional clock time and its offset from UTC. It is never converted to
/// another time zone.
@usableFromInline package struct CalendarDate: Sendable, Hashable {
    package let year: Int32
    /// 1 to 12.
    package let month: UInt8
    /// 1 to 31.
    package let day: UInt8
    /// 0 to 23; 255 without a clock time.
    package let hour: UInt8
    /// 0 to 59.
    package let minute: UInt8
    /// 0 to 60.
    package let second: UInt8
    /// Minutes east of UTC.
    package let offset: Int16

    /// A calendar day.
    package init(year: Int, month: Int, day: Int) {
        self.init(year: year, month: month, day: day, hour: 255, minute: 0)
    }

    /// A calendar day and a clock time.
    ///
    /// - Parameter offset: minutes east of UTC.
    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, offset: Int = 0) {
        self.year = Int32(clamping: year)
        self.month = UInt8(clamping: min(max(month, 1), 12))
        self.day = UInt8(clamping: min(max(day, 1), 31))
        self.hour = UInt8(clamping: hour)
        self.minute = UInt8(clamping: minute)
        self.second = UInt8(clamping: second)
        self.offset = Int16(clamping: offset)
    }

    package var hasTime: Bool { hour != 255 }
}
