import Foundation
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct EventExportTests {
    private func object(_ site: MadeUpSite, event: Int = 0) throws -> [String: Any] {
        let bytes = site.context.eventJSON(ofEvent: event)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func entry(_ list: String, _ id: String, in event: [String: Any]) throws -> [String: Any] {
        let entries = try #require(event[list] as? [[String: Any]])
        return try #require(entries.first { $0["id"] as? String == id })
    }

    @Test(arguments: [
        "content", "Tests/SiteTests/Sites/long/content", "Tests/SiteTests/Sites/court-case/content",
    ]) func fitsItsSchema(_ folder: String) throws {
        let site = try MadeUpSite(folder: folder)
        let validator = try SchemaValidator(EventSchema.encoded())
        #expect(!site.site.events.isEmpty)
        for event in site.site.events.indices {
            #expect(try validator.faults(in: site.context.eventJSON(ofEvent: event)) == [])
        }
    }

    @Test func fitsItsSchemaWithAnEntryOfEveryKind() throws {
        let validator = try SchemaValidator(EventSchema.encoded())
        #expect(try validator.faults(in: PortStrike.site().context.eventJSON(ofEvent: 0)) == [])
    }

    @Test func schemaRefusesWhatItDoesNotName() throws {
        let validator = try SchemaValidator(EventSchema.encoded())
        let text = try PortStrike.site().context.eventJSON(ofEvent: 0).text
        let wrong = [
            text.replacing("\"force\": \"ultimatum\"", with: "\"force\": \"order\""),
            text.replacing("\"short_name\"", with: "\"nickname\""),
            text.replacing("\"edtf\": \"2026-02-03\", ", with: ""),
            text.replacing("\"demand\": \"pay\"", with: "\"demand\": \"No Id\""),
        ]
        for text in wrong { #expect(try !validator.faults(in: Array(text.utf8)).isEmpty) }
    }

    @Test func publishedSchemaIsTheOneTheProgramWrites() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "public/event.schema.json")
        let written = EventSchema.encoded()
        if ProcessInfo.processInfo.environment["EXPLAINER_RECORD"] != nil {
            try Data(written).write(to: file)
            Issue.record("recorded public/event.schema.json; run again without EXPLAINER_RECORD")
        }
        #expect(try Data(contentsOf: file) == Data(written), "run the tests with EXPLAINER_RECORD=1 to write it anew")
    }

    @Test func tellsWhatIsComputed() throws {
        let event = try object(PortStrike.site())
        let demand = try entry("demands", "pay", in: event)
        #expect(demand["force"] as? String == "ultimatum")
        #expect(demand["status"] as? String == "refused")
        #expect(demand["deadline_has_passed"] as? Bool == true)
        #expect(demand["threats"] as? [String] == ["strike"])
        let rota = try entry("demands", "rota", in: event)
        #expect(rota["force"] as? String == "demand")
        #expect(rota["deadline_has_passed"] as? Bool == false)
        let statement = try entry("statements", "ana-pay", in: event)
        #expect(statement["title"] as? String == "Ana Dias: “Five per cent, and not a cent less”")
        #expect(statement["for"] as? String == "dockers")
        #expect(statement["as"] as? String == "secretary")
        let sheet = try #require(event["answer_sheet"] as? [[String: Any]])
        let holes = try #require(sheet.first { $0["demand"] as? String == "rota" }?["answers"] as? [[String: Any]])
        #expect(holes.count == 1)
        #expect(holes.first?["response"] == nil)
        let timeline = try #require(event["timeline"] as? [[String: Any]])
        #expect(
            timeline.compactMap { $0["kind"] as? String } == [
                "began", "demand", "demand", "threat", "statement", "moment", "response", "deadline", "outcome",
                "deadline",
            ])
    }

    @Test func tellsDatesAsWrittenAndAsBounds() throws {
        let event = try object(PortStrike.site())
        let demand = try entry("demands", "pay", in: event)
        let deadline = try #require(demand["deadline"] as? [String: String])
        #expect(deadline["earliest"] == "2026-03-01T18:00:00Z")
        let rota = try #require(entry("demands", "rota", in: event)["date"] as? [String: String])
        #expect(rota["edtf"] == "2026-02")
        #expect(rota["earliest"] == "2026-02-01")
        #expect(rota["latest"] == "2026-02-28")
        #expect(rota["words"] == "February 2026")
    }

    @Test func takesInWhatIsSharedAndUsedAndNothingElse() throws {
        let shared = [
            ("parties/harbour.md", "---\nname: Harbour\nkind: government\npart_of: state\n---\n"),
            ("parties/state.md", "---\nname: State\nkind: government\nsources: [law]\n---\n"),
            ("parties/other.md", "---\nname: Other\nkind: group\n---\n"),
            ("sources/law.md", "---\ntitle: The law\ntype: legislation\n---\n"),
            ("sources/unused.md", "---\ntitle: Unused\ntype: book\n---\n"),
        ]
        let text = PortStrike.event.replacing("parties: [dockers, port]", with: "parties: [dockers, harbour]")
        let event = try object(MadeUpSite([("port/event.md", text)] + shared))
        let parties = try #require(event["parties"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(parties == ["dockers", "port", "harbour", "state"])
        #expect(try entry("parties", "harbour", in: event)["is_shared"] as? Bool == true)
        #expect(try entry("parties", "harbour", in: event)["page"] as? String == "../parties/harbour.html")
        let sources = try #require(event["sources"] as? [[String: Any]])
        // The event's own `sources` list cites as well as defines.
        #expect(sources.compactMap { $0["title"] as? String }.sorted() == ["The law", "The paper’s report"])
    }

    @Test func namesEntriesOfOtherEventsWithTheirEvent() throws {
        let other = PortStrike.event.replacing("about: [demand:pay]", with: "about: [demand:port/pay]")
        let site = try MadeUpSite([("port/event.md", PortStrike.event), ("quay/event.md", other)])
        let statement = try entry("statements", "ana-pay", in: object(site, event: 1))
        let about = try #require(statement["about"] as? [[String: String]])
        #expect(about == [["kind": "demand", "id": "port/pay"]])
    }

    @Test func handsOnDataOfTheWritersOwnAsItIs() throws {
        let site = try MadeUpSite([
            ("event.md", "---\ntitle: E\nsummary: S\nextra: {a: 01, b: [x, true], c: {d: \"true\"}}\n---\n"),
            ("parties/p.md", "---\nname: P\nkind: union\nextra: {rating: no}\n---\n"),
        ])
        #expect(site.diagnostics.isEmpty)
        let bytes = site.context.eventJSON(ofEvent: 0)
        #expect(try SchemaValidator(EventSchema.encoded()).faults(in: bytes) == [])
        let event = try object(site)
        let extra = try #require(event["extra"] as? [String: Any])
        #expect(extra["a"] as? String == "01")
        #expect(extra["b"] as? [NSObject] == ["x" as NSString, true as NSNumber])
        #expect((extra["c"] as? [String: Any])?["d"] as? String == "true")
        #expect((try entry("parties", "p", in: event)["extra"] as? [String: String]) == ["rating": "no"])
    }

    /// A threat need not name a demand: the schema does not ask for one either.
    @Test func fitsItsSchemaWithAThreatWithoutADemand() throws {
        let threat = "title: T\nfrom: p\nto: p\nkind: strike\ndate: 2026\nstate: threatened"
        let site = try MadeUpSite([
            ("event.md", "---\ntitle: E\nsummary: S\n---\n"), ("parties/p.md", "---\nname: P\nkind: union\n---\n"),
            ("threats/t.md", "---\n\(threat)\n---\n"),
        ])
        #expect(site.site.events[0].entries.threats.count == 1)
        #expect(try SchemaValidator(EventSchema.encoded()).faults(in: site.context.eventJSON(ofEvent: 0)) == [])
    }
}
