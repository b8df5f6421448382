import Bytes
import Testing

@Suite struct CivilDayTests {
    @Test func countsEveryDayOfTenThousandYears() {
        var number = CivilDay(year: 1, month: 1, day: 1).number
        #expect(number == -719_162)
        for year in 1...9999 {
            for month in 1...12 {
                let length = CivilDay.length(ofMonth: month, in: year)
                for day in [1, 2, 15, length] {
                    let civil = CivilDay(year: year, month: month, day: day)
                    let parts = civil.parts
                    guard civil.number == number + Int32(day) - 1, parts == (year, month, day) else {
                        Issue.record("\(year)-\(month)-\(day) became \(parts), \(civil.number)")
                        return
                    }
                }
                number += Int32(length)
            }
        }
        #expect(number == 2_932_897)
    }

    @Test(arguments: [(1970, 1, 1, 0, 3), (2026, 2, 26, 20_510, 3), (2000, 2, 29, 11_016, 1), (1969, 12, 31, -1, 2)])
    func knowsItsNumberAndWeekday(_ year: Int, _ month: Int, _ day: Int, _ number: Int32, _ weekday: Int) {
        let civil = CivilDay(year: year, month: month, day: day)
        #expect(civil.number == number)
        #expect(civil.weekday == weekday)
    }

    @Test func knowsLeapYears() {
        #expect([1900, 2000, 2023, 2024, 2100].map(CivilDay.isLeap) == [false, true, false, true, false])
    }
}
