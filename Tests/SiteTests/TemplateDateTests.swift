import Building
import BuildingSupport
import Diagnostics
import TestSupport
import Testing

/// Dates of the record in templates, JSON for scripts, and a page over all events.
@Suite struct TemplateDateTests {
    private func page(_ template: String) throws -> (page: String, problems: [String]) {
        let folder = try TemporaryFolder()
        let event = """
            title: The dispute
            summary: The port wants dues.
            as_of: 2026-01-20
            parties:
              - {id: port, name: The port, kind: company}
              - {id: fishers, name: Fishers, kind: union}
            demands:
              - {id: late, title: Late, from: port, to: fishers, date: 2026-01-12, deadline: 2026-03-01}
              - {id: early, title: Early, from: port, to: fishers, date: "2026-01", deadline: 2026-02-27T17:01-05:00}
              - {id: none, title: None, from: port, to: fishers, date: 2026-01-10}
            statements:
              - {id: first, speaker: port, date: 2026-01-11, words: Pay., medium: letter}
            sources:
              - {id: report, title: The report, type: report}
            """
        for (path, text) in [
            ("site.md", "title: Harbours"), ("all.md", "title: All\ntemplate: all.html"), ("events/a/event.md", event),
            ("events/b/event.md", event),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        try folder.write(
            "{% extends \"base.html\" %}{% block main %}<p>[\(template)]</p>{% endblock %}",
            to: "templates/pages/all.html")
        let report = build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")))
        let bytes = (try? folder.contents(of: "public"))?["all.html"] ?? []
        return (
            String(decoding: bytes, as: UTF8.self),
            report.diagnostics.filter { $0.severity == .error }.map { "\($0.message): \($0.hint ?? "")" }
        )
    }

    private static let accepted: [(String, String)] = [
        (
            "{% set e = events|first %}{% if e %}{% for d in e.demands %}{{ d.date.iso }} {% endfor %}{% endif %}",
            "2026-01 2026-01-10 2026-01-12 "
        ),
        (
            "{% set e = events|first %}{% if e %}{% for d in e.demands|sort(attribute='date') %}{{ d.title }} {% endfor %}{% endif %}",
            "Early None Late "
        ),
        (
            "{% set e = events|first %}{% if e %}{% for d in e.demands|selectattr('deadline')|sort(attribute='deadline') %}{{ d.title }} {% endfor %}{% endif %}",
            "Early Late "
        ),
        (
            "{% set e = events|first %}{% if e %}{% for d in e.demands if d.deadline %}{{ d.deadline.date|date('%d.%m.%Y') }} {% endfor %}{% endif %}",
            "27.02.2026 01.03.2026 "
        ),
        ("{{ free_page.id }}", "all"), ("{{ statements|length }} {{ sources|length }}", "2 2"),
        ("{% for item in deadlines %}{{ item.title }};{% endfor %}", "Deadline"),
        (
            "<i data-x=\"{{ [1, 2]|json }}\" data-y='{{ page.title|json }}'></i>",
            "<i data-x=\"[1, 2]\" data-y='&#34;All&#34;'></i>"
        ),
    ]

    @Test(arguments: accepted) func prints(_ template: String, _ text: String) throws {
        let (page, problems) = try page(template)
        #expect(problems == [])
        #expect(
            page.contains("<p>[" + text),
            "\(page.firstRange(of: "<p>[").map { String(page[$0.lowerBound...].prefix(200)) } ?? "")")
    }

    @Test(arguments: [
        (
            "<script>var x = {{ page.title|json }}</script>", "nothing can be printed in 'script'",
            "put it in a 'data-' attribute that a script reads: data-value=\"{{ …|json }}\""
        ),
        (
            "<i data-x=\"{{ events|json }}\"></i>", "'json' takes text, numbers, truths and lists of them",
            "print its fields, or write a template 'exports/….json'"
        ),
    ])
    func hintsLeadToDataAttributesAndExports(_ template: String, _ message: String, _ hint: String) throws {
        #expect(try page(template).problems.contains("\(message): \(hint)"))
    }
}
