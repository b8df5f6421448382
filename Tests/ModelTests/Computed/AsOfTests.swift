import Model
import TestSupport
import Testing

/// What a dispute looks like on an earlier day, row by row: acts, that day of February → the statuses of the demands that
/// were known, and of the event.
@Suite struct AsOfTests {
    static let rows: [(acts: String, day: Int, statuses: String)] = [
        ("demand date=5", 4, "(open)"),
        ("demand date=5", 5, "open (open)"),
        ("demand date=5; demand date=3", 4, "open (open)"),
        ("demand; refused date=5", 4, "open (open)"),
        ("demand; refused date=5", 5, "refused (open)"),
        ("demand; refused; accepted date=5", 4, "refused (open)"),
        ("demand; refused; accepted date=5 replaces=r1", 4, "refused (open)"),
        ("demand; refused; accepted date=5", 5, "agreed (open)"),
        ("demand; accepted date=2026-02", 4, "agreed (open)"),
        ("demand; meeting date=9 planned=true announced=5", 4, "open (open)"),
        ("demand withdrawn=5", 4, "open (open)"),
        ("demand withdrawn=5", 5, "withdrawn (open)"),
        ("demand; demand date=5 replaces=d1", 4, "open (open)"),
        ("demand; demand date=5 replaces=d1", 5, "replaced open (open)"),
        ("demand; agreement date=5 about=demand:d1", 4, "open (open)"),
        ("demand; agreement date=5 about=demand:d1", 5, "settled (settled)"),
        ("demand deadline=3", 2, "open (open)"),
        ("demand deadline=3", 3, "open (open)"),
        ("demand deadline=3", 4, "unanswered (open)"),
        ("demand; event ended=5", 4, "open (open)"),
        ("demand; event ended=5", 5, "left-open (ended)"),
        ("demand; event as_of=9; refused date=5", 4, "open (open)"),
        ("demand deadline=[2026-02-03,{date:_2026-02-08,set:_2026-02-05}]", 4, "unanswered (open)"),
        ("demand deadline=[2026-02-03,{date:_2026-02-08,set:_2026-02-05}]", 5, "open (open)"),
        ("demand; agreement settles=d1 state=[tentative,{state:_ratified,date:_2026-02-05}]", 4, "open (open)"),
        ("demand; agreement settles=d1 state=[tentative,{state:_ratified,date:_2026-02-05}]", 5, "settled (settled)"),
        ("demand; complied; event status=settled ended=5", 4, "met (settled)"),
        ("demand; event status=settled ended=5", 4, "open (open)"),
        ("demand; event status=settled ended=5", 5, "left-open (settled)"),
        // A typed status is taken back with the acts that it may tell of.
        ("demand status=met status_reason=so; accepted date=5", 4, "open (open)"),
        ("demand status=met status_reason=so; accepted date=3", 4, "met (settled)"),
        ("demand; event status=settled; accepted date=5", 4, "open (open)"),
        ("demand; event status=stalled; accepted date=3", 4, "agreed (stalled)"),
        ("demand; event status=settled ended=4; refused date=9", 5, "left-open (settled)"),
        ("demand; event status=settled updated=9", 4, "open (open)"),
    ]

    @Test(arguments: rows) func takesBackWhatCameLater(_ acts: String, _ day: Int, _ expected: String) throws {
        let record = try Dispute(acts).computed(asOf: "2026-02-0\(day)").record
        let words = record.statuses.map(\.rawValue) + ["(\(record.status.rawValue))"]
        #expect(words.joined(separator: " ") == expected)
    }

    static let threats: [(fields: String, day: Int, state: String)] = [
        ("state=imposed state_date=5", 4, "threatened"),
        ("state=imposed state_date=5", 5, "imposed"),
        ("state=withdrawn state_date=5", 4, "threatened"),
        ("state=imposed", 4, "imposed"),
    ]

    @Test(arguments: threats) func takesBackWhatBecameOfAThreat(_ fields: String, _ day: Int, _ state: String) throws {
        let site = try Dispute("demand; threat \(fields)").computed(asOf: "2026-02-0\(day)").site
        #expect(site.events[0].entries.threats.map(\.state.value.rawValue) == [state])
    }
}
