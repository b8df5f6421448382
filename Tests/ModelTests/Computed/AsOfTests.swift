import Diagnostics
import Model
import Reading
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
        // What is dated vaguely is known from its end, or from its first source.
        ("demand; accepted date=2026-02", 4, "open (open)"),
        ("source published=3; demand; accepted date=2026-02 sources=source1", 4, "agreed (open)"),
        ("source published=5; demand; accepted date=2026-02 sources=source1", 4, "open (open)"),
        ("demand; accepted date=2026-02-02..2026-02-06", 5, "open (open)"),
        ("demand; accepted date=2026-02-02..2026-02-06", 6, "agreed (open)"),
        ("demand; accepted date=2026-02-02~", 4, "agreed (open)"),
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
        // A summary may tell of the answer, unless it says that it was written before.
        ("", ["'summary'"]), ("updated=4", []), ("updated=5", ["'summary'"]),
        ("ended=5", ["'ended'", "'summary'"]), ("ended=4 status=settled", []),
        ("ended=5 status=settled", ["'ended'", "'status'", "'summary'"]),
        ("status=settled", ["'status'", "'summary'"]),
        ("updated: 2026-02-01\nkey_facts: {label: War, value: At once, sources: source1}", ["key fact 'War'"]),
        ("updated: 2026-02-01\nkey_facts: {label: War, value: At once, sources: source2}", []),
    ]

    @Test(arguments: parts) func saysWhatIsLeftOutOfTheEvent(_ fields: String, _ parts: [String]) throws {
        let acts = "demand sources=source1,source2; refused date=5; source published=5; source published=1"
        let text =
            fields.contains("key_facts")
            ? Dispute(acts).event.replacing("title: \"The dispute\"", with: "title: The dispute\n" + fields)
            : Dispute("event \(fields); " + acts).event
        #expect(try AsOfSite(text).parts == parts)
    }

    /// Fields of an answer, with a source of 1 February and one of 5 February, as of 4 February → what is left out of it.
    static let supported: [(field: String, parts: [String])] = [
        ("accounts={by:_party:a,_text:_No,_sources:_late}", ["account by 'party:a'"]),
        ("accounts={by:_party:a,_text:_No,_sources:_[late,_early]}", []),
        ("accounts={by:_party:a,_text:_No}", []),
        ("accounts={by:_source:late,_text:_No}", ["account by 'source:late'"]),
        ("accounts={by:_party:a,_text:_\"No_[@late]\"}", ["account by 'party:a'"]),
        ("grounds={title:_Law,_sources:_late}", ["ground 'Law'"]),
        ("grounds={title:_Law,_sources:_[early,_late]}", []), ("grounds={title:_Law}", []),
        ("grounds={title:_Law,_text:_\"See_[@late]\"}", ["ground 'Law'"]),
    ]

    @Test(arguments: supported) func leavesOutWhatOnlyLaterSourcesTell(_ field: String, _ parts: [String]) throws {
        let acts = "event updated=1; demand; refused \(field); source id=late published=5; source id=early published=1"
        #expect(try AsOfSite(Dispute(acts).event).parts == parts)
    }

    /// Acts → what is left of an entry as of 4 February.
    static let ends: [(acts: String, left: String)] = [
        ("role party=a from=1 until=9", "roles: from 2026-02-01"),
        ("role party=a from=1 until=3", "roles: from 2026-02-01 until 2026-02-03"),
        ("role party=a from=5", "roles:"),
        ("relation of=a kind=backs party=b from=1 until=9", "relations: from 2026-02-01"),
        ("relation of=a kind=backs party=b from=5", "relations:"),
        ("party id=a also_known_as={name:_Old,_until:_2026-02-09}", "names:"),
        ("party id=a also_known_as={name:_Old,_until:_2026-02-03}", "names: until 2026-02-03"),
        ("event phases={id:_p,_title:_P,_from:_2026-02-01,_until:_2026-02-09,_summary:_So}", "phases: from 2026-02-01"),
        (
            "event phases={id:_p,_title:_P,_from:_2026-02-01,_until:_2026-02-03,_summary:_So}",
            "phases: from 2026-02-01 until 2026-02-03 So"
        ),
        (
            "event phases=[{id:_p,_title:_P,_from:_2026-02-01,_summary:_So},{id:_q,_title:_Q,_from:_2026-02-05}]",
            "phases: from 2026-02-01"
        ),
        ("action date=2026-02-01/2026-02-09", "moments: 2026-02-01/.."),
        ("action date=2026-02-01/2026-02-03", "moments: 2026-02-01/2026-02-03"),
        ("source published=3; action date=2026-02-01..2026-02-09 sources=source1", "moments: [2026-02-01..2026-02-04]"),
        ("meeting date=2026-02-01..2026-02-09 planned=true announced=1", "moments: [2026-02-01..2026-02-09]"),
        ("meeting date=9 planned=true announced=1 cancelled=5", "called off: false"),
        ("meeting date=9 planned=true announced=1 cancelled=4", "called off: true"),
    ]

    @Test(arguments: ends) func forgetsEndsThatCameLater(_ acts: String, _ left: String) throws {
        let event = try Dispute("demand; " + acts).computed(asOf: "2026-02-04").site.events[0]
        func time(_ from: Located<EventDate>?, _ until: Located<EventDate>?, _ text: String? = nil) -> String {
            let parts = [from.map { "from " + $0.value.edtf }, until.map { "until " + $0.value.edtf }, text]
            return parts.compactMap(\.self).joined(separator: " ")
        }
        let entries = event.entries
        let told: [(String, [String])] = [
            ("roles", entries.people[0].roles.map { time($0.from, $0.until) }),
            ("relations", entries.parties[0].relations.map { time($0.from, $0.until) }),
            ("names", entries.parties[0].alsoKnownAs.map { time($0.from, $0.until) }),
            ("phases", event.phases.map { time($0.from, $0.until, $0.summary?.value) }),
            ("moments", entries.moments.map(\.date.value.edtf)),
            ("called off", entries.moments.map { String($0.cancelled != nil) }),
        ]
        let name = left.prefix { $0 != ":" }
        let own = told.filter { $0.0 == name }.flatMap(\.1)
        #expect(([name + ":"] + own).filter { !$0.isEmpty }.joined(separator: " ") == left)
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
        let acts =
            "event updated=1; demand sources=source1,source2; refused date=5; source published=5; source published=1"
        let site = try AsOfSite(Dispute(acts).event + text)
        #expect(site.event.head.body?.headings.map(\.text) == headings)
        #expect(site.parts.count == 2 - headings.count)
    }
}
