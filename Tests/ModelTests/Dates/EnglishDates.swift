import Presenting

@testable import Model

extension EventDate {
    /// The date in English.
    func words(in zone: ClockZone, style: DateStyle = .full) -> String {
        words(in: zone, style: style, language: Words.english.dates)
    }
}

extension ClockWords {
    /// "5:01 pm"
    func twelveHourTime() -> String { twelveHourTime(in: Words.english.dates) }
}
