import Drawing
import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct PartyLooksTests {
    /// Two events that share a party, which comes last in one and first in the other.
    private func site() throws -> MadeUpSite {
        func event(_ title: String, _ own: String, _ parties: [String]) -> String {
            let demands = zip(parties, parties.dropFirst()).enumerated().map { index, pair in
                "  - {id: d\(index), title: T, from: \(pair.0), to: \(pair.1), date: 2026-01-0\(index + 1)}"
            }
            return """
                ---
                title: \(title)
                summary: S
                parties:
                \(own)
                demands:
                \(demands.joined(separator: "\n"))
                ---
                """
        }
        func party(_ id: String, _ name: String) -> String { "  - {id: \(id), name: \(name), kind: company}" }
        return try MadeUpSite([
            ("parties/mayor.md", "---\nname: Mayor of Town\nkind: government\n---\n"),
            ("parties/never.md", "---\nname: Nobody\nkind: unknown\n---\n"),
            (
                "a/event.md",
                event("A", party("one", "First Firm") + "\n" + party("two", "Mill Trust"), ["one", "two", "mayor"])
            ),
            ("b/event.md", event("B", party("three", "Third Firm"), ["mayor", "three"])),
        ])
    }

    private func looks(_ site: MadeUpSite) -> (events: [PartyTable], shared: PartyTable) {
        let texts = KeptTexts(site.site) { _ in nil }
        let indexes = site.context.records.map { EventIndex(site.site, $0, keptTexts: texts) }
        let looks = PartyLooks(indexes.map { PartyTable($0, in: site.site) }, in: site.site)
        return (indexes.indices.map(looks.table(ofEvent:)), looks.shared)
    }

    private func look(_ name: String, _ table: PartyTable, _ site: Site) throws -> [String] {
        let place = try #require(table.parties.firstIndex { site[$0].displayName == name })
        return [table.initials[place], table.colors[place].className]
    }

    @Test func aSharedPartyLooksTheSameOnEveryPage() throws {
        let site = try site()
        let (events, shared) = looks(site)
        // Its place in the first event gives the colour; "Mill Trust" came before it there and keeps its initials.
        for table in events + [shared] { #expect(try look("Mayor of Town", table, site.site) == ["MT", "p3"]) }
        #expect(try look("Nobody", shared, site.site).first == "NO")
    }

    @Test func anEventsOwnPartiesKeepClearOfIt() throws {
        let site = try site()
        let (events, _) = looks(site)
        #expect(try look("First Firm", events[0], site.site) == ["FF", "p1"])
        #expect(try look("Mill Trust", events[0], site.site) == ["MR", "p2"])
        #expect(try look("Third Firm", events[1], site.site) == ["TF", "p2"])
        for table in events {
            #expect(Set(table.initials).count == table.initials.count)
            #expect(Set(table.colors).count == table.colors.count)
        }
    }
}
