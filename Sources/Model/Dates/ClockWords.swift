import Bytes

/// The pieces of a clock time, for a template that wants to say "5:01 pm in Washington (22:01 UTC)" in its own way.
package struct ClockWords: Hashable, Sendable {
    /// What clocks in the zone show, of 24 hours: "17:01"; with seconds only where they were written.
    package let time: String
    /// The same at UTC: "22:01".
    package let utcTime: String
    /// The zone's city, nil where its name holds none.
    package let place: String?
    /// What clocks in the zone are ahead of UTC, in minutes.
    package let offset: Int
    /// The zone's day at that moment.
    package let day: CivilDay
    /// UTC's day at that moment, which may be another.
    package let utcDay: CivilDay
    private let isMorning: Bool
    private let twelveHours: String

    init(_ point: DatePoint, in zone: ClockZone) {
        let withSeconds = point.precision == .second
        let clock = zone.clock(at: point.instant)
        time = ClockWords.padded(clock, withSeconds)
        utcTime = ClockWords.padded(ClockZone.utc.clock(at: point.instant), withSeconds)
        place = zone.place
        offset = Int(zone.offset(at: point.instant)) / 60
        day = zone.day(at: point.instant)
        utcDay = ClockZone.utc.day(at: point.instant)
        isMorning = clock < 43_200
        let hour = clock / 3_600 % 12
        twelveHours = String(hour == 0 ? 12 : hour) + time.dropFirst(2)
    }

    /// "5:01 pm"
    package func twelveHourTime(in language: DateLanguage) -> String {
        (isMorning ? language.phrases.beforeNoon : language.phrases.afterNoon).filled(time: twelveHours)
    }

    /// "New York", or "UTC−5" where the zone's name holds no place.
    package var placeOrOffset: String {
        if let place { return place }
        if offset == 0 { return "UTC" }
        let (hours, minutes) = (abs(offset) / 60, abs(offset) % 60)
        return "UTC" + (offset < 0 ? "\u{2212}" : "+") + String(hours)
            + (minutes == 0 ? "" : (minutes < 10 ? ":0" : ":") + String(minutes))
    }

    /// "New York time", or "UTC−5" where the zone's name holds no place.
    package func placeWords(in language: DateLanguage) -> String {
        place.map { language.phrases.placeTime.filled(place: $0) } ?? placeOrOffset
    }

    private static func padded(_ clock: Int, _ withSeconds: Bool) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let time = two(clock / 3_600) + ":" + two(clock / 60 % 60)
        return withSeconds ? time + ":" + two(clock % 60) : time
    }
}

extension EventDate {
    /// The pieces of its clock time; nil where it is no single moment with one.
    package func clockWords(in zone: ClockZone) -> ClockWords? {
        form == .single && first.hasClock ? ClockWords(first, in: zone) : nil
    }
}
