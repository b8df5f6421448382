import Bytes
import Foundation
import TestSupport
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct AtomFeedTests {
    @Test func tellsCorrectionsAndUpdatesNewestFirst() throws {
        let feed = try PortStrike.site().context.feed().text
        let titles = feed.components(separatedBy: "<title>").dropFirst(2).map { $0.components(separatedBy: "<")[0] }
        #expect(
            titles
                == [
                    "Text changed: Raise pay by 5 %", "Correction: Raise pay by 5 %", "Threat carried out: Strike",
                    "Refused: The port refuses", "Threat: Strike", "Demand: Raise pay by 5 %", "Demand: A fixed rota",
                ].map { $0 + " (Strike at the port)" })
        #expect(feed.contains("<updated>2026-03-05T12:00:00Z</updated>"))
    }

    @Test func namesTheDisputeOnlyInTheFeedOfSeveral() throws {
        let site = try PortStrike.site()
        #expect(!site.context.feed(ofEvent: 0).text.contains("(Strike at the port)"))
        let alone = try MadeUpSite([("event.md", Dispute("demand").event)])
        #expect(alone.context.feed().text.contains("<title>Demand: Demand 1</title>"))
    }

    /// What was done → the title and the end of the text of its entry.
    @Test(arguments: [
        ("demand words=Six_per_cent", "Demand: Demand 1", "“Six per cent”"),
        ("demand", "Demand: Demand 1", "Party A asked Party B, 1\u{A0}February 2026."),
        ("demand summary=More_pay.", "Demand: Demand 1", "Party A asked Party B, 1\u{A0}February 2026. More pay."),
        ("demand; threat words=We_will_stop", "Threat: Threat 1", "“We will stop”"),
        ("demand withdrawn=5", "Withdrawn: Demand 1", "Withdrawn by Party A, 5\u{A0}February 2026."),
        (
            "demand; threat state=withdrawn state_date=5", "Withdrawn: Threat 1",
            "Withdrawn by Party A, 5\u{A0}February 2026."
        ),
        (
            "demand; action date=2026-02-03..2026-02-05 parties=a,c", "Action: Moment 1",
            "Between 3 and 5\u{A0}February 2026. Parties: Party A and Party C."
        ),
        (
            "demand; action date=2026-02-03..2026-02-05 parties=a,c by=a", "Action: Moment 1",
            "By Party A, between 3 and 5\u{A0}February 2026, concerning Party C."
        ),
        ("demand; action summary=So.", "Action: Moment 1", "3\u{A0}February 2026. So."),
        (
            "demand; meeting date=9 planned=true cancelled=5", "Called off: Moment 1",
            "It was planned for 9\u{A0}February 2026."
        ),
        (
            "demand; agreement points=[{title:_Four_per_cent},{title:_The_rota}]", "Agreement: Moment 1",
            "“Four per cent” and “The rota”."
        ),
    ]) func saysWhoAskedWhomForWhat(_ acts: String, _ title: String, _ text: String) throws {
        let feed = try MadeUpSite([("port/event.md", Dispute(acts).event)]).context.feed(ofEvent: 0).text
        let entry = feed.components(separatedBy: "<entry").first { $0.contains("<title>\(title)") }
        #expect(try #require(entry).contains(text + "</summary>"))
    }

    @Test func namesEntriesByTagsOfTheHostAndLinksAbsolutely() throws {
        let feed = try PortStrike.site().context.feed().text
        #expect(feed.contains("<id>tag:example.org,2026-03-05:/disputes/demand/pay/updated</id>"))
        #expect(feed.contains("href=\"https://example.org/disputes/port/demands/pay.html\""))
        #expect(feed.contains("rel=\"self\""))
    }

    @Test func withoutAnAddressHasUUIDsAndRelativeLinks() throws {
        let feed = try PortStrike.site(MadeUpSite.settings("")).context.feed().text
        let ids = feed.components(separatedBy: "<id>").dropFirst().map { $0.components(separatedBy: "<")[0] }
        let uuid = try Regex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        #expect(ids.count == 8)
        #expect(Set(ids).count == 8)
        #expect(ids.allSatisfy { $0.wholeMatch(of: uuid) != nil })
        #expect(feed.contains("href=\"port/demands/pay.html\""))
        #expect(!feed.contains("rel=\"self\""))
    }

    @Test func isWellFormedWhateverTheTextsHold() throws {
        let title = "\"A ]]> <b>&amp; \\\"x\\\" 'y'\""
        let text = PortStrike.event.replacing("title: Strike at the port", with: "title: " + title)
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed(ofEvent: 0)
        let parser = XMLParser(data: Data(feed))
        #expect(parser.parse(), "\(parser.parserError.debugDescription)")
        #expect(feed.text.contains("A ]]&gt; &lt;b&gt;&amp;amp; &#34;x&#34; &#39;y&#39;"))
    }

    @Test func leavesAwayWhatXMLForbids() throws {
        #expect(xmlCharacters("a\u{1}\u{B}b\u{FFFE}\u{FFFF}\t\nc\u{FEFF}\u{7F}") == "ab\t\nc\u{FEFF}\u{7F}")
        var writer = HTMLWriter()
        writer.xmlText("\u{0}<\u{1F}")
        #expect(writer.bytes.text == "&lt;")
    }

    @Test func holdsAtMostFiftyChanges() throws {
        let parties = (0..<80).map { "  - {id: p\($0), name: P\($0), kind: group, updated: 2026-01-01}\n" }.joined()
        let text = "---\ntitle: T\nsummary: S\nparties:\n\(parties)---\n"
        let feed = try MadeUpSite([("e/event.md", text)]).context.feed().text
        #expect(feed.components(separatedBy: "<entry").count == 51)
    }

    @Test func tellsTwoCorrectionsOfOneDayApart() throws {
        let text = PortStrike.event.replacing(
            "text: The rate was wrong.}",
            with: "text: The rate was wrong.}\n      - {date: 2026-03-04, kind: correction, text: Again.}")
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed().text
        let before = try PortStrike.site().context.feed().text
        #expect(ids(before).isSubset(of: ids(feed)))
        #expect(ids(feed).filter { $0.contains("/correction/") }.count == 2)
    }

    private func ids(_ feed: String) -> Set<String> {
        Set(feed.components(separatedBy: "<id>").dropFirst().map { $0.components(separatedBy: "<")[0] })
    }

    /// What is added to a record with a correction, and whether the ids that were there stay.
    @Test(arguments: [
        "", "correction date=3 text=Another", "correction date=3 kind=clarification", "demand; refused answers=d2",
        "agreement state=ratified date=9", "vote vote={for:_3}",
    ])
    func keepsIDsWhenMoreIsAdded(_ more: String) throws {
        let acts = "demand deadline=9; refused; correction; threat state=imposed state_date=8"
        let first = try MadeUpSite([("event.md", Dispute(acts).event)]).context.feed().text
        let grown = Dispute(acts + (more.isEmpty ? "" : "; " + more))
        let later = try MadeUpSite([("event.md", grown.event)]).context.feed().text
        #expect(ids(first).subtracting(ids(later)) == [])
        #expect(ids(later).count == later.components(separatedBy: "<id>").count - 1)
    }

    @Test func keepsIDsWhenASiteGrows() throws {
        let one = try MadeUpSite([("event.md", PortStrike.event)])
        let names = { (site: MadeUpSite, event: Int) in
            Set(
                site.context.calendar(ofEvent: event).text.replacing("\r\n ", with: "")
                    .components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") })
        }
        for (first, second) in [("a", "b"), ("z", "zz")] {
            // The other event has the same ids on the same days.
            let two = try MadeUpSite([
                ("\(first)/event.md", PortStrike.event), ("\(second)/event.md", PortStrike.event),
            ])
            #expect(ids(one.context.feed().text).subtracting(ids(two.context.feed().text)) == [])
            let own = ids(two.context.feed(ofEvent: 0).text)
            #expect(ids(one.context.feed().text).subtracting(own) == ["https://example.org/disputes/"])
            #expect(names(one, 0) == names(two, 0))
            #expect(names(two, 0).isDisjoint(with: names(two, 1)))
        }
    }

    /// What is recorded, and the entry that tells of it.
    @Test(arguments: [
        ("demand", "Demand: Demand 1", "Party A asked Party B, 1 February 2026."),
        (
            "demand channel=court", "Demand: Demand 1",
            "Party A asked a court for an order against Party B, 1 February 2026."
        ),
        ("demand form=offer", "Offer: Demand 1", "Party A made Party B an offer, 1 February 2026."),
        (
            "demand; refused", "Refused: Answer 1",
            "Party B, on “Demand 1”: Refused, 2 February 2026."
        ),
        (
            "demand; threat state=imposed state_date=4", "Threat carried out: Threat 1",
            "Threat by Party A: Threat 1. Carried out 4 February 2026."
        ),
        (
            "demand; threat state=imposed carried_out=m1; action date=6 title=Walk-out",
            "Threat carried out: Walk-out", "Threat by Party A: Threat 1. Carried out 6 February 2026: Walk-out."
        ),
        (
            "demand deadline=[2026-02-09,{date:_2026-02-12,_set:_2026-02-08}]", "Deadline moved: Demand 1",
            "The deadline was moved from 9 February 2026 to 12 February 2026 (8 February 2026)."
        ),
        (
            "demand deadline=[2026-02-09,{lifted:_true,_set:_2026-02-08}]", "Deadline lifted: Demand 1",
            "The deadline of 9 February 2026 was lifted (8 February 2026)."
        ),
        ("demand withdrawn=5", "Withdrawn: Demand 1", "Withdrawn by Party A, 5 February 2026."),
        (
            "demand; agreement parties=a,b state=ratified settles=d1", "Agreement ratified: Moment 1",
            "Agreement between Party A and Party B, ratified 3 February 2026."
        ),
        (
            "demand; vote vote={for:_12,_against:_3,_who:_members}", "Vote: Moment 1",
            "Vote by members: 12 for, 3 against."
        ),
        ("demand; ruling parties=a,b date=3", "Ruling: Moment 1", "3 February 2026. Parties: Party A and Party B."),
        (
            "demand; party id=k kind=court name=Court; ruling parties=a,b,k date=3", "Ruling: Moment 1",
            "By Court, 3 February 2026, concerning Party A and Party B."
        ),
        (
            "demand; ruling by=a vote={for:_11,against:_6} date=3", "Ruling: Moment 1",
            "By Party A, 3 February 2026. Vote: 11 for, 6 against."
        ),
        (
            "demand; agreement parties=a,b state=[tentative,{state:_ratified,_date:_2026-02-05,_by:_a}]",
            "Agreement ratified by Party A: Moment 1",
            "Agreement between Party A and Party B, ratified by Party A, 5 February 2026."
        ),
        ("demand; correction", "Correction: Demand 1", "It was wrong."),
    ])
    func tellsWhatChanged(_ acts: String, _ title: String, _ text: String) throws {
        let site = try MadeUpSite([("event.md", Dispute(acts).event)])
        // Dates have no-break spaces.
        let feed = site.context.feed().text.replacing("\u{A0}", with: " ")
        let entries = feed.components(separatedBy: "<entry>").dropFirst().filter {
            $0.contains("<title>\(title)</title>")
        }
        #expect(entries.count == 1)
        #expect(entries.first?.contains("<summary>\(text)</summary>") == true, "\(entries)")
    }

    @Test func tellsTheSameAsJSON() throws {
        let site = try PortStrike.site()
        let output = try #require(site.plan.output(ExportType.jsonFeed.kind))
        let bytes = ExportType.jsonFeed.write(site.context, output).bytes
        let feed = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://example.org/disputes/feed.json")
        let items = try #require(feed["items"] as? [[String: Any]])
        let atom = ids(site.context.feed().text)
        #expect(items.count == 7)
        #expect(Set(items.compactMap { $0["id"] as? String }).isSubset(of: atom))
    }

    @Test func saysTheLanguageWhereAnEventHasItsOwn() throws {
        let text = PortStrike.event.replacing("zone: Europe/Lisbon", with: "language: pt-PT\nzone: Europe/Lisbon")
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed().text
        #expect(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"))
        #expect(feed.contains("<entry xml:lang=\"pt-PT\">"))
    }
}
