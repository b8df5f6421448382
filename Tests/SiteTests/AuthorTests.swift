import Building
import BuildingSupport
import Diagnostics
import TestSupport
import Testing

/// Who wrote the site, an event or a page.
@Suite struct AuthorTests {
    private func built(site: String = "", event: String = "", page: String = "") throws -> (
        files: [String: String], problems: [String]
    ) {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\nbase_url: https://example.org/\n\(site)"),
            (
                "event.md",
                "title: The dispute\nsummary: The port wants dues.\nupdated: 2026-01-12\n\(event)"
            ),
            ("people/ada-fern.md", "name: Ada Fern"),
            ("parties/port.md", "name: The port\nkind: company"), ("parties/fishers.md", "name: Fishers\nkind: union"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10"),
            ("about.md", "title: About\n\(page)"),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates",
                output: folder.path("public")))
        let files = (try? folder.contents(of: "public")) ?? [:]
        return (
            files.mapValues { String(decoding: $0, as: UTF8.self) },
            report.diagnostics.filter { $0.severity == .error }.map(\.message)
        )
    }

    private static let bylines: [(String, String, String)] = [
        ("", "authors: [Bo Lund]", "<p class=\"meta\">By Bo Lund</p>"),
        ("authors: Bo Lund", "", "<p class=\"meta\">By Bo Lund</p>"),
        ("authors: Bo Lund", "authors: [Cy Moss]", "<p class=\"meta\">By Cy Moss</p>"),
        ("", "authors: [Bo Lund, Cy Moss]", "<p class=\"meta\">By Bo Lund and Cy Moss</p>"),
        ("", "authors: ['person:ada-fern']", "<p class=\"meta\">By <a href=\"people/ada-fern.html\">Ada Fern</a></p>"),
        (
            "", "authors: [{name: Bo Lund, url: 'https://example.org/bo'}]",
            "<p class=\"meta\">By <a href=\"https://example.org/bo\">Bo Lund</a></p>"
        ),
        ("", "authors: [{person: ada-fern}]", "<p class=\"meta\">By <a href=\"people/ada-fern.html\">Ada Fern</a></p>"),
    ]

    @Test(arguments: bylines) func standUnderTheHeading(_ site: String, _ event: String, _ byline: String) throws {
        let (files, problems) = try built(site: site, event: event)
        #expect(problems == [])
        #expect(files["index.html"]?.contains(byline) == true)
        #expect(files["index.html"]?.contains("\"author\":[{\"@type\":\"Person\",\"name\":\"") == true)
    }

    @Test func feedsNameThem() throws {
        let (files, _) = try built(event: "authors: [{name: Bo Lund, url: 'https://example.org/bo'}]")
        let author = "<author>\n<name>Bo Lund</name>\n<uri>https://example.org/bo</uri>\n</author>"
        #expect(files["feed.xml"]?.contains(author) == true)
        let (whole, _) = try built(site: "authors: [Cy Moss]")
        #expect(whole["feed.xml"]?.contains("<author>\n<name>Cy Moss</name>\n</author>") == true)
    }

    @Test func citationsNameThem() throws {
        let (files, _) = try built(site: "publisher: {name: The desk}", event: "authors: [Bo Lund, 'person:ada-fern']")
        let page = files["index.html"] ?? ""
        #expect(page.contains(#""author":[{"literal":"Bo Lund"},{"literal":"Ada Fern"}],"publisher":"The desk""#))
        #expect(page.contains("Bo Lund and Ada Fern. “The dispute”. Harbour, 12"))
    }

    @Test func aPageHasOnlyItsOwn() throws {
        let (files, _) = try built(site: "authors: [Bo Lund]")
        #expect(files["about.html"]?.contains("By Bo Lund") == false)
        let (own, _) = try built(page: "authors: [Cy Moss]")
        #expect(own["about.html"]?.contains("By Cy Moss") == true)
    }

    @Test func withoutAuthorsThereIsNoByline() throws {
        let (files, _) = try built()
        #expect(
            files["index.html"]?.contains("\"@type\":\"Person\"") == false
                && files["index.html"]?.contains(">By ") == false)
    }

    @Test(arguments: [
        ("authors: ['person:ada-frn']", "there is no person 'ada-frn'"),
        ("authors: [{url: 'https://example.org'}]", "name"),
    ])
    func aMistakeIsReported(_ event: String, _ message: String) throws {
        let problems = try built(event: event).problems
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }
}
