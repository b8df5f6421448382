import Model
import TestSupport
import Testing

/// What becomes of demands and events, row by row: acts → status.
@Suite struct StatusTests {
    /// The statuses of all demands in the order of their ids.
    static let demands: [(acts: String, statuses: String)] = [
        // No answer.
        ("demand", "open"),
        ("demand; threat", "open"),
        ("demand deadline=5; event as_of=4", "open"),
        ("demand deadline=5; event as_of=5", "open"),
        ("demand deadline=5; event as_of=6", "unanswered"),
        ("demand deadline=5; meeting date=6", "unanswered"),
        ("demand deadline=2026-02; event as_of=28", "open"),
        ("demand deadline=2026-02; event as_of=2026-03-01", "unanswered"),
        ("demand deadline=2026-02-05T12:00Z; event as_of=2026-02-05T11:00Z", "open"),
        ("demand deadline=2026-02-05T12:00Z; event as_of=2026-02-05T13:00Z", "unanswered"),
        ("demand deadline=2026-02-05T12:00Z; event as_of=5", "open"),
        // One answer.
        ("demand; accepted", "agreed"),
        ("demand; agreed-in-principle", "agreed"),
        ("demand; complied", "met"),
        ("demand; accepted-with-conditions", "agreed-with-conditions"),
        ("demand; partly-accepted", "partly-agreed"),
        ("demand; counter-offer", "negotiating"),
        ("demand; negotiating", "negotiating"),
        ("demand; recommended", "negotiating"),
        ("demand; put-to-vote", "negotiating"),
        ("demand; refused", "refused"),
        ("demand; refused-for-now", "refused"),
        ("demand; challenged-in-court", "challenged-in-court"),
        ("demand; declined-to-comment", "open"),
        ("demand; no-response asked_on=2 asked_by=us", "open"),
        ("demand; unknown", "open"),
        ("demand; unclear", "open"),
        ("demand deadline=5; refused; event as_of=6", "refused"),
        ("demand deadline=5; accepted; event as_of=6", "agreed"),
        ("demand deadline=5; accepted date=6", "agreed"),
        ("demand deadline=5; complied date=5", "met"),
        ("demand deadline=5; complied date=6", "met-late"),
        ("demand deadline=2026-02; complied date=6", "met"),
        ("demand deadline=5; negotiating; event as_of=6", "negotiating"),
        ("demand deadline=5; unknown; event as_of=6", "open"),
        ("demand deadline=5; no-response asked_on=2 asked_by=us date=6", "unanswered"),
        // The latest answer counts, whatever the order of the entries.
        ("demand; refused; accepted date=3", "agreed"),
        ("demand; accepted date=3; refused", "agreed"),
        ("demand; accepted; refused date=3", "refused"),
        ("demand; accepted date=3; refused replaces=r1", "refused"),
        ("demand; recommended; refused date=3", "refused"),
        // Whoever takes an answer back has not given another one.
        ("demand; refused; reversed date=3 replaces=r1", "open"),
        ("demand; challenged-in-court; reversed date=3 replaces=r1", "open"),
        ("demand; accepted; reversed date=3 replaces=r1", "open"),
        ("demand; partly-accepted; reversed date=3 replaces=r1", "open"),
        ("demand; negotiating; reversed date=3 replaces=r1", "open"),
        // Several were asked.
        ("demand to=b,c; accepted; complied from=c", "agreed"),
        ("demand to=b,c; complied; complied from=c", "met"),
        ("demand to=b,c deadline=5; complied; complied from=c date=6", "met-late"),
        ("demand to=b,c; accepted from=b,c", "agreed"),
        ("demand to=b,c; accepted on_behalf_of=c", "agreed"),
        ("demand to=b,c; accepted", "mixed"),
        ("demand to=b,c; accepted; refused from=c", "mixed"),
        ("demand to=b,c; negotiating; accepted from=c", "mixed"),
        ("demand to=b,c; refused", "mixed"),
        ("demand to=b,c; refused; refused from=c", "refused"),
        ("demand to=b,c; refused; challenged-in-court from=c", "mixed"),
        ("demand to=b,c; refused; negotiating from=c", "mixed"),
        ("demand to=b,c; negotiating", "negotiating"),
        ("demand to=b,c; refused; unknown from=c", "mixed"),
        ("demand to=b,c deadline=5; refused; event as_of=6", "mixed"),
        ("demand; accepted from=c", "open"),
        // Agreements settle what they name, once they are ratified or in force.
        ("demand; agreement about=demand:d1", "settled"),
        ("demand; agreement settles=d1", "settled"),
        ("demand; agreement points=[{title:_Pay,demand:_d1}]", "settled"),
        ("demand; agreement settles=d1 state=tentative", "open"),
        ("demand; agreement settles=d1 state=ratified", "settled"),
        ("demand; agreement settles=d1 state=in-force", "settled"),
        ("demand; agreement settles=d1 state=rejected", "open"),
        ("demand; agreement settles=d1 state=broken", "open"),
        ("demand; agreement settles=d1 state=[tentative,{state:_ratified,date:_2026-02-05}]", "settled"),
        ("demand; agreement settles=d1 state=[tentative,{state:_ratified,date:_2026-02-05}]; event as_of=4", "open"),
        ("demand; agreement settles=d1 planned=true date=20", "open"),
        ("demand; agreed-in-principle; agreement settles=d1 state=tentative", "agreed"),
        ("demand; agreed-in-principle; agreement settles=d1 state=rejected", "open"),
        ("demand; refused; agreement about=demand:d1", "settled"),
        ("demand; agreement about=demand:d1; refused date=5", "settled"),
        ("demand; demand; agreement about=demand:d2", "open settled"),
        ("demand; demand; agreement settles=d1 about=demand:d2", "settled open"),
        ("demand; meeting about=demand:d1", "open"),
        ("demand; agreement", "open"),
        // A counter-offer that is accepted settles what it counters.
        ("demand; demand from=b to=a; counter-offer counter=d2", "negotiating open"),
        ("demand; demand from=b to=a; counter-offer counter=d2; accepted answers=d2 from=a date=3", "settled agreed"),
        ("demand; demand from=b to=a; counter-offer counter=d2; complied answers=d2 from=a date=3", "settled met"),
        (
            "demand; demand from=b to=a; counter-offer counter=d2; refused answers=d2 from=a date=3",
            "open refused"
        ),
        ("demand; demand from=b to=a; counter-offer counter=d2; agreement settles=d2", "settled settled"),
        ("demand; demand from=b to=a withdrawn=3; counter-offer counter=d2", "open withdrawn"),
        ("demand; demand from=b to=a withdrawn=4; refused; counter-offer counter=d2 date=3", "refused withdrawn"),
        // Moved deadlines: the last one counts.
        ("demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04}]; event as_of=6", "open"),
        ("demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04}]; event as_of=10", "unanswered"),
        ("demand deadline=[2026-02-05,{lifted:_true,set:_2026-02-04}]; event as_of=10", "open"),
        ("demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04}]; complied date=8", "met"),
        // Withdrawn, replaced, typed.
        ("demand withdrawn=4", "withdrawn"),
        ("demand withdrawn={date:_2026-02-04,statement:_s1}; statement", "withdrawn"),
        ("demand withdrawn=4; accepted", "withdrawn"),
        ("demand withdrawn=4; agreement about=demand:d1", "withdrawn"),
        ("demand; demand date=3 replaces=d1", "replaced open"),
        ("demand; accepted; demand date=3 replaces=d1", "replaced open"),
        ("demand withdrawn=2; demand date=3 replaces=d1", "withdrawn open"),
        ("demand; agreement about=demand:d1; demand date=4 replaces=d1", "replaced open"),
        ("demand status=lapsed status_reason=so; accepted", "lapsed"),
        ("demand status=met status_reason=so withdrawn=4", "met"),
        // An event that is over leaves open what was not decided.
        ("demand; demand; refused; event ended=5 as_of=6", "refused left-open"),
        ("demand; negotiating; event status=settled", "left-open"),
        ("demand; event status=stalled", "open"),
        ("demand; event ended=5 as_of=4", "open"),
        ("demand status=open status_reason=so; event status=ended", "open"),
    ]

    @Test(arguments: demands) func computesTheStatusOfADemand(_ acts: String, _ expected: String) throws {
        let statuses = try Dispute(acts).computed().record.statuses.map(\.rawValue)
        #expect(statuses.joined(separator: " ") == expected)
    }

    static let events: [(acts: String, status: String)] = [
        ("", "open"),
        ("meeting", "open"),
        ("demand", "open"),
        ("demand; refused", "open"),
        ("demand; negotiating", "open"),
        ("demand; accepted", "open"),
        ("demand; complied", "settled"),
        ("demand; partly-accepted", "open"),
        ("demand; agreement about=demand:d1", "settled"),
        ("demand; demand; complied; agreement about=demand:d2", "settled"),
        ("demand; demand; complied", "open"),
        ("demand withdrawn=4", "open"),
        ("demand withdrawn=4; demand; complied answers=d2", "settled"),
        ("demand; demand date=3 replaces=d1", "open"),
        ("demand; demand date=3 replaces=d1; complied answers=d2 date=4", "settled"),
        ("demand deadline=5; event as_of=6", "open"),
        ("demand; event ended=5 as_of=6", "ended"),
        ("demand; event ended=5 as_of=5", "ended"),
        ("demand; event ended=5 as_of=4", "open"),
        ("demand; event ended=5", "ended"),
        ("demand; accepted; event ended=5 as_of=6", "ended"),
        ("demand; event status=stalled", "stalled"),
        ("demand; event ended=5 as_of=6 status=settled", "settled"),
        ("demand; complied; event status=open", "open"),
    ]

    @Test(arguments: events) func computesTheStatusOfAnEvent(_ acts: String, _ expected: String) throws {
        let status = try Dispute(acts).computed().record.status.rawValue
        #expect(status == expected)
    }

    /// Which demands have both a deadline and a threat.
    static let ultimatums: [(acts: String, demands: String)] = [
        ("demand", ""),
        ("demand deadline=5", ""),
        ("demand; threat", ""),
        ("demand; threat deadline=5", ""),
        ("demand deadline=5; threat", "d1"),
        ("demand deadline=5; threat from=c", "d1"),
        ("demand deadline=5; threat state=withdrawn", "d1"),
        ("demand deadline=5; threat date=5", "d1"),
        ("demand deadline=5; threat date=6", ""),
        ("demand deadline=5; threat deadline=9", ""),
        ("demand deadline=5; threat date=6; threat", "d1"),
        ("demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04}]; threat date=6", "d1"),
        ("demand deadline=[2026-02-05,{lifted:_true,set:_2026-02-04}]; threat", ""),
        ("demand deadline=5; demand deadline=5; threat unless=d2", "d2"),
        ("demand deadline=5; demand deadline=5; threat unless=d1,d2", "d1 d2"),
    ]

    @Test(arguments: ultimatums) func findsUltimatums(_ acts: String, _ expected: String) throws {
        let (site, record) = try Dispute(acts).computed()
        let found = record.statuses.indices.filter { record.isUltimatum($0, in: site) }
        #expect(found.map { "d\($0 + 1)" }.joined(separator: " ") == expected)
    }

    /// Whether a date has passed for certain at the record's date.
    static let passed: [(date: String, asOf: String, hasPassed: Bool)] = [
        ("2026-02-05", "2026-02-04", false),
        ("2026-02-05", "2026-02-05", false),
        ("2026-02-05", "2026-02-06", true),
        ("2026-02-05~", "2026-02-06", true),
        ("2026-02", "2026-02-28", false),
        ("2026-02", "2026-03", true),
        ("2026", "2026-12-31", false),
        ("2026-02-05", "2026-02", false),
        ("2026-02-05..2026-02-07", "2026-02-06", false),
        ("2026-02-05..2026-02-07", "2026-02-08", true),
        ("2026-02-05/..", "2026-03-01", false),
        ("2026-02-05T12:00Z", "2026-02-05", false),
        ("2026-02-05T12:00Z", "2026-02-05T12:00Z", false),
        ("2026-02-05T12:00Z", "2026-02-05T12:01Z", true),
        ("2026-02-05T12:00Z", "2026-02-05T12:30+01:00", false),
        ("2026-02-05T23:30-05:00", "2026-02-06", false),
    ]

    @Test(arguments: passed) func knowsWhatHasPassed(_ date: String, _ asOf: String, _ expected: Bool) throws {
        let record = try Dispute("event as_of=\(asOf)").computed().record
        let deadline = try EventDate.parse(date).get()
        #expect(record.hasPassed(deadline) == expected)
    }

    @Test func nothingHasPassedWhereNothingHasADate() throws {
        let record = try Dispute("").computed().record
        #expect(!record.hasPassed(try EventDate.parse("2026-02-05").get()))
    }
}
