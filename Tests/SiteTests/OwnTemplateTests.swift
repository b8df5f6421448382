import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// A free page can have a template of its own, and templates can read a writer's own data.
@Suite struct OwnTemplateTests {
    private func built(_ template: String, page: String) throws -> (report: Report, page: String) {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\nextra: {desk: Foreign}"),
            ("event.md", "title: The dispute\nsummary: The port wants dues.\nextra:\n  beat: ports\n  tags: [a, b]"),
            ("parties/port.md", "name: The port\nkind: company"), ("parties/fishers.md", "name: Fishers\nkind: union"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10\nextra: {\"no\": 7}"),
            ("list.md", page),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        try folder.write(template, to: "templates/pages/deadlines.html")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")))
        let bytes = (try? folder.contents(of: "public"))?["list.html"] ?? []
        return (report, String(decoding: bytes, as: UTF8.self))
    }

    @Test func aPageIsRenderedByItsOwnTemplate() throws {
        let result = try built(
            """
            {% extends "base.html" %}
            {% block main %}<p>{{ free_page.title }}: {% for event in events %}{% for demand in event.demands %}\
            {{ demand.title }}{% for item in demand.extra %}, {{ item.name }}={{ item.text or "" }}{% endfor %}\
            {% endfor %}{% for item in event.extra %}; {{ item.name }} {% for each in item.items %}{{ each.text or "" }} \
            {% endfor %}{% endfor %}{% endfor %}; {% for item in site.extra %}{{ item.name }}: {{ item.text or "" }}\
            {% endfor %}</p>{% endblock %}
            """, page: "title: Deadlines\ntemplate: deadlines.html")
        #expect(result.report.exitStatus == 0, "\(result.report.diagnostics.map(\.message))")
        #expect(result.page.contains("Deadlines: Pay, no=7; beat ; tags a b ; desk: Foreign"), "\(result.page)")
    }

    @Test func itIsRenderedAgainWhenAnEventChanges() throws {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Harbours\n---\n", to: "content/site.md")
        try folder.write("---\ntitle: All\ntemplate: all.html\n---\n", to: "content/all.md")
        let event = "---\ntitle: The dispute\nsummary: Dues.\n---\n"
        try folder.write(event, to: "content/events/a/event.md")
        try folder.write(event, to: "content/events/b/event.md")
        try folder.write(
            "{% extends \"base.html\" %}{% block main %}{% for event in events %}<p>{{ event.title }}</p>{% endfor %}"
                + "{% endblock %}", to: "templates/pages/all.html")
        let configuration = Configuration(
            content: folder.path("content"), templates: folder.path("templates"),
            theme: FileTree.project + "templates", output: folder.path("public"))
        #expect(build(configuration).exitStatus == 0)
        try folder.write(event.replacing("The dispute", with: "The other"), to: "content/events/b/event.md")
        #expect(build(configuration).exitStatus == 0)
        let bytes = try #require(try folder.contents(of: "public")["all.html"])
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.contains("<p>The dispute</p>") && page.contains("<p>The other</p>"))
    }

    @Test func aMistakeInItIsReportedAtItsPlace() throws {
        let result = try built("<p>{{ free_page.titel }}</p>", page: "title: Deadlines\ntemplate: deadlines.html")
        let fault = try #require(result.report.diagnostics.first { $0.severity == .error })
        #expect(fault.location?.file.path.hasSuffix("templates/pages/deadlines.html") == true)
        #expect(fault.hint?.contains("title") == true)
    }

    @Test func anUnknownNameHasASuggestion() throws {
        let result = try built("<p>x</p>", page: "title: Deadlines\ntemplate: deadline.html")
        #expect(result.report.diagnostics.contains { $0.code.name == "unknown-template" && $0.fixIt != nil })
    }

    /// Pages of all kinds use the frame: a name that some kinds have is absent on the others.
    @Test(arguments: [
        "{% if event %}[{{ event.title }}]{% endif %}",
        "{% if event is defined %}[{{ event.title }}]{% endif %}",
        "{% if event is not none and demand is undefined %}[{{ event.title }}]{% endif %}",
        "{{ '[' ~ event.title ~ ']' if event else '' }}",
        "{% if free_page %}{% else %}{% for each in [event] if each %}[{{ each.title }}]{% endfor %}{% endif %}",
    ])
    func aFrameAsksForNamesThatSomePagesHave(_ template: String) throws {
        let folder = try Self.framed(template)
        let report = build(Self.configuration(folder))
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let files = try folder.contents(of: "public").mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(files["index.html"]?.contains("[The dispute]") == true)
        #expect(files["list.html"]?.contains("[The dispute]") == false)
    }

    @Test(arguments: [
        ("{{ event.title }}", "'event' may be absent, and then it has no 'title'"),
        ("{% if evnt %}a{% endif %}", "there is no 'evnt' here"),
        ("{% if event %}{{ event.titel }}{% endif %}", "record 'event' has no field 'titel'"),
    ])
    func aFrameIsCheckedForAllPages(_ template: String, _ message: String) throws {
        let folder = try Self.framed(template)
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        let errors = workspace.check().diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [message])
    }

    private static func configuration(_ folder: TemporaryFolder) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"),
            theme: FileTree.project + "templates", output: folder.path("public"))
    }

    private static func framed(_ template: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour"), ("event.md", "title: The dispute\nsummary: The port wants dues."),
            ("parties/port.md", "name: The port\nkind: company"), ("list.md", "title: List"),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        try folder.write(
            "{% extends \"theme/base.html\" %}{% block banner %}<p>\(template)</p>{% endblock %}",
            to: "templates/base.html")
        return folder
    }
}
