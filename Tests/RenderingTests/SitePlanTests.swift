import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct SitePlanTests {
    private func event(_ demand: String, _ own: String = "") -> String {
        PortStrike.event.replacing("    summary: Five", with: "    moved_from: \(demand)\n    summary: Five")
            .replacing("zone: ", with: own + "zone: ")
    }

    private func redirects(_ plan: SitePlan) -> [String] {
        plan.outputs.filter { plan.kind(of: $0).form == .redirect }.map { "\($0.path) \(plan.target(of: $0).path)" }
    }

    @Test func plansPagesExportsFilesAndRedirectsInThisOrder() throws {
        let site = try MadeUpSite(
            [
                ("port/event.md", event("[old.html]")),
                ("site.md", MadeUpSite.settings("base_url: https://example.org/disputes/\npublish: [port/map.png]")),
            ],
            assets: ["port/map.png", "port/notes.docx"])
        #expect(
            site.plan.outputs.map(\.path) == [
                "index.html", "port/index.html", "port/timeline.html", "port/parties/dockers.html",
                "port/parties/port.html", "port/people/ana.html", "port/demands/pay.html", "port/demands/rota.html",
                "port/refusals/no.html", "port/threats/strike.html", "port/statements/ana-pay.html",
                "port/terms.html", "port/sources.html", "corrections.html", "search.html", "404.html",
                "search-index.js", "sitemap.xml", "event.schema.json", "robots.txt", "port/feed.xml", "port/feed.json",
                "port/event.json", "port/card.svg", "port/deadlines.ics", "port/data/demands.csv",
                "port/data/statements.csv", "port/data/timeline.csv", "port/data/sources.csv",
                "port/data/csv-metadata.json", "feed.xml", "feed.json", "deadlines.ics", "assets/style.css",
                "port/map.png", "old.html",
            ])
    }

    @Test(
        arguments: [
            (EntryKind.demand, "pay", "port/demands/pay.html", nil),
            (.response, "no", "port/refusals/no.html", nil),
            (.moment, "talks", "port/timeline.html", "on-moment-talks"),
            (.source, "paper", "port/sources.html", "source-paper"),
            (.term, "rota-word", "port/terms.html", "term-rota-word"),
        ] as [(EntryKind, String, String, String?)])
    func knowsWhereAnEntryIsTold(_ kind: EntryKind, _ id: String, _ path: String, _ anchor: String?) throws {
        let site = try PortStrike.site()
        #expect(site.plan.route(of: try site.handle(kind, id)) == Route(path, anchor: anchor))
    }

    @Test func saysWhatAFileDependsOn() throws {
        let plan = try PortStrike.site().plan
        let inputs = Dictionary(plan.outputs.map { ($0.path, $0.inputs) }) { first, _ in first }
        #expect(inputs["port/demands/pay.html"] == .event(0))
        #expect(inputs["port/event.json"] == .event(0))
        #expect(inputs["index.html"] == .site)
        #expect(inputs["feed.xml"] == .site)
    }

    @Test func leadsOldFilesAndFoldersToTheEntry() throws {
        let site = try MadeUpSite([("port/event.md", event("[/old/pay.html, pay/]"))])
        #expect(
            redirects(site.plan) == [
                "old/pay.html port/demands/pay.html", "pay/index.html port/demands/pay.html",
            ])
        #expect(site.plan.collisions.isEmpty)
    }

    @Test func leadsEveryPageOfAMovedEvent() throws {
        let site = try MadeUpSite([("port/event.md", event("[dock/demands/rota.html]", "moved_from: dock\n"))])
        let paths = redirects(site.plan)
        #expect(paths.count == 12)
        #expect(paths.contains("dock/demands/pay.html port/demands/pay.html"))
        #expect(paths.contains("dock/demands/rota.html port/demands/pay.html"), "the demand's own old path")
        #expect(paths.contains("dock/index.html port/index.html"))
        #expect(paths.contains("dock/timeline.html port/timeline.html"))
        #expect(paths == paths.sorted())
    }

    @Test(
        arguments: [
            // A page, a list, an export, another entry's page in other letters, its own page.
            ("port/timeline.html", "port/timeline.html", false), ("search.html", "search.html", false),
            ("Port/Demands/Rota.html", "port/demands/rota.html", false),
            ("port/demands/pay.html", "port/demands/pay.html", false), ("404.html", "404.html", false),
            // In a folder that has the name of a file.
            ("FEED.xml/", "FEED.xml/index.html", true), ("map.png/old.html", "map.png/old.html", true),
            ("assets/style.css/", "assets/style.css/index.html", true),
            ("free.html", nil, false), ("port/demands/", nil, false),
        ] as [(String, String?, Bool)])
    func findsCollisions(_ old: String, _ first: String?, _ isFolder: Bool) throws {
        let site = try MadeUpSite(
            [
                ("port/event.md", event("['\(old)']")),
                ("site.md", MadeUpSite.settings("base_url: https://example.org/disputes/\npublish: [map.png]")),
            ],
            assets: ["map.png"])
        #expect(site.plan.collisions.map(\.first.path) == (first.map { [$0] } ?? []))
        #expect(site.plan.collisions.allSatisfy { $0.isFolder == isFolder })
        // A redirect whose path another file has is not written.
        #expect(redirects(site.plan).isEmpty == (first != nil && !isFolder))
    }

    @Test func aPathThatTwoEntriesHadLeadsToTheFirst() throws {
        let site = try MadeUpSite([("port/event.md", event("[a.html]", "moved_from: a.html\n"))])
        #expect(redirects(site.plan) == ["a.html port/index.html"])
        #expect(site.plan.collisions.count == 1)
    }
}
