import Diagnostics
import Templates
import Testing

/// Features without a counterpart in Jinja: places of the markup, addresses, other file formats.
@Suite struct PlacesTests {
    @Test func writesLinksFromThePageTheyStandOn() {
        func link(_ path: String, anchor: String? = nil, from page: String) -> String {
            let person = PersonView(name: "x", url: .site(path, anchor: anchor))
            return render("<a href=\"{{ person.url }}\">", view: RootView(person: person), at: page).text
        }
        #expect(link("a/b.html", from: "a/c.html") == "<a href=\"b.html\">")
        #expect(link("a/b.html", from: "index.html") == "<a href=\"a/b.html\">")
        #expect(link("index.html", from: "a/b/c.html") == "<a href=\"../../index.html\">")
        #expect(link("a/b.html", anchor: "x y", from: "a/b.html") == "<a href=\"#x%20y\">")
        #expect(link("a/b.html", from: "a/b.html") == "<a href=\"b.html\">")
        #expect(link("ab/c.html", from: "a/c.html") == "<a href=\"../ab/c.html\">")
        #expect(link("a/ü \"&'.html", from: "b.html") == "<a href=\"a/%C3%BC%20%22%26%27.html\">")
        #expect(link("javascript:x.html", from: "b.html") == "<a href=\"javascript%3Ax.html\">")
    }

    @Test func writesLinksFromTheRootWhereAskedTo() {
        let file = TemplateFile(
            name: "page.html", text: TextFile(path: "page.html", text: "<a href=\"{{ person.url }}\">"))
        let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])
        let loaded = TemplateSet.load(files: [file], schema: schema)
        var bytes: [UInt8] = []
        let faults = loaded.value.render(
            "page.html", RootView(), at: "404.html", links: .absolute(prefix: "/a&b/"), into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "<a href=\"/a&amp;b/people/x.html\">")
        #expect(faults.isEmpty)
    }

    @Test func watchesAddressesThatArePutTogether() {
        let view = RootView(text: "script:alert(1)")
        #expect(render("<a href=\"java{{ text }}\">", view: view).text == "<a href=\"#\">")
        #expect(render("<a href=\"{{ 'java' }}{{ text }}\">", view: view).text == "<a href=\"#\">")
        #expect(render("<a href=\"/java{{ text }}\">", view: view).codes.isEmpty)
        #expect(render("<a href=\"{% if count %}java{% endif %}{{ text }}\">", view: view).codes == ["unsafe-address"])
        #expect(render("<a href=\"javascript&colon;{{ text }}\">").codes == ["unsafe-address"])
        #expect(
            render("{% macro m(x) %}{{ x }}{% endmacro %}<a href=\"java{{ m(text) }}\">", view: view).text
                == "<a href=\"#\">")
    }

    @Test(arguments: [
        ("<!-- {{ text }} -->", "unsafe-place"), ("<{{ text }}>", "unsafe-place"), ("<p {{ text }}>", "unsafe-place"),
        ("<p {{ text }}=\"x\">", "unsafe-place"), ("<p a={{ text }}>", "unsafe-place"),
        ("<style>{{ text }}</style>", "unsafe-place"), ("<STYLE>a</STYLEx>{{ text }}</STYLE>", "unsafe-place"),
        ("<p ONCLICK='{{ text }}'>", "unsafe-place"), ("<iframe srcdoc=\"{{ text }}\"></iframe>", "unsafe-place"),
        ("<!doctype {{ text }}>", "unsafe-place"), ("<title><b>{{ text }}</b></title>", "unsafe-place"),
        ("<svg><animate values=\"{{ text }}\"/></svg>", "unsafe-place"),
        ("<p title=\"{{ text }}\"x=\"y\">", "unsettled-markup"),
        ("<p title=\"{{ text }}", "unsettled-markup"), ("<script>x", "unsettled-markup"),
        ("{% macro m() %}<p title=\"{% endmacro %}{% set x = m() %}{{ x }}", "unsettled-markup"),
        ("{% for p in people %}<!--{% endfor %}", "unsettled-markup"), ("<![CDATA[x]]>", "unsettled-markup"),
    ]) func refuses(_ template: String, _ code: String) {
        #expect(render(template).codes.contains(code), "\(template): \(render(template).messages)")
    }

    @Test(arguments: [
        "<p{% if count %} hidden{% endif %}>", "<p {% if count %}hidden{% else %}dir=\"rtl\"{% endif %}>",
        "<p{% for p in people %} class=\"a\"{% endfor %}>", "<title>{{ text }}</title>", "<!-- a --><p>{{ text }}</p>",
        "<!--->{{ text }}", "<script>if (a < b) {}</script>{{ text }}", "a < b {{ text }}",
        "{% macro open() %}<p title=\"{% endmacro %}{{ open() }}{{ text }}\">", "<br/>{{ text }}",
        "<style>a</stylex></style >{{ text }}", "<p title = '{{ text }}' >",
    ]) func accepts(_ template: String) {
        #expect(render(template).problems.isEmpty, "\(template): \(render(template).messages)")
    }

    /// RFC 4180: a field with a comma, a quote or a line break stands in quotes, and each quote in it is written twice.
    @Test(arguments: [
        ("a", "a,\"-a-\""), ("", ",\"--\""), ("a,b", "\"a,b\",\"-a,b-\""), ("a\"b", "\"a\"\"b\",\"-a\"\"b-\""),
        ("a\r\nb", "\"a\r\nb\",\"-a\r\nb-\""), (" a", "\" a\",\"- a-\""), ("a;ü", "a;ü,\"-a;ü-\""),
    ]) func quotesFieldsOfCSV(_ text: String, _ expected: String) {
        let rendered = render("{{ text }},\"-{{ text }}-\"", view: RootView(text: text), name: "page.csv")
        #expect(rendered.problems.isEmpty)
        #expect(rendered.text == expected)
    }

    @Test(arguments: [
        ("a {{ text }}", "unsafe-place"), ("{{ text }}{{ text }}", "unsafe-place"), ("\"a\"{{ text }}", "unsafe-place"),
        ("{{ text }} a", "unsettled-markup"), ("\"a\" b", "unsettled-markup"), ("a\"b\"", "unsettled-markup"),
        ("\"{{ text }}", "unsettled-markup"), ("{% if count %}\"{% endif %}a", "unsettled-markup"),
        ("{{ person.biography }}", "unsafe-place"), ("{{ people }}", "not-printable"),
        ("{% for p in people %}{{ p.name }}{% endfor %}", "unsafe-place"),
    ]) func rejectsBrokenFieldsOfCSV(_ template: String, _ code: String) {
        let rendered = render(template, name: "page.csv")
        #expect(rendered.codes == [code], "\(template): \(rendered.messages)")
        #expect(rendered.problems.allSatisfy { $0.location != nil })
    }

    @Test(arguments: [
        "a,b\n{% for p in people %}{{ p.name }},\"{{ p.name }}, {{ text }}\"\n{% endfor %}",
        "{{ text }}{% for p in people %},{{ p.name }}{% endfor %}",
        "{% if count %}{{ text }}{% else %}none{% endif %}\n",
        "{{ text if count else title }},{{ price }}", "\"a \"\"{{ text }}\"\"\"\n", "a{% if count %}b{% endif %}c,",
        "{% macro m(x) %}{{ x }},{% endmacro %}{{ m(text) }}{{ m(title) }}\n",
    ]) func acceptsWholeFieldsOfCSV(_ template: String) {
        let rendered = render(template, name: "page.csv")
        #expect(rendered.problems.isEmpty, "\(template): \(rendered.messages)")
    }

    @Test func escapesOtherKindsOfFilesInTheirOwnWay() {
        let view = RootView(title: "a\"<b>\n", text: "x]]>")
        #expect(render("{{ title }}|{{ count }}", view: view, name: "page.txt").text == "a\"<b>\n|3")
        #expect(
            render("{\"a\": {{ title }}, \"b\": \"-{{ title }}\", \"c\": {{ people }}}", view: view, name: "page.json")
                .codes
                == ["not-printable"])
        #expect(
            render("{\"a\": {{ title }}, \"b\": \"-{{ title }}\", \"n\": {{ price }}}", view: view, name: "page.json")
                .text
                == #"{"a": "a\"\u003cb\u003e\n", "b": "-a\"\u003cb\u003e\n", "n": 2.5}"#)
        #expect(
            render("<a b=\"{{ title }}\">{{ text }}</a>", view: view, name: "page.xml").text
                == "<a b=\"a&#34;&lt;b&gt;\n\">x]]&gt;</a>")
        #expect(render("<a>{{ person.biography }}</a>", name: "page.xml").codes == ["unsafe-place"])
        #expect(
            render("<a>{{ person.biography|forceescape }}</a>", name: "page.xml").text
                == "<a>&lt;p&gt;Born.&lt;/p&gt;</a>")
        #expect(render("{{ person.biography }}", name: "page.txt").codes == ["unsafe-place"])
    }

    @Test func formatsDates() {
        #expect(
            render("{{ person.born|date('%A, %-d %B %Y') }} {{ person.born }} {{ person.born.year }}").text
                == "Sunday, 10 December 1815 1815-12-10 1815")
    }
}
