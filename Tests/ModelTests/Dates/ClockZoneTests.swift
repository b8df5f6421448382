import Model
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct ClockZoneTests {
    private func zone(_ name: String) throws -> ClockZone { try #require(ClockZone(named: name)) }

    private func instant(_ text: String) throws -> Int64 {
        try EventDate.parse(text).get().earliest(in: .utc)
    }

    @Test func knowsIANANamesOnly() {
        #expect(ClockZone(named: "America/New_York") != nil)
        #expect(ClockZone(named: "Etc/GMT+5") != nil)
        #expect(ClockZone(named: "UTC")?.isUTC == true)
        for name in ["", "Mars/Base", "EST", "GMT-5", "New York", "../etc/passwd", "America/", "/"] {
            #expect(ClockZone(named: name) == nil, "\(name)")
        }
    }

    @Test(arguments: [
        ("America/New_York", "New York"), ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Asia/Kolkata", "Kolkata"),
        ("America/Port-au-Prince", "Port-au-Prince"), ("Etc/GMT+5", nil), ("UTC", nil), ("US/Eastern", nil),
    ])
    func takesThePlaceFromTheName(_ name: String, _ place: String?) throws {
        #expect(try zone(name).place == place)
    }

    @Test(arguments: [
        ("America/New_York", "2026-02-27T22:01Z", -18_000), ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
        ("America/New_York", "2026-03-08T07:00Z", -14_400), ("America/New_York", "2026-11-01T06:00Z", -18_000),
        ("Asia/Kathmandu", "2026-02-27T22:01Z", 20_700), ("Europe/London", "1970-07-01T00:00Z", 3_600),
        ("Pacific/Apia", "2011-12-31T00:00Z", 50_400),
    ])
    func knowsTheOffsetAtAnInstant(_ name: String, _ text: String, _ offset: Int64) throws {
        #expect(try zone(name).offset(at: instant(text)) == offset)
    }

    /// Rows: zone, day, when it begins and ends in UTC.
    @Test(arguments: [
        ("UTC", "2026-02-26", "2026-02-26T00:00:00Z", "2026-02-26T23:59:59Z"),
        ("America/New_York", "2026-02-27", "2026-02-27T05:00:00Z", "2026-02-28T04:59:59Z"),
        // 23 hours and 25 hours long.
        ("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z"),
        ("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z"),
        // Clocks skipped midnight.
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "2018-11-05T01:59:59Z"),
        ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z", "2024-04-26T20:59:59Z"),
        // Midnight came twice.
        ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z", "2024-11-04T04:59:59Z"),
        ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", "2018-02-19T02:59:59Z"),
        // The day after the one that Samoa left out.
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", "2011-12-31T09:59:59Z"),
    ])
    func daysBeginAndEndWhereClocksSaySo(_ name: String, _ day: String, _ start: String, _ end: String) throws {
        let zone = try zone(name)
        let date = try EventDate.parse(day).get()
        #expect(try date.earliest(in: zone) == instant(start))
        #expect(try date.latest(in: zone) == instant(end))
        #expect(zone.day(at: date.earliest(in: zone)) == date.earliestDay(in: zone))
        #expect(zone.day(at: date.latest(in: zone)) == date.earliestDay(in: zone))
    }

    /// The machine's own zone is never asked: each of three gives the same in a process of its own.
    @Test func theMachinesZoneChangesNothing() async {
        await #expect(processExitsWith: .success) { try ClockZoneTests.expectTheSame(underZone: "UTC") }
        await #expect(processExitsWith: .success) { try ClockZoneTests.expectTheSame(underZone: "Pacific/Kiritimati") }
        await #expect(processExitsWith: .success) { try ClockZoneTests.expectTheSame(underZone: "America/Los_Angeles") }
    }

    private static func expectTheSame(underZone name: String) throws {
        setenv("TZ", name, 1)
        tzset()
        let newYork = try #require(ClockZone(named: "America/New_York"))
        let day = try EventDate.parse("2026-03-08").get()
        #expect(day.words(in: newYork) == "8\u{A0}March 2026")
        #expect(day.machineForm == "2026-03-08")
        #expect(day.earliest(in: newYork) == 1_772_946_000)
        #expect(day.latest(in: newYork) == 1_773_028_799)
        #expect(day.earliest(in: .utc) == 1_772_928_000)
        let deadline = try EventDate.parse("2026-02-27T17:01-05:00").get()
        #expect(deadline.words(in: newYork) == "27\u{A0}February 2026, 17:01 New York time (22:01\u{A0}UTC)")
        #expect(deadline.words(in: .utc) == "27\u{A0}February 2026, 22:01\u{A0}UTC")
        #expect(deadline.earliest(in: newYork) == 1_772_229_660)
    }

    @Test func offersNamesToGuessFrom() {
        #expect(ClockZone.knownNames.contains("America/New_York"))
        #expect(ClockZone.knownNames.contains("UTC"))
    }
}
