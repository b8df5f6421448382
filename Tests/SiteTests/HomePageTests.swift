import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// The home page of a site about several disputes.
@Suite struct HomePageTests {
    private func home(_ events: [(name: String, acts: String)]) throws -> String {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Disputes\n---\n", to: "content/site.md")
        for (name, acts) in events { try folder.write(Dispute(acts).event, to: "content/\(name)/event.md") }
        let report = build(
            Configuration(
                content: folder.path("content"), theme: folder.path("theme"), output: folder.path("public")))
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let bytes = try #require(try folder.contents(of: "public")["index.html"])
        return String(decoding: bytes, as: UTF8.self)
    }

    private func part(_ id: String, of page: String) -> String {
        guard let start = page.range(of: "id=\"\(id)\"") else { return "" }
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.range(of: "<section class=\"part")?.lowerBound ?? rest.endIndex)])
    }

    @Test func openDisputesComeFirst() throws {
        let page = try home([
            ("a", "event title=Pier ended=9 as_of=10; demand; refused"),
            ("b", "event title=Ferry as_of=10; demand deadline=20 title=Sail; demand deadline=5"),
            ("c", "event title=Map as_of=10; demand title=Draw deadline=12 to=b,c,d; demand from=d"),
        ])
        #expect(part("open", of: page).contains("Ferry") && part("open", of: page).contains("Map"))
        #expect(!part("open", of: page).contains(">Pier<"))
        #expect(part("over", of: page).contains("Pier") && !part("over", of: page).contains("Ferry"))
        // Those that have passed are not ahead; the next one is first.
        let deadlines = part("deadlines", of: page)
        #expect(try #require(deadlines.range(of: "Draw")).lowerBound < #require(deadlines.range(of: "Sail")).lowerBound)
        #expect(deadlines.matches(of: /<li>/).count == 2)
        #expect(part("open", of: page).contains("and one other"))
        #expect(!page.contains("class=\"show\""))
    }

    /// Where a dispute is over, a deadline that was still to come is not ahead of anybody.
    @Test func deadlinesOfWhatIsOverAreNotAhead() throws {
        let acts = "as_of=10; demand deadline=12 title=Sail; refused"
        #expect(try home([("a", "event " + acts), ("b", "event title=Map")]).contains("Next deadline"))
        let page = try home([("a", "event ended=9 " + acts), ("b", "event title=Map")])
        #expect(!page.contains("Next deadline"), "\(page)")
    }

    @Test func showsTheNextFiveDeadlines() throws {
        let page = try home((1...7).map { ("e\($0)", "event as_of=2; demand deadline=\(20 - $0) title=D\($0)") })
        let deadlines = part("deadlines", of: page)
        #expect(deadlines.matches(of: />(D\d)</).map { String($0.1) } == ["D7", "D6", "D5", "D4", "D3"])
    }

    @Test func aSectionWithoutContentIsLeftOut() throws {
        let page = try home([("a", "event ended=9 as_of=10; demand"), ("b", "event ended=9 as_of=10; demand")])
        #expect(!page.contains("id=\"open\"") && !page.contains("id=\"deadlines\""))
    }

    @Test func manyDisputesThatAreOverAreRowsUnderTheirYears() throws {
        let page = try home(
            (1...19).map { ("e\($0)", "event ended=20\(10 + $0)-03-01 as_of=2040-01-01; demand date=2009") }
                + [("open", "event as_of=3; demand")])
        #expect(page.matches(of: /id="ended-(\d+)"/).map { String($0.1) } == (11...29).reversed().map { "20\($0)" })
        #expect(page.contains("href=\"#open\"") && page.contains("href=\"#ended-2011\""))
        #expect(part("over", of: page).matches(of: /class="entry/).isEmpty)
    }
}
