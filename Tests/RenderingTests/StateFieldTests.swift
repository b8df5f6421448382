import Exporting
import Model
import TestSupport
import Testing

@testable import Rendering

/// The fields that decide and explain states: each is read, kept in data as its schema says, and taken out by `--as-of` if
/// it tells of later.
@Suite struct StateFieldTests {
    /// The field, a dispute that has it, what event.json says, and the same as of a day before it was known: nil if the
    /// field does not depend on the date.
    static let rows: [(field: String, acts: String, data: String, earlier: (day: String, data: String)?)] = [
        ("event.state", "demand; event state=On_strike", #""state": "On strike.""#, nil),
        ("event.state", "demand; event state=On_strike", #""stated": "On strike""#, nil),
        (
            "event.outcome", "demand; event ended=5 outcome=A_*loan*. status=settled", #""outcome": "A loan.""#,
            ("2026-02-04", #""state": "Open.""#)
        ),
        (
            "event.phases", "demand; event phases=[{id:_talks,title:_Talks,from:_2026-02-03,until:_2026-02-04}]",
            #""phases": ["#, nil
        ),
        ("demand.form", "demand form=offer", #""form": "offer""#, nil),
        ("demand.main", "demand main=true", #""main": true"#, nil),
        ("demand.follows", "demand; demand follows=d1", #""follows": "d1""#, nil),
        ("demand.default", "demand default=A_yes", #""default": "A yes""#, nil),
        (
            "demand.through", "demand through=c,ann", #""through": [{"kind": "party", "id": "c"}, {"kind": "person""#,
            nil
        ),
        (
            "demand.points", "demand points=[{title:_Pay,text:_'*Six*_per_cent'}]",
            #""points": [{"title": "Pay", "text": "Six per cent"}]"#, nil
        ),
        (
            "demand.deadline", "demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04,by:_a}]",
            #""deadline": {"edtf": "2026-02-09""#, ("2026-02-03", #""deadline": {"edtf": "2026-02-05""#)
        ),
        (
            "demand.deadline", "demand deadline=[2026-02-05,{date:_2026-02-09,set:_2026-02-04,by:_a}]",
            #""deadlines": [{"date": {"edtf": "2026-02-05""#, nil
        ),
        (
            "demand.deadline", "demand deadline=[2026-02-05,{lifted:_true,set:_2026-02-04}]", #""lifted": true"#,
            ("2026-02-03", #""deadline": {"edtf": "2026-02-05""#)
        ),
        (
            "demand.withdrawn", "demand withdrawn={date:_2026-02-04,statement:_s1}; statement date=4",
            #""withdrawal": {"date": {"edtf": "2026-02-04""#, ("2026-02-03", #""status": "open""#)
        ),
        ("demand.withdrawn", "demand withdrawn=4", #""withdrawn": {"edtf": "2026-02-04""#, nil),
        (
            "response.vote", "demand; refused vote={question:_Strike?,for:_1204,against:_two_thirds,who:_members}",
            #""vote": [{"question": "Strike?", "for": "1204", "against": "two thirds", "who": "members"}]"#, nil
        ),
        ("threat.carried_out", "demand; threat carried_out=m1; action", #""carried_out": [{"moment": "m1"}]"#, nil),
        (
            "threat.carried_out", "demand; threat carried_out={moment:_m1,by:_c}; action",
            #""carried_out": [{"moment": "m1", "by": ["c"]}]"#, nil
        ),
        ("threat.label", "demand; threat label=warned", #""label": "warned""#, nil),
        ("moment.settles", "demand; agreement settles=d1", #""settles": ["d1"]"#, nil),
        (
            "moment.points", "demand; agreement points=[{title:_Pay,demand:_d1}]",
            #""points": [{"title": "Pay", "demand": "d1"}]"#, nil
        ),
        ("moment.state", "demand; agreement state=tentative", #""states": [{"state": "tentative"}]"#, nil),
        (
            "moment.state", "demand; agreement settles=d1 state=[tentative,{state:_ratified,date:_2026-02-06}]",
            #""states": [{"state": "tentative"}, {"state": "ratified""#,
            ("2026-02-05", #""states": [{"state": "tentative"}]"#)
        ),
        (
            "moment.vote", "demand; vote vote={for:_12,against:_9,turnout:_81_per_cent}", #""turnout": "81 per cent""#,
            nil
        ),
        ("moment.planned", "demand; meeting planned=true announced=2", #""planned": true"#, nil),
        ("moment.announced", "demand; meeting planned=true announced=2", #""announced": {"edtf": "2026-02-02""#, nil),
    ]

    @Test(arguments: rows.indices) func isKeptInData(_ row: Int) throws {
        let (field, acts, data, earlier) = Self.rows[row]
        let validator = try SchemaValidator(EventSchema.encoded())
        func json(_ asOf: String?) throws -> String {
            let site = try MadeUpSite([("event.md", Dispute(acts).event)], asOf: asOf)
            #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(field)")
            let bytes = site.context.eventJSON(ofEvent: 0)
            #expect(try validator.faults(in: bytes) == [], "\(field)")
            return String(decoding: bytes, as: UTF8.self)
        }
        let text = try json(nil)
        #expect(text.contains(data), "\(field): \(text)")
        if let earlier { #expect(try json(earlier.day).contains(earlier.data), "\(field)") }
    }

    /// Faults in what is written: the message, or nil for none.
    @Test(arguments: [
        (
            "demand deadline=[2026-02-05,2026-02-09]",
            "a deadline that was moved needs 'set': the date on which it was moved"
        ),
        ("demand deadline={set:_2026-02-04}", "a deadline needs a 'date', or 'lifted: true'"),
        ("demand form=wish", "'form' of demand cannot be 'wish'"),
        ("demand; agreement state=signed", "'state' of moment cannot be 'signed'"),
        ("demand; refused vote={for:_12,yes:_3}", "vote has no field 'yes'"),
        ("demand withdrawn={statement:_s1}; statement", "withdrawal has no 'date'"),
    ]) func reportsWhatIsWrong(_ acts: String, _ message: String) throws {
        let site = try MadeUpSite([("event.md", Dispute(acts).event)])
        #expect(site.diagnostics.map(\.message).contains(message), "\(site.diagnostics.map(\.message))")
    }

    @Test func aFormerStatusIsReadWithAWarningAndAFix() throws {
        let site = try MadeUpSite([("event.md", Dispute("demand status=partly-met status_reason=so").event)])
        let warning = try #require(site.diagnostics.first)
        #expect(site.diagnostics.count == 1 && warning.code.name == "former-field" && warning.severity == .warning)
        #expect(warning.message == "'partly-met' of 'status' is now called 'partly-agreed'")
        #expect(warning.fixIt?.replacement == "partly-agreed")
        #expect(site.context.records[0].statuses == [.partlyAgreed])
    }

    /// What a party is said to have done with a threat.
    @Test(arguments: [
        ("threat", Threat.Label.threatened), ("threat kind=lawsuit", .saidItWould),
        ("threat kind=compel-by-law", .saidItWould), ("threat kind=lawsuit label=warned", .warned),
        ("threat from=c kind=penalty; party id=c kind=court", .saidItWould),
    ]) func aThreatHasALabel(_ acts: String, _ label: Threat.Label) throws {
        let site = try MadeUpSite([("event.md", Dispute("demand; " + acts).event)])
        #expect(site.site.label(of: site.site.events[0].entries.threats[0]) == label)
    }

    /// The sentence of the page is that of the data, the feed, the description and the card.
    @Test func theStateIsTheSameEverywhere() throws {
        let site = try MadeUpSite([("event.md", Dispute("demand deadline=9; refused; event updated=3").event)])
        let state = "Refused on 2\u{A0}February 2026. The deadline is 9\u{A0}February 2026."
        #expect(site.context.stateText(ofEvent: 0) == state)
        #expect(String(decoding: site.context.eventJSON(ofEvent: 0), as: UTF8.self).contains("\"state\": \"\(state)\""))
    }
}
