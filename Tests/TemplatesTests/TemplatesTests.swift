import Diagnostics
import Templates
import Testing

@Suite struct TemplatesTests {
    @Test func printsAndEscapesText() {
        #expect(render("<p>{{ title }}</p>").text == "<p>A &lt;b&gt;title&lt;/b&gt;</p>")
        #expect(
            render("<p title=\"{{ title }}\">{{ count }} {{ price }}</p>").text
                == "<p title=\"A &lt;b&gt;title&lt;/b&gt;\">3 2.5</p>")
    }

    @Test func printsMarkupAsItIs() {
        #expect(render("{{ person.biography }}").text == "<p>Born.</p>")
    }

    @Test func runsConditionsLoopsAndMacros() {
        let people = [PersonView(name: "A"), PersonView(name: "B", nickname: "Bee"), PersonView(name: "C")]
        let rendered = render(
            """
            {% import "parts.html" as parts %}
            {%- for p in people %}{% if not loop.first %}, {% endif %}{{ parts.name(p) }}{% else %}nobody{% endfor %}
            """,
            [
                "parts.html":
                    "{% macro name(p) -%}<b>{{ p.name }}{% if p.nickname %} ({{ p.nickname }}){% endif %}</b>{%- endmacro %}"
            ],
            view: RootView(people: people))
        #expect(rendered.text == "<b>A</b>, <b>B (Bee)</b>, <b>C</b>")
        #expect(rendered.problems.isEmpty)
    }

    @Test func fillsBlocksOfWhatItExtends() {
        let base = "<title>{% block title %}Site{% endblock %}</title>{% block main %}{% endblock %}"
        let rendered = render(
            "{% extends \"base.html\" %}{% block title %}{{ title }} – {{ super() }}{% endblock %}"
                + "{% block main %}<p>{{ person.name }}</p>{% endblock %}", ["base.html": base])
        #expect(rendered.text == "<title>A &lt;b&gt;title&lt;/b&gt; – Site</title><p>Ada</p>")
        #expect(rendered.problems.isEmpty)
    }

    @Test func printsLinksRelativeToThePage() {
        #expect(render("<a href=\"{{ person.url }}\">", at: "a/b.html").text == "<a href=\"../people/x.html\">")
        #expect(render("<a href=\"{{ link }}\">").text == "<a href=\"https://example.org/?a=1&amp;b=2\">")
    }

    @Test func refusesASchemeThatRunsCode() {
        let rendered = render("<a href=\"{{ text }}\">x</a>", view: RootView(text: "java\tscript:alert(1)"))
        #expect(rendered.text == "<a href=\"#\">x</a>")
        #expect(rendered.codes == ["unsafe-address"])
    }
}
