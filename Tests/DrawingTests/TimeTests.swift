import Bytes
import Testing

@testable import Drawing
@testable import DrawingSamples

@Suite struct CivilDayTests {
    @Test(arguments: [
        (0, 1970, 1, 1, 3), (20_507, 2026, 2, 23, 0), (11_016, 2000, 2, 29, 1), (-1, 1969, 12, 31, 2),
        (-25_509, 1900, 2, 28, 2), (-25_508, 1900, 3, 1, 3), (-719_528, 0, 1, 1, 5),
    ])
    func knowsTheCalendar(days: Int, year: Int, month: Int, day: Int, weekday: Int) {
        let civil = CivilDay(days)
        #expect([civil.year, civil.month, civil.day, civil.weekday] == [year, month, day, weekday])
    }

    @Test func countsDaysOfMonthsBackAndForth() {
        for months in stride(from: -30_000, through: 60_000, by: 7) {
            let days = CivilDay.first(ofMonth: months + 1, year: 0)
            let civil = CivilDay(days)
            #expect(civil.day == 1)
            #expect(civil.year * 12 + civil.month - 1 == months)
            #expect(CivilDay(days - 1).month == (civil.month + 10) % 12 + 1)
        }
    }

    @Test func fillsPatternsWithPassedInNames() {
        var labels = PictureLabels.english
        labels.months[1] = "févr."
        labels.weekdays[0] = "lun."
        #expect(labels.date("{w} {d} {m} {y}", CivilDay(20_507)) == "lun. 23 févr. 2026")
    }
}

@Suite struct TimeScaleTests {
    private static let day = CivilDay.seconds
    private func days(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        ranges.map { $0.lowerBound * Self.day...$0.upperBound * Self.day }
    }

    @Test func isStraightBelowFortyDays() throws {
        let scale = try #require(TimeScale(days([0...1, 39...40]), isHourly: false, between: 100, and: 500))
        #expect(scale.segments.count == 1)
        #expect(scale.place(20 * Self.day) == 300)
    }

    @Test func cutsGapsOverAFifthOfALongSpan() throws {
        let scale = try #require(
            TimeScale(days([0...3, 400...410, 415...416]), isHourly: false, between: 150, and: 948))
        #expect(scale.segments.count == 2)
        #expect(scale.keptDays < 60)
        #expect(scale.segments[0].start == 150 && scale.segments[1].end == 948)
    }

    @Test func neverCutsThroughADoubt() throws {
        let scale = try #require(TimeScale(days([0...400, 390...800]), isHourly: false, between: 150, and: 948))
        #expect(scale.segments.count == 1)
    }

    @Test func keepsTheOrderOfTimesAndStaysInside() throws {
        for spread in [1, 30, 300, 1826, 30_000] {
            let ranges = days([0...1, spread / 3...spread / 3 + 2, spread...spread + 1])
            let scale = try #require(TimeScale(ranges, isHourly: false, between: 150, and: 948))
            var last = -Double.infinity
            for step in 0...500 {
                let place = scale.place(step * (spread + 1) * Self.day / 500)
                #expect(place >= last && place >= 150 && place <= 948)
                last = place
            }
        }
    }

    @Test func isNothingWithoutDates() {
        #expect(TimeScale([], isHourly: false, between: 0, and: 1) == nil)
    }
}
