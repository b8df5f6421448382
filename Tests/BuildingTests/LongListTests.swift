import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Lists that grow with the site take several pages, each of a bounded length.
@Suite struct LongListTests {
    private func site(events: Int, corrections: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Many\nbase_url: https://example.org/\n---\nWelcome.\n", to: "content/site.md")
        for number in 1...events {
            let items = (0..<corrections).map {
                "  - {date: 2026-01-01, kind: correction, text: Correction \(number)-\($0).}\n"
            }.joined()
            let list = corrections > 0 ? "corrections:\n\(items)" : ""
            try folder.write(
                "---\ntitle: Dispute \(number)\nsummary: Number \(number).\n\(list)---\nText.\n",
                to: "content/dispute-\(number)/event.md")
        }
        return folder
    }

    private func pages(_ folder: TemporaryFolder) throws -> [String: String] {
        let report = build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
                output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        return try folder.contents(of: "public").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func count(_ part: String, in text: String?) -> Int { (text ?? "").components(separatedBy: part).count - 1 }

    @Test func pagesTheDisputes() throws {
        let pages = try pages(try site(events: 230, corrections: 0))
        let link = "/index.html\">Dispute "
        #expect(["index", "index-2", "index-3"].map { count(link, in: pages["\($0).html"]) } == [100, 100, 30])
        #expect(pages["index-4.html"] == nil)
        let second = try #require(pages["index-2.html"])
        #expect(second.contains("Disputes 101 to 200 of 230"))
        #expect(second.contains("<a href=\"index.html\" rel=\"prev\">Disputes 1 to 100 of 230</a>"))
        #expect(second.contains("<a href=\"index-3.html\" rel=\"next\">Disputes 201 to 230 of 230</a>"))
        #expect(count("Welcome.", in: second) == 0, "the introduction stands on the first page alone")
        #expect(count(link, in: pages["search.html"]) == 20)
        #expect(count("All disputes", in: pages["404.html"]) == 1)
        #expect(count("index-3.html", in: pages["sitemap.xml"]) == 1)
    }

    @Test func pagesTheCorrections() throws {
        let pages = try pages(try site(events: 3, corrections: 50))
        #expect(count("<article", in: pages["corrections.html"]) == 100)
        #expect(count("<article", in: pages["corrections-2.html"]) == 50)
        #expect(pages["corrections-2.html"]?.contains("Corrections 101 to 150 of 150") == true)
        #expect(pages["index-2.html"] == nil)
    }

    @Test func leavesShortListsWhole() throws {
        let pages = try pages(try site(events: 3, corrections: 0))
        #expect(pages["index-2.html"] == nil)
        #expect(pages["corrections-2.html"] == nil)
        #expect(count("All disputes", in: pages["404.html"]) == 0)
    }
}
