import Diagnostics
import Testing

@testable import Templates

/// Words that a host gives its templates by name.
@Suite struct WordsTests {
    private static let words = TemplateWords(
        [
            .init(name: "copy_link", parameters: [], forms: [("other", [.text("Copy <link>")])]),
            .init(
                name: "by", parameters: ["who", "date"],
                forms: [("other", [.text("On "), .gap("date"), .text(" & by "), .gap("who"), .text(".")])]),
            .init(
                name: "places", parameters: ["count"],
                forms: [("one", [.text("one place")]), ("other", [.gap("count"), .text(" places")])]),
        ]
    ) { $0 == 1 ? "one" : "other" }

    private func load(_ page: String, _ others: [String: String] = [:]) -> Outcome<TemplateSet> {
        let files = ["page.html": page].merging(others) { first, _ in first }.sorted { $0.key < $1.key }
            .map { TemplateFile(name: $0.key, text: TextFile(path: $0.key, text: $0.value)) }
        let schema = Schema(
            pages: [.init("page", file: "page.html", root: RootView.self, "A page.")], words: Self.words)
        return TemplateSet.load(files: files, schema: schema)
    }

    private func rendered(_ page: String, _ others: [String: String] = [:]) -> String {
        let loaded = load(page, others)
        guard !loaded.diagnostics.hasErrors else { return "\(loaded.diagnostics.map(\.message))" }
        var bytes: [UInt8] = []
        let faults = loaded.value.render("page.html", RootView(text: "a<b"), at: "x.html", into: &bytes)
        return faults.isEmpty ? String(decoding: bytes, as: UTF8.self) : "\(faults.map(\.message))"
    }

    @Test(arguments: [
        ("{{ words.copy_link }}", "Copy &lt;link&gt;"),
        ("<p title=\"{{ words.copy_link }}\"></p>", "<p title=\"Copy &lt;link&gt;\"></p>"),
        ("<title>{{ words.copy_link }}</title>", "<title>Copy &lt;link&gt;</title>"),
        ("{{ words.copy_link|upper }}", "COPY &lt;LINK&gt;"),
        ("{{ words.copy_link() }}", "Copy &lt;link&gt;"),
        ("{{ words.by(who=text, date=1) }}", "On 1 &amp; by a&lt;b."),
        ("{{ words.by(text, 1) }}", "On 1 &amp; by a&lt;b."),
        ("<p title=\"{{ words.by(who=text, date=1) }}\"></p>", "<p title=\"On 1 &amp; by a&lt;b.\"></p>"),
        ("{% set x = words.by(who=text, date=1) %}{{ x }}{{ x|length }}", "On 1 &amp; by a&lt;b.14"),
        ("{{ words.places(count=1) }}, {{ words.places(count=0) }}", "one place, 0 places"),
        ("{% set x = words.places(count=2) %}{{ x }}", "2 places"),
        ("{{ [1, 2]|join(words.copy_link) }}", "1Copy &lt;link&gt;2"),
    ]) func printsWords(_ template: String, _ wanted: String) { #expect(rendered(template) == wanted) }

    @Test func putsMarkupIntoGaps() {
        let macro = "{% macro link(name) %}<a href=\"/\">{{ name }}</a>{% endmacro %}"
        let wanted = "On 1 &amp; by <a href=\"/\">a&lt;b</a>."
        #expect(rendered(macro + "{{ words.by(who=link(text), date=1) }}") == wanted)
        #expect(rendered(macro + "{% set x = words.by(who=link(text), date=1) %}{{ x }}") == wanted)
    }

    @Test func areSeenInMacrosOfImportedFiles() {
        let parts = "{% macro places(n) %}{{ words.places(count=n) }}{% endmacro %}"
        #expect(rendered("{% import \"parts.html\" as p %}{{ p.places(3) }}", ["parts.html": parts]) == "3 places")
    }

    @Test func aNameOfTheTemplatesOwnComesFirst() {
        #expect(rendered("{% set words = text %}{{ words }}") == "a&lt;b")
    }

    @Test(arguments: [
        ("{{ words.copy_lnk }}", "there is no word 'copy_lnk'", "did you mean 'copy_link'?"),
        ("{{ words.by(who=text) }}", "word 'by' needs 'date'", nil),
        ("{{ words.by }}", "word 'by' needs 'who'", nil),
        ("{{ words.by(who=text, date=1, day=2) }}", "word 'by' has no parameter 'day'", nil),
        ("{{ words.copy_link(text) }}", "word 'copy_link' takes 0 arguments, not 1", nil),
        ("{{ words.places(count=text) }}", "'count' takes a number, and this is text", nil),
        ("{{ words.by(who=people, date=1) }}", "a list of person cannot be printed", nil),
        ("{{ words }}", "there is no 'words' here", "write the name of a word after it: 'words.…'"),
    ]) func reportsMistakesAtLoad(_ template: String, _ message: String, _ hint: String?) {
        let loaded = load(template)
        #expect(loaded.diagnostics.first?.message == message, "\(loaded.diagnostics.map(\.message))")
        if let hint { #expect(loaded.diagnostics.first?.hint == hint) }
    }

    @Test func theReferenceListsThem() {
        let schema = Schema(
            pages: [.init("page", file: "page.html", root: RootView.self, "A page.")], words: Self.words)
        let page = schema.reference().markdown
        #expect(page.contains("| `words.by(who, date)` | On {date} & by {who}. |"))
        #expect(page.contains("| `words.places(count)` | one: one place; other: {count} places |"))
        #expect(schema.reference().text.contains("words.copy_link"))
    }
}
