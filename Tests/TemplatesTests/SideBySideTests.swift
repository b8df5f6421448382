import Diagnostics
import Templates
import Testing

/// Several cores compile the same program as one.
@Suite struct SideBySideTests {
    /// The fixtures of a group with one file, compiled as pages of one folder by three cores.
    @Test(arguments: JinjaTests.groups) func givesTheSameBytes(_ group: String) throws {
        let world = try JinjaWorld()
        let cases = try JinjaTests.cases(group).filter { $0.templates.count == 1 }
        let names = cases.indices.map { "\($0).html" }
        let files = zip(names, cases).map { name, item in
            TemplateFile(name: name, text: TextFile(path: name, text: item.templates["page.html"] ?? ""))
        }
        let loaded = TemplateSet.load(files: files, schema: world.schema(pages: names), jobs: 3)
        try #require(!loaded.diagnostics.hasErrors)
        let renderer = loaded.value.renderer()
        for (name, item) in zip(names, cases) {
            var bytes: [UInt8] = []
            let root = try #require(world.root(item.data))
            #expect(renderer.render(name, record: root, at: "page.html", into: &bytes).isEmpty)
            #expect(bytes == Array(item.expected.utf8), "\(item.name)")
        }
    }

    static let shared = [
        "base.html": "<h1>{{ title }}</h1>{% block a %}{% include 'foot.html' %}{% endblock %}",
        "foot.html": "{% import 'parts.html' as parts %}<p>{{ parts.person(person, 1.5) }}</p>",
        "parts.html":
            "{% macro person(p, n) %}{{ p.name|upper }}{% for t in p.tags %}{{ loop.index }}{{ n }}{% endfor %}"
            + "{% endmacro %}",
    ]

    private func load(_ pages: [String], _ others: [String: String], jobs: Int) -> Outcome<TemplateSet> {
        let names = pages.indices.map { "page\($0).html" }
        let all = Dictionary(uniqueKeysWithValues: zip(names, pages)).merging(others) { $1 }
        return TemplateSet.load(
            files: all.sorted { $0.key < $1.key }.map {
                TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value))
            }, schema: Schema(pages: names.map { .init("page", file: $0, root: RootView.self, "A page.") }), jobs: jobs)
    }

    private func render(_ loaded: Outcome<TemplateSet>, _ count: Int) -> [String] {
        (0..<count).map { page in
            var bytes: [UInt8] = []
            let view = RootView(person: PersonView(name: "Ada", tags: ["x", "y"]))
            #expect(loaded.value.render("page\(page).html", view, at: "a/b.html", into: &bytes).isEmpty)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test func compilesWhatPagesShareForEachCore() {
        let pages = (0..<12).map { "{% extends 'base.html' %}{% block a %}{{ super() }}{{ \($0) }}{% endblock %}" }
        let one = load(pages, Self.shared, jobs: 1)
        #expect(one.diagnostics.isEmpty)
        let wanted = render(one, pages.count)
        #expect(wanted[3] == "<h1>A &lt;b&gt;title&lt;/b&gt;</h1><p>ADA11.521.5</p>3")
        for jobs in [2, 3, 20] { #expect(render(load(pages, Self.shared, jobs: jobs), pages.count) == wanted) }
    }

    @Test(arguments: [
        // In a shared part, in one page, and in an unused file.
        ("parts.html", "{% macro person(p, n) %}{{ p.nam }}{{ n }}{% endmacro %}"),
        ("foot.html", "<p>{{ titel }}</p>"), ("page3.html", "{{ nothing }}"), ("unused.html", "x"),
        ("page0.html", "{% extends 'base.html' %}{% block a %}{% import 'parts.html' as p %}{% endblock %}"),
        ("page1.html", "{% if"),
    ]) func saysTheSame(_ name: String, _ text: String) {
        let pages = Array(repeating: "{% extends 'base.html' %}", count: 5)
        let files = Self.shared.merging([name: text]) { $1 }
        let one = load(pages, files, jobs: 1).diagnostics
        #expect(!one.isEmpty || name == "page0.html")
        for jobs in [2, 4] {
            let given = load(pages, files, jobs: jobs).diagnostics
            #expect(
                DiagnosticFormatter(format: .human).text(for: given)
                    == DiagnosticFormatter(format: .human).text(for: one))
        }
    }

    /// Pages that together exceed the limit, although the pages of each core do not.
    @Test func countsWhatAllPagesTake() {
        let pages = Array(repeating: String(repeating: "{{ title }}", count: 1_000), count: 402)
        let one = load(pages, [:], jobs: 1).diagnostics.map(\.code.name)
        #expect(one.contains("template-too-deep"))
        #expect(load(pages, [:], jobs: 2).diagnostics.map(\.code.name) == one)
    }
}
