import Diagnostics
import Templates
import Testing

/// Templates that never end or are nested too deep give an error.
@Suite struct LimitsTests {
    @Test func stopsMacrosThatCallThemselvesForEver() {
        let rendered = render("{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}")
        #expect(rendered.codes == ["template-recursion"])
        #expect(rendered.messages == ["macro 'm' is called more than 64 levels deep"])
        #expect(rendered.problems[0].notes.count > 2)
    }

    @Test func letsMacrosGoSixtyFourLevelsDeep() {
        let macro = "{% macro m(x) %}{{ x }}{% if x > 1 %}{{ m(x - 1) }}{% endif %}{% endmacro %}"
        #expect(render(macro + "{{ m(64) }}").problems.isEmpty)
        #expect(render(macro + "{{ m(65) }}").codes == ["template-recursion"])
    }

    @Test func stopsTypesThatGrowForEver() {
        #expect(render("{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}").codes == ["template-too-deep"])
    }

    @Test(arguments: [99, 101, 1000, 20_000]) func limitsTagsInsideTags(_ depth: Int) {
        let template =
            String(repeating: "{% if count %}", count: depth) + "x" + String(repeating: "{% endif %}", count: depth)
        let rendered = render(template)
        if depth < 100 { #expect(rendered.text == "x") } else { #expect(rendered.codes == ["template-too-deep"]) }
    }

    @Test(arguments: [
        ("(", "1", ")"), ("[", "1", "]"), ("not ", "1", ""), ("-", "1", ""), ("1 + ", "1", ""), ("1 ~ (", "1", ")"),
        ("1 if 1 else ", "1", ""), ("m(", "1", ")"), ("", "text", "|upper"), ("", "text", "[0]"), ("", "text", ".x"),
    ]) func limitsLevelsOfExpressions(_ before: String, _ middle: String, _ after: String) {
        let deep = String(repeating: before, count: 30_000) + middle + String(repeating: after, count: 30_000)
        #expect(render("{{ \(deep) }}").codes.contains("template-too-deep"))
    }

    @Test func limitsFilesInFiles() {
        var files: [String: String] = [:]
        for index in 0..<80 { files["f\(index).html"] = "{% include 'f\(index + 1).html' %}" }
        files["f80.html"] = "x"
        #expect(render("{% include 'f0.html' %}", files).codes == ["template-too-deep"])
    }

    @Test func limitsWhatManyIncludesMakeTogether() {
        var files: [String: String] = [:]
        for index in 0..<40 {
            files["f\(index).html"] = "{% include 'f\(index + 1).html' %}{% include 'f\(index + 1).html' %}"
        }
        files["f40.html"] = "{{ count }}"
        #expect(render("{% include 'f0.html' %}", files).codes == ["template-too-deep"])
    }

    @Test func reportsCalculationsWithoutResult() {
        for template in [
            "{{ 1 / (count - 3) }}", "{{ 9223372036854775807 + count }}", "{{ 2 ** 63 }}",
            "{{ range(1000000)|length }}",
        ] {
            let rendered = render(template)
            #expect(rendered.codes == ["template-arithmetic"], "\(template)")
            #expect(rendered.problems.first?.location != nil)
        }
    }

    @Test func reportsAllOfAFoldersFaultsAtOnce() {
        let rendered = render(
            "{{ a }}{% include 'x.html' %}{{ b }}", ["x.html": "{{ c }}{{ person.d }}", "y.html": "{% if %}"])
        #expect(rendered.codes.filter { $0 == "unknown-template-name" }.count == 3)
        #expect(rendered.codes.contains("unknown-record-field"))
        #expect(rendered.codes.contains("template-syntax"))
    }

    /// A tag gives one message, however many unexpected characters it has.
    @Test func saysOnceThatATagHasWhatMeansNothing() {
        let rendered = render("{{ a @@@ $ ` @ }}{{ text ! }}" + "{{ " + String(repeating: "\u{1}", count: 3000) + " }}")
        #expect(
            rendered.messages == ["unexpected '@'", "unexpected '!'", "unexpected '\u{1}'"])
    }

    /// A template that would never end is stopped with an error.
    @Test(arguments: [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% macro m(x) %}{% if x > 0 %}{{ m(x - 1) }}{{ m(x - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(100000) %}{{ range(100000)|sum }}{% endfor %}",
        "{% set x = 'xxxxxxxx' %}" + String(repeating: "{% set x = x ~ x %}", count: 60) + "{{ x|length }}",
        "{% set x = 'xxxxxxxx' %}" + String(repeating: "{% set x = x|replace('x', x) %}", count: 9) + "{{ x|length }}",
        "{% set x = [1, 2] %}" + String(repeating: "{% set x = x + x %}", count: 60) + "{{ x|length }}",
        "{% set x = [1, 2] %}" + String(repeating: "{% set x = [x, x] %}", count: 60) + "{{ x|json }}",
        "{{ 'xxxxxxxx' * 100000 * 100000 }}",
        "{% set x = 'x' * 100000 * 100 %}{% for a in range(1000) %}{{ x }}{% endfor %}",
        "{% set x = 'x' * 100000 * 100 %}{% for a in range(1000) %}{% set y %}{{ x }}{% endset %}{% endfor %}",
        "{% set x = ('x' ~ '\\n') * 100000 %}{{ x|indent(1000)|length }}",
    ]) func stopsWhatWouldNeverEnd(_ template: String) {
        let rendered = render(template)
        #expect(
            rendered.codes == ["template-too-deep"] || rendered.codes == ["template-arithmetic"], "\(rendered.messages)"
        )
        #expect(rendered.problems.first?.location != nil)
    }

    @Test(arguments: [
        "{% set x = 'x' * 100000 * 100 %}" + String(repeating: "{{ x }}", count: 40),
        "{% for a in range(300) %}" + String(repeating: "x", count: 1 << 20) + "{% endfor %}",
    ]) func rejectsAPageThatIsTooLarge(_ template: String) {
        let rendered = render(template)
        #expect(rendered.messages == ["this page is larger than 256 MiB"])
        #expect(rendered.problems.first?.location != nil)
        #expect(rendered.text.isEmpty)
    }

    @Test func refusesBytesThatAreNotUTF8() {
        let file = TemplateFile(name: "page.html", text: TextFile(path: "page.html", bytes: [0x61, 0xFF]))
        let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])
        let loaded = TemplateSet.load(files: [file], schema: schema)
        #expect(loaded.diagnostics.map(\.message).contains("this byte is not UTF-8"))
    }

    @Test func rendersManyPagesWithOneRenderer() {
        let file = TemplateFile(
            name: "page.html",
            text: TextFile(path: "page.html", text: "{% for p in people %}{{ p.name }}{% endfor %}{{ 1 / count }}"))
        let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])
        let renderer = TemplateSet.load(files: [file], schema: schema).value.renderer()
        var bytes: [UInt8] = []
        // A page that fails leaves no values for the next one.
        #expect(
            renderer.render("page.html", RootView(people: [PersonView(name: "A")], count: 0), at: "a", into: &bytes)
                .count == 1)
        bytes = []
        #expect(
            renderer.render("page.html", RootView(people: [PersonView(name: "B")], count: 1), at: "b", into: &bytes)
                .isEmpty)
        #expect(String(decoding: bytes, as: UTF8.self) == "B1.0")
        #expect(renderer.render("other.html", RootView(), at: "b", into: &bytes).map(\.code.name) == ["template-host"])
    }
}
