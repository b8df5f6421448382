import TestSupport
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct DeadlineCalendarTests {
    private func calendar(_ event: String = PortStrike.event) throws -> String {
        try MadeUpSite([("port/event.md", event)]).context.calendar(ofEvent: 0).text
    }

    /// The lines of a calendar with folds undone.
    private func lines(_ calendar: String) -> [String] {
        calendar.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func givesClockTimesInUTCAndDaysWhole() throws {
        let lines = lines(try calendar())
        #expect(lines.contains("DTSTART:20260301T180000Z"))
        #expect(lines.contains("DTEND:20260301T183000Z"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260401"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260501"))
    }

    @Test func hasTheRecordsDateAsItsStamp() throws {
        #expect(lines(try calendar()).filter { $0 == "DTSTAMP:20260309T000000Z" }.count == 2)
    }

    @Test func namesDeadlinesForGood() throws {
        #expect(lines(try calendar()).contains("UID:disputes.demand.pay.deadline.2026-02-03@example.org"))
        let moved = PortStrike.event.replacing("title: Raise pay by 5 %", with: "title: Another title")
        #expect(lines(try calendar(moved)).contains("UID:disputes.demand.pay.deadline.2026-02-03@example.org"))
    }

    @Test func foldsLinesAtSeventyFiveOctetsAndEndsThemWithCRLF() throws {
        let title = String(repeating: "Ä🂡", count: 60)
        let text = try calendar(PortStrike.event.replacing("Raise pay by 5 %", with: title))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(!text.contains("\u{FFFD}"))
        #expect(lines(text).contains("SUMMARY:Dockers to Port Company: \(title) (deadline)"))
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

    @Test func isEmptyWithoutADeadline() throws {
        let lines = lines(try calendar("---\ntitle: T\nsummary: S\n---\n"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "")
        #expect(!lines.contains("BEGIN:VEVENT"))
        let plain = try MadeUpSite([
            ("site.md", MadeUpSite.settings()), ("port/event.md", "---\ntitle: T\nsummary: S\n---\n"),
        ])
        #expect(plain.plan.output(at: "port/deadlines.ics") != nil)
        #expect(plain.plan.output(at: "deadlines.ics") != nil)
    }

    /// What is written about a demand's deadline, and the lines of its entry that calendars compare.
    @Test(arguments: [
        ("demand deadline=9", "0", "20260201", "CONFIRMED", "20260209"),
        ("demand deadline=9; correction date=4", "1", "20260204", "CONFIRMED", "20260209"),
        ("demand deadline=9 updated=5", "0", "20260205", "CONFIRMED", "20260209"),
        ("demand deadline=[2026-02-09,{date:_2026-02-12,_set:_2026-02-08}]", "1", "20260208", "CONFIRMED", "20260212"),
        ("event as_of=20; demand deadline=[2026-02-09,2026-02-12]", "1", "20260220", "CONFIRMED", "20260212"),
        ("demand deadline=[2026-02-09,{lifted:_true,_set:_2026-02-08}]", "1", "20260208", "CANCELLED", "20260209"),
        ("demand deadline=9 withdrawn=3", "1", "20260203", "CANCELLED", "20260209"),
        ("demand deadline=9 withdrawn=12", "0", "20260212", "CONFIRMED", "20260209"),
    ])
    func numbersRevisions(_ acts: String, _ sequence: String, _ modified: String, _ status: String, _ start: String)
        throws
    {
        let lines = lines(try calendar(Dispute(acts).event))
        #expect(lines.contains("SEQUENCE:" + sequence))
        #expect(lines.contains("LAST-MODIFIED:\(modified)T000000Z"))
        #expect(lines.contains("STATUS:" + status))
        #expect(lines.contains("DTSTART;VALUE=DATE:" + start))
        #expect(lines.contains("UID:disputes.demand.d1.deadline.2026-02-01@example.org"))
    }

    /// What is written of a demand or a threat with a deadline, and what its entry says.
    @Test(
        arguments: [
            ("demand deadline=9", "Party A to Party B: Demand 1 (deadline)", "CONFIRMED", nil),
            ("demand deadline=9 summary=Now.", "Party A to Party B: Demand 1 (deadline)", "CONFIRMED", "Now."),
            (
                "demand to=b,c deadline=9; refused from=b,c", "Party A to Party B and Party C: Demand 1 (deadline)",
                "CONFIRMED",
                "Refused on 2\u{A0}February 2026."
            ),
            (
                "demand deadline=9 withdrawn=12", "Party A to Party B: Demand 1 (deadline)", "CONFIRMED",
                "Withdrawn on 12\u{A0}February 2026."
            ),
            (
                "demand deadline=9 withdrawn=3", "Party A to Party B: Demand 1 (deadline)", "CANCELLED",
                "Withdrawn on 3\u{A0}February 2026."
            ),
            (
                "demand deadline=9; agreement settles=d1 date=5", "Party A to Party B: Demand 1 (deadline)",
                "CANCELLED", "Settled"
            ),
            (
                "demand deadline=9; demand date=4 replaces=d1", "Party A to Party B: Demand 1 (deadline)", "CANCELLED",
                "Replaced"
            ),
            (
                "demand deadline=[2026-02-09,{date:_2026-02-12,_set:_2026-02-08}]",
                "Party A to Party B: Demand 1 (deadline)",
                "CONFIRMED", "The deadline was moved from 9\u{A0}February 2026 to 12\u{A0}February 2026"
            ),
            (
                "demand deadline=2026-02-09T16:00+01:00", "Party A to Party B: Demand 1 (deadline)", "CONFIRMED",
                "9\u{A0}February 2026\\, 15:00\u{A0}UTC"
            ),
            ("demand; threat deadline=9", "Date in a threat by Party A: Threat 1", "CONFIRMED", nil),
            ("demand; threat deadline=9 label=warned", "Date in a warning by Party A: Threat 1", "CONFIRMED", nil),
            (
                "demand; threat deadline=9 label=announced", "Date in an announcement by Party A: Threat 1",
                "CONFIRMED", nil
            ),
            ("demand; threat deadline=9 label=said-it-would", "Date given by Party A: Threat 1", "CONFIRMED", nil),
            (
                "demand; threat deadline=9 state=imposed state_date=10", "Date in a threat by Party A: Threat 1",
                "CONFIRMED",
                "Carried out\\, 10\u{A0}February 2026."
            ),
            (
                "demand; threat deadline=9 state=not-carried-out state_date=5", "Date in a threat by Party A: Threat 1",
                "CANCELLED",
                "Not carried out\\, 5\u{A0}February 2026."
            ),
        ] as [(String, String, String, String?)])
    func saysWhoAskedWhomAndWhatCameOfIt(_ acts: String, _ summary: String, _ status: String, _ text: String?) throws {
        let lines = lines(try calendar(Dispute(acts).event))
        #expect(lines.contains("SUMMARY:" + summary), "\(lines)")
        #expect(lines.contains("STATUS:" + status))
        let description = lines.first { $0.hasPrefix("DESCRIPTION:") }
        if let text {
            #expect(try #require(description).hasPrefix("DESCRIPTION:" + text), "\(description ?? "")")
        } else {
            #expect(description == nil)
        }
    }

    @Test func namesTheDisputeInTheCalendarOfSeveral() throws {
        let acts = Dispute("demand deadline=9 summary=Now.").event
        let site = try MadeUpSite([
            ("a/event.md", acts), ("b/event.md", acts.replacing("The dispute", with: "Another")),
        ])
        let all = lines(site.context.calendar(ofEvent: -1).text).filter { $0.hasPrefix("DESCRIPTION:") }
        #expect(all == ["DESCRIPTION:Now.\\nThe dispute", "DESCRIPTION:Now.\\nAnother"])
    }

    @Test func hasOneForTheWholeSiteToo() throws {
        let second = PortStrike.event.replacing("2026-02-03", with: "2026-02-04")
        let site = try MadeUpSite([("port/event.md", PortStrike.event), ("rail/event.md", second)])
        let all = lines(site.context.calendar(ofEvent: -1).text)
        let parts = (0...1).map { lines(site.context.calendar(ofEvent: $0).text) }
        let names = { (lines: [String]) in lines.filter { $0.hasPrefix("UID:") } }
        #expect(names(all).count == 4)
        #expect(names(all) == names(parts[0]) + names(parts[1]))
        #expect(Set(names(all)).count == 4)
        #expect(all.contains("REFRESH-INTERVAL;VALUE=DURATION:P1D"))
        #expect(all.contains("SOURCE;VALUE=URI:https://example.org/disputes/deadlines.ics"))
    }
}
