import Building
import BuildingSupport
import Foundation
import Platform
import TestSupport
import Testing

/// A free page over all events takes several pages, where its front matter says which list is divided.
@Suite struct PagedPageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("---\ntitle: Harbour\nbase_url: https://example.org/\n---\n", to: "content/site.md")
        for name in ["a", "b"] { try writeEvent(name, statements: 3) }
        try folder.write(
            """
            {% extends "base.html" %}
            {% block main %}<h1>{{ free_page.title }} {{ page.number }}/{{ page.count }}</h1>
            {% for section in free_page.sections %}{{ section.title or "" }}{% endfor %}
            {% for event in events %}<i>{{ event.title }}</i>{% endfor %}
            {% for item in deadlines %}<b>{{ item.title }}</b>{% endfor %}
            {% for statement in statements %}<p>{{ statement.title }}</p>{% endfor %}
            {% for source in sources %}<s>{{ source.title }}</s>{% endfor %}
            {% if page.previous %}<a href="{{ page.previous.url }}">{{ page.previous.title }}</a>{% endif %}
            {% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title }}</a>{% endif %}{% endblock %}
            """, to: "templates/pages/list.html")
    }

    private func writeEvent(_ name: String, statements: Int) throws {
        let words = (0..<statements).map {
            "  - {id: s\($0), speaker: union, date: 2026-02-0\($0 + 1), medium: speech, title: Word \(name)\($0), words: No., sources: [report]}\n"
        }.joined()
        try folder.write(
            """
            ---
            title: Dispute \(name)
            summary: More pay.
            as_of: 2026-03-01
            parties:
              - {id: union, name: Union, kind: union}
              - {id: company, name: Company, kind: company}
            demands:
              - {id: d1, title: Pay \(name), from: union, to: company, date: 2026-02-01, deadline: 2026-04-01, sources: [report]}
              - {id: d2, title: Rest \(name), from: union, to: company, date: 2026-02-01, deadline: 2026-05-01, sources: [report]}
            \(statements > 0 ? "statements:\n" + words : "")sources:
              - {id: report, title: Report \(name), type: report}
            ---
            """, to: "content/\(name)/event.md")
    }

    private func writePage(_ paged: String, name: String = "list") throws {
        try folder.write(
            "---\ntitle: All\ntemplate: list.html\npaged: \(paged)\n---\n## Only here\n", to: "content/\(name).md")
    }

    private var configuration: Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"),
            theme: FileTree.project + "templates", output: folder.path("public"))
    }

    private func pages() throws -> [String: String] {
        let report = build(configuration)
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        return try folder.contents(of: "public").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func found(_ mark: String, on page: String?) -> [String] {
        let parts = (page ?? "").components(separatedBy: "<\(mark)>").dropFirst()
        return parts.compactMap { $0.components(separatedBy: "</\(mark)>").first }.filter { $0.count < 40 }
    }

    @Test func dividesAList() throws {
        try writePage("{list: statements, at: 4}")
        let pages = try pages()
        let (first, second) = (pages["list.html"], try #require(pages["list-2.html"]))
        #expect(
            found("p", on: first).filter { $0.hasPrefix("Word") } == ["Word a2", "Word b2", "Word a1", "Word b1"])
        #expect(found("p", on: second).filter { $0.hasPrefix("Word") } == ["Word a0", "Word b0"])
        #expect(pages["list-3.html"] == nil)
        #expect(first?.contains("<h1>All 1/2</h1>") == true && second.contains("<h1>All 2/2</h1>"))
        #expect(first?.contains("<a href=\"list-2.html\">Statements 5 to 6 of 6</a>") == true)
        #expect(second.contains("<a href=\"list.html\">Statements 1 to 4 of 6</a>"))
        #expect(second.contains("<title>All – Statements 5 to 6 of 6 – Harbour</title>"))
        #expect(second.contains("rel=\"canonical\" href=\"https://example.org/list-2.html\""))
        #expect(first?.contains("Only here") == true && !second.contains("Only here"))
        // Other lists are whole on every page.
        #expect(found("s", on: second).count == 2)
        #expect(pages["sitemap.xml"]?.contains("https://example.org/list-2.html") == true)
    }

    @Test(arguments: [("events", "i", 2), ("deadlines", "b", 4), ("statements", "p", 6), ("sources", "s", 2)])
    func everyItemIsOnOnePage(_ list: String, _ mark: String, _ count: Int) throws {
        try writePage("{list: \(list), at: 1}")
        let pages = try pages()
        let items = (1...count).flatMap { number -> [String] in
            let page = pages[number == 1 ? "list.html" : "list-\(number).html"]
            let items = found(mark, on: page).filter { list != "statements" || $0.hasPrefix("Word") }
            #expect(items.count == 1, "\(number)")
            return items
        }
        #expect(Set(items).count == count, "\(items)")
        #expect(pages["list-\(count + 1).html"] == nil)
    }

    @Test func takesOnePageOfAHundredByItself() throws {
        try writePage("statements")
        let pages = try pages()
        #expect(pages["list-2.html"] == nil)
        #expect(
            pages["list.html"]?.contains("All 1/1") == true && pages["list.html"]?.contains("Statements 1") == false)
    }

    /// An incremental build has the pages of a clean one, and a list that got shorter has lost nothing.
    @Test func growsAndShrinks() throws {
        try writePage("{list: statements, at: 2}")
        #expect(try pages()["list-3.html"] != nil)
        try writeEvent("b", statements: 0)
        let report = build(configuration)
        #expect(report.exitStatus == 0 && !report.diagnostics.contains { $0.message.contains("list-3.html") })
        var kept = try folder.contents(of: "public")
        #expect(kept["list-2.html"] != nil && kept["list-3.html"] == nil)
        try FileManager.default.removeItem(atPath: folder.path("public"))
        try FileManager.default.removeItem(atPath: folder.path(".public.explainer"))
        #expect(build(configuration).exitStatus == 0)
        var clean = try folder.contents(of: "public")
        for name in [".explainer-manifest"] { (kept[name], clean[name]) = (nil, nil) }
        #expect(kept == clean)
    }

    @Test func thePreviewHasThePages() throws {
        try writePage("{list: statements, at: 4}")
        let built = try pages()
        var workspace = Workspace(configuration, in: World(now: 1_790_000_000, cores: Cores(jobs: 1)))
        let site = try #require(workspace.refresh(.everything).site)
        for path in ["list.html", "list-2.html"] {
            #expect(site.file(at: path).map { String(decoding: $0.bytes, as: UTF8.self) } == built[path])
        }
    }

    @Test(arguments: [
        ("{list: statements, at: 0}", "invalid-value"), ("{list: statements, at: 1001}", "invalid-value"),
        ("statement", "unknown-value"), ("{at: 5}", "missing-field"), ("[statements, sources]", "wrong-type"),
    ]) func aMistakeIsReported(_ paged: String, _ code: String) throws {
        try writePage(paged)
        let report = build(configuration)
        #expect(report.exitStatus == 1)
        #expect(report.diagnostics.contains { $0.code.name == code }, "\(report.diagnostics.map(\.code.name))")
    }

    /// A page whose name is that of a further page is a collision, and nothing is written.
    @Test func aPageOfTheSameNameIsReported() throws {
        try writePage("{list: statements, at: 2}")
        try folder.write("---\ntitle: Other\n---\n", to: "content/list-2.md")
        let report = build(configuration)
        #expect(report.exitStatus == 1)
        #expect(report.diagnostics.contains { $0.code.name == "output-collision" })
    }
}
