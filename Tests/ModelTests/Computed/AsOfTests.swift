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

    /// Of a threat without a date of its state what it was on a day, and how many of its deeds were known.
    static let deeds: [(acts: String, day: Int, state: String, count: Int)] = [
        ("threat state=imposed carried_out=m1; action date=5", 4, "threatened", 0),
        ("threat state=imposed carried_out=m1; action date=5", 5, "imposed", 1),
        ("threat state=imposed carried_out=m1,m2; action date=3; action date=5", 4, "imposed", 1),
        ("threat state=partly-imposed carried_out=m1,m2; action date=3; action date=4", 4, "partly-imposed", 2),
        ("threat state=not-carried-out; refused date=5", 4, "threatened", 0),
        ("threat state=withdrawn; refused date=3", 4, "withdrawn", 0),
    ]

    @Test(arguments: deeds) func knowsWhatBecameOfAThreatFromItsDeeds(
        _ acts: String, _ day: Int, _ state: String, _ count: Int
    ) throws {
        let threat = try Dispute("demand; " + acts).computed(asOf: "2026-02-0\(day)").site.events[0].entries.threats[0]
        #expect(threat.state.value.rawValue == state)
        #expect(threat.carriedOut.count == count)
    }

    /// Fields of the event, as of 4 February with an answer of 5 February → what is left out of the event itself.
    static let parts: [(event: String, parts: [String])] = [
        ("", []), ("ended=5", ["'ended'", "'summary'"]), ("ended=4 status=settled", []),
        ("ended=5 status=settled", ["'ended'", "'status'", "'summary'"]), ("status=settled", ["'status'"]),
        ("updated=5", ["'summary'"]), ("key_facts: {label: War, value: At once, sources: source1}", ["key fact 'War'"]),
        ("key_facts: {label: War, value: At once, sources: source2}", []),
    ]

    @Test(arguments: parts) func saysWhatIsLeftOutOfTheEvent(_ fields: String, _ parts: [String]) throws {
        let acts = "demand sources=source1,source2; refused date=5; source published=5; source published=1"
        let text =
            fields.hasPrefix("key_facts")
            ? Dispute(acts).event.replacing("title: \"The dispute\"", with: "title: The dispute\n" + fields)
            : Dispute("event \(fields); " + acts).event
        #expect(try AsOfSite(text).parts == parts)
    }

    /// A text with two sections → the headings that are left as of 4 February.
    static let sections: [(text: String, headings: [String])] = [
        ("## One\nThe [answer](response:r1).\n\n## Two\nMore.", ["Two"]),
        ("## One\nThe [demand](demand:d1).\n\n## Two\nMore [@source1].", ["One"]),
        ("## One\nOne [@source2].\n\n### Under\n[It](response:r1)\n\n## Two\n*More* [@source2].", ["Two"]),
        ("## One\nOne.\n\n## Two\nMore.", ["One", "Two"]),
    ]

    @Test(arguments: sections) func leavesOutSectionsThatNameLaterEntries(
        _ text: String, _ headings: [String]
    ) throws {
        let acts = "demand sources=source1,source2; refused date=5; source published=5; source published=1"
        let site = try AsOfSite(Dispute(acts).event + text)
        #expect(site.event.head.body?.headings.map(\.text) == headings)
        #expect(site.parts.count == 2 - headings.count)
    }
}
