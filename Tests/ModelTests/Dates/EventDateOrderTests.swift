import Model
import Testing

@Suite struct EventDateOrderTests {
    private func date(_ text: String) throws -> EventDate { try EventDate.parse(text).get() }

    @Test func sortsByEarliestThenLatest() throws {
        let newYork = try #require(ClockZone(named: "America/New_York"))
        let sorted = [
            "../2020", "2025", "2025..", "2026-02-23", "2026-02-23..2026-02-25", "2026-02-23/..", "..2026-02-25",
            "2026-02-26", "2026-02-26T17:01-05:00", "2026-02-27T02:00Z", "2026-02-27", "2026-03",
        ]
        let spans = try sorted.map { (text: $0, span: try date($0).span(in: newYork)) }
        let shuffled = spans.reversed().sorted { $0.span < $1.span }.map(\.text)
        #expect(shuffled == sorted)
    }

    /// Rows: one date, another, whether the first is certainly later, in New York.
    @Test(arguments: [
        ("2026-02-27", "2026-02-27T17:01-05:00", false),
        ("2026-02-28", "2026-02-27T17:01-05:00", true),
        ("2026-02-28", "2026-02-27", true),
        ("2026-02-27", "2026-02-27", false),
        ("2026-02-27T17:01-05:00", "2026-02-27T17:01-05:00", false),
        ("2026-02-27T17:01:01-05:00", "2026-02-27T17:01-05:00", true),
        // Ten in the evening of 27 February in New York is the 28th in UTC, but not yet there.
        ("2026-02-28T03:00Z", "2026-02-27", false),
        ("2026-02-28T05:00Z", "2026-02-27", true),
        ("2026-03", "2026-02", true),
        ("2026-02-26..2026-02-28", "2026-02-25", true),
        ("2026-02-25..2026-02-28", "2026-02-25", false),
        ("..2026-02-28", "2025", false),
        ("2026-02-28..", "2026-02-27", true),
        ("2027", "2026-02-28/..", false),
    ])
    func isLaterOnlyWhereThatIsCertain(_ left: String, _ right: String, _ isAfter: Bool) throws {
        let newYork = try #require(ClockZone(named: "America/New_York"))
        #expect(try date(left).isCertainlyAfter(date(right), in: newYork) == isAfter)
        #expect(try date(right).isCertainlyBefore(date(left), in: newYork) == isAfter)
    }

    @Test func namesTheEndsThatAreWritten() throws {
        #expect(try date("2026-02-23..2026-02-25").lastNamed == date("2026-02-25"))
        #expect(try date("2026-02-23/..").lastNamed == date("2026-02-23"))
        #expect(try date("..2026-02-25").firstNamed == date("2026-02-25"))
        #expect(try date("2026-02-26").isExact)
        #expect(try !date("2026-02-26~").isExact)
        #expect(try !date("2026-02").isExact)
        #expect(try date("2026-02..2026-03-04").precision == .month)
    }

    @Test func isSmallAndHoldsNothingOnTheHeap() {
        #expect(MemoryLayout<EventDate>.size <= 32)
        #expect(_isPOD(EventDate.self))
    }
}
