import Building
import BuildingSupport
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Files that a site's own templates in `exports` make for programs.
@Suite struct ThemeExportTests {
    private static let templates = [
        "exports/demands.csv": """
        demand,to,address
        {% for d in event.demands -%}
        {{ d.title }},"{{ d.to|map(attribute='party.name')|join('; ') }}",{{ d.url }}
        {% endfor -%}

        """,
        "exports/facts.json": #"{"title": {{ event.title }}, "demands": {{ event.demands|length }}}"#,
        "exports/note.txt": "{{ event.title }}: {{ site.title }}",
        "exports/act.xml": "<act title=\"{{ event.title }}\" href=\"{{ event.url }}\"/>",
        "exports/site/disputes.json": """
        [{% for e in home.events %}{% if not loop.first %}, {% endif %}{{ e.title }}{% endfor %}]
        """,
    ]

    private func site(
        _ changes: [String: String] = [:], events: [String] = ["first", "second"]
    ) throws -> (folder: TemporaryFolder, configuration: Configuration) {
        let folder = try TemporaryFolder()
        for (path, text) in Self.templates.merging(changes, uniquingKeysWith: { $1 }) {
            try folder.write(text, to: "templates/" + path)
        }
        try folder.write("---\ntitle: Harbour\nbase_url: https://harbour.example/x/\n---\n", to: "content/site.md")
        for event in events {
            let prefix = "content/" + (event.isEmpty ? "" : event + "/")
            for (path, text) in [
                ("event.md", "title: The \"\(event)\" <dispute>\nsummary: The port wants dues."),
                ("parties/port.md", "name: The port\nkind: company"),
                ("parties/fishers.md", "name: Fishers\nkind: union"),
                ("demands/dues.md", "title: Pay, and soon\nfrom: port\nto: fishers\ndate: 2026-01-10"),
            ] { try folder.write("---\n\(text)\n---\n", to: prefix + path) }
        }
        var configuration = TestSite.example.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        configuration.theme = configuration.templates
        configuration.templates = folder.path("templates")
        return (folder, configuration)
    }

    private func text(_ path: String, in folder: TemporaryFolder) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path("public/" + path))), as: UTF8.self)
    }

    @Test func areMadeForEachEventAndForTheSite() throws {
        let (folder, configuration) = try site()
        let report = build(configuration)
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        #expect(
            try text("first/demands.csv", in: folder)
                == "demand,to,address\n\"Pay, and soon\",\"Fishers\",https://harbour.example/x/first/demands/dues.html\n"
        )
        #expect(
            try text("second/facts.json", in: folder)
                == #"{"title": "The \"second\" \u003cdispute\u003e", "demands": 1}"#)
        #expect(try text("first/note.txt", in: folder) == "The \"first\" <dispute>: Harbour")
        #expect(
            try text("first/act.xml", in: folder)
                == "<act title=\"The &#34;first&#34; &lt;dispute>\" href=\"https://harbour.example/x/first/index.html\"/>"
                .replacing("dispute>", with: "dispute&gt;"))
        #expect(
            try text("disputes.json", in: folder)
                == #"["The \"first\" \u003cdispute\u003e", "The \"second\" \u003cdispute\u003e"]"#)
        #expect(!FileManager.default.fileExists(atPath: folder.path("public/exports")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("public/demands.csv")))
    }

    @Test func standBesideTheOnlyEvent() throws {
        let (folder, configuration) = try site(events: [""])
        #expect(build(configuration).exitStatus == 0)
        #expect(try text("note.txt", in: folder) == "The \"\" <dispute>: Harbour")
        #expect(try text("disputes.json", in: folder) == #"["The \"\" \u003cdispute\u003e"]"#)
    }

    @Test func areListed() throws {
        let (folder, configuration) = try site()
        defer { withExtendedLifetime(folder) {} }
        let listing = try #require(list(configuration).listing)
        let exports = listing.plan.outputs.filter { listing.plan.kind(of: $0).name.hasPrefix("exports/") }
        #expect(
            exports.map(\.path).sorted() == [
                "disputes.json", "first/act.xml", "first/demands.csv", "first/facts.json", "first/note.txt",
                "second/act.xml", "second/demands.csv", "second/facts.json", "second/note.txt",
            ])
        #expect(exports.allSatisfy { listing.title(of: $0) == nil })
        #expect(exports.filter { $0.event == nil }.map(\.path) == ["disputes.json"])
    }

    @Test func areKeptAndRemovedInIncrementalBuilds() throws {
        let (folder, configuration) = try site()
        #expect(build(configuration).exitStatus == 0)
        try folder.write(
            "---\ntitle: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10\n---\n", to: "content/second/demands/dues.md")
        #expect(build(configuration).exitStatus == 0)
        #expect(try text("second/demands.csv", in: folder).contains("\nPay,\"Fishers\","))
        #expect(try text("first/demands.csv", in: folder).contains("\n\"Pay, and soon\","))
        try folder.write("{{ event.title|upper }}", to: "templates/exports/note.txt")
        try FileManager.default.removeItem(atPath: folder.path("templates/exports/act.xml"))
        #expect(build(configuration).exitStatus == 0)
        #expect(try text("first/note.txt", in: folder) == "THE \"FIRST\" <DISPUTE>")
        let kept = try folder.contents(of: "public")
        #expect(kept["first/act.xml"] == nil)
        var clean = configuration
        clean.output = folder.path("clean")
        #expect(build(clean).exitStatus == 0)
        #expect(try folder.contents(of: "clean") == kept)
    }

    @Test func collideWithWhatTheSiteMakes() throws {
        let (folder, configuration) = try site(["exports/event.json": "{}", "exports/site/feed.xml": "<feed/>"])
        defer { withExtendedLifetime(folder) {} }
        let problems = build(configuration).diagnostics.filter { $0.code.name == "output-collision" }
        #expect(
            problems.map(\.message).sorted() == [
                "the file of the template 'exports/event.json' would be written to 'first/event.json', as 'event.json' of the event 'first' is",
                "the file of the template 'exports/event.json' would be written to 'second/event.json', as 'event.json' of the event 'second' is",
                "the file of the template 'exports/site/feed.xml' would be written to 'feed.xml', as the site's own 'feed.xml' is",
            ], "\(problems.map(\.message))")
    }

    @Test func mistakesHaveAFileAndALine() throws {
        let (folder, configuration) = try site(["exports/demands.csv": "demand\n{{ event.titel }}\n"])
        defer { withExtendedLifetime(folder) {} }
        let report = build(configuration)
        let problem = try #require(
            report.diagnostics.first { $0.code.name == "unknown-record-field" }, "\(report.diagnostics)")
        #expect(problem.location?.file.path.hasSuffix("templates/exports/demands.csv") == true)
        #expect(problem.location?.position.line == 2)
    }
}
