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
        #expect(labels.date("{d} {m} {y}", CivilDay(20_507)) == "23 févr. 2026")
    }
}
