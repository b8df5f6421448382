extension EventDate {
    /// Whether it is the day, without a clock time, on which another date has one.
    package func isDay(of other: EventDate) -> Bool {
        guard form == .single, other.form == .single, first.precision == .day, other.first.hasClock else {
            return false
        }
        return doubt.isEmpty && other.doubt.isEmpty && first.firstDay == other.first.firstDay
    }
}
