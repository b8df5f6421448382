import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct DeadlineCalendarTests {
    private func calendar(_ event: String = PortStrike.event) throws -> String? {
        try MadeUpSite([("port/event.md", event)]).context.calendar(ofEvent: 0)?.text
    }

    /// The lines of a calendar with folds undone.
    private func lines(_ calendar: String?) -> [String] {
        (calendar ?? "").replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func givesClockTimesInUTCAndDaysWhole() throws {
        let lines = lines(try calendar())
        #expect(lines.contains("DTSTART:20260301T180000Z"))
        #expect(!lines.contains { $0.hasPrefix("DTEND:") })
        #expect(lines.contains("DTSTART;VALUE=DATE:20260401"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260501"))
    }

    @Test func hasTheRecordsDateAsItsStamp() throws {
        #expect(lines(try calendar()).filter { $0 == "DTSTAMP:20260309T000000Z" }.count == 2)
    }

    @Test func namesDeadlinesForGood() throws {
        #expect(lines(try calendar()).contains("UID:disputes.port.demand.pay.deadline@example.org"))
        let moved = PortStrike.event.replacing("title: Raise pay by 5 %", with: "title: Another title")
        #expect(lines(try calendar(moved)).contains("UID:disputes.port.demand.pay.deadline@example.org"))
    }

    @Test func foldsLinesAtSeventyFiveOctetsAndEndsThemWithCRLF() throws {
        let title = String(repeating: "Ä🂡", count: 60)
        let text = try #require(try calendar(PortStrike.event.replacing("Raise pay by 5 %", with: title)))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(!text.contains("\u{FFFD}"))
        #expect(lines(text).contains("SUMMARY:Deadline: " + title))
    }

    @Test func escapesText() {
        var writer = CalendarWriter()
        writer.text("SUMMARY", "a,b;c\\d\ne\u{7}\rf:\"g\"")
        #expect(writer.bytes.text == #"SUMMARY:a\,b\;c\\d\nef:"g""# + "\r\n")
    }

    @Test func crossesOutWhatWasWithdrawn() throws {
        #expect(lines(try calendar()).filter { $0 == "STATUS:CONFIRMED" }.count == 2)
        let text = PortStrike.event.replacing("deadline: 2026-04}", with: "deadline: 2026-04, withdrawn: 2026-02-20}")
        #expect(lines(try calendar(text)).filter { $0 == "STATUS:CANCELLED" }.count == 1)
    }

    @Test func isAbsentWithoutADeadline() throws {
        #expect(try calendar("---\ntitle: T\nsummary: S\n---\n") == nil)
    }
}
