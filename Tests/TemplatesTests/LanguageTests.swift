import Diagnostics
import Testing

@testable import Templates

/// The engine's additions to Jinja, and its checks: Jinja has no counterpart to compare with.
@Suite struct LanguageTests {
    static var people: [PersonView] {
        [
            PersonView(name: "A", age: 1, tags: ["x"]), PersonView(name: "B", nickname: "Bee", age: 2, isActive: false),
            PersonView(name: "C", age: 3),
        ]
    }

    /// `include … with` is `with` around `include`, which Jinja has: the same names, seen by the file and by what it
    /// includes, and gone after it.
    @Test(arguments: [
        ("name=person.name", "{{ name }}{{ title }}"), ("a=count, b=a_text", "{{ a + 1 }}{{ b }}"),
        ("title='shadowed'", "{{ title }}{% include 'inner.html' %}"), ("p=person", "{{ p.name }}{{ p.tags|join }}"),
        ("xs=people|map(attribute='name')|list", "{% for x in xs %}{{ loop.index }}{{ x }}{% else %}none{% endfor %}"),
        ("nick=person.nickname|default('-')", "{{ nick }}{% set nick = 'own' %}{{ nick }}"),
    ]) func includesWithNames(_ names: String, _ file: String) {
        let view = RootView(people: Self.people, text: "t")
        let files = ["x.html": file, "inner.html": "({{ title }})"]
        let before = "{% set a_text = text %}{{ title }}|"
        let after = "|{{ title }}{{ count }}"
        let given = render("\(before){% include 'x.html' with \(names) %}\(after)", files, view: view)
        let spelt = render(
            "\(before){% with \(names) %}{% include 'x.html' %}{% endwith %}\(after)", files, view: view)
        let problems = (given.problems + spelt.problems).filter { $0.code != .unusedTemplate }
        #expect(problems.isEmpty, "\(problems.map(\.message))")
        #expect(given.text == spelt.text)
        #expect(given.text.hasPrefix("A &lt;b&gt;title&lt;/b&gt;|") && given.text.hasSuffix("3"))
    }

    @Test func forgetsWhatAnIncludeWasGiven() {
        let rendered = render("{% include 'x.html' with a=1 %}{{ a }}", ["x.html": "{{ a }}"])
        #expect(rendered.codes == ["unknown-template-name"])
    }

    /// An included file is checked in each place that includes it, with the types it is given there.
    @Test func checksAFileWhereItIsIncluded() {
        let files = ["x.html": "{{ v|upper }}", "y.html": "{% include 'x.html' with v=people %}"]
        #expect(render("{% include 'x.html' with v=text %}", files).problems.filter { $0.severity == .error }.isEmpty)
        let rendered = render("{% include 'x.html' with v=text %}\n{% include 'y.html' %}", files)
        #expect(rendered.messages == ["'upper' takes text, and this is a list of person"])
        #expect(rendered.problems.first?.location?.file.path == "x.html")
        // The chain, the innermost first.
        #expect(
            rendered.problems.first?.notes.map(\.message) == [
                "'x.html' is included here", "'y.html' is included here",
            ])
    }

    @Test(arguments: [
        ("{{ people|where('is_active')|map(attribute='name')|join(',') }}", "A,C"),
        ("{{ people|where('name', 'B')|map(attribute='age')|join }}", "2"),
        ("{{ people|where('nickname')|length }}{{ people|where('age', 9)|length }}", "10"),
        ("{{ 1|plural('demand', 'demands') }} {{ 2|plural('demand', 'demands') }}", "demand demands"),
        (
            "{{ people is empty }}{{ person.tags is empty }}{{ '' is empty }}{{ friend is defined }}",
            "FalseTrueTrueFalse"
        ),
        ("{{ people|map(attribute='name')|list|json }}{{ 'a<b'|json }}", "[&#34;A&#34;, &#34;B&#34;, &#34;C&#34;]"),
    ]) func hasFiltersAndTestsOfItsOwn(_ template: String, _ wanted: String) {
        let rendered = render(template, view: RootView(people: Self.people))
        #expect(rendered.problems.isEmpty, "\(rendered.messages)")
        if template.contains("json") {
            #expect(rendered.text == #"["A", "B", "C"]"a\u003cb""#)
        } else {
            #expect(rendered.text == wanted)
        }
    }

    /// Each of Jinja's filters and tests is there, or is left out by name.
    @Test func knowsEachOfJinjasFiltersTestsAndFunctions() {
        let filters = """
            abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape \
            format groupby indent int items join last length list lower map max min pprint random reject rejectattr \
            replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate \
            unique upper urlencode urlize wordcount wordwrap xmlattr
            """
        for name in filters.split(separator: " ").map(String.init) {
            #expect(Filters.names.contains(name) != (LeftOut.filter(name) != nil), "\(name)")
        }
        let tests = """
            boolean callable defined divisibleby eq equalto escaped even false filter float ge greaterthan gt in \
            integer iterable le lessthan lower lt mapping ne none number odd sameas sequence string test true \
            undefined upper
            """
        for name in tests.split(separator: " ").map(String.init) {
            #expect(ValueTests.names.contains(name) != (LeftOut.test(name) != nil), "\(name)")
        }
        for name in ["cycler", "dict", "joiner", "lipsum", "namespace"] { #expect(LeftOut.function(name) != nil) }
    }

    /// Values that must be checked first, and the conditions that check them.
    @Test(arguments: [
        ("{{ friend.name }}", false), ("{{ person.nickname }}", false), ("{{ person.nickname ~ 'x' }}", false),
        ("{{ person.nickname|upper }}", false), ("{% for c in people %}{{ c.nickname }}{% endfor %}", false),
        ("{% if person.nickname or text %}{{ person.nickname }}{% endif %}", false),
        ("{% if not person.nickname %}{{ person.nickname }}{% endif %}", false),
        ("{% if person.nickname %}{{ person.nickname }}{% endif %}{{ person.nickname }}", false),
        ("{% if person.nickname %}{{ person.nickname|upper }}{% endif %}", true),
        ("{% if person.nickname and text %}{{ person.nickname }}{% endif %}", true),
        ("{% if person.nickname is defined %}{{ person.nickname }}{% endif %}", true),
        ("{% if not person.nickname %}{% else %}{{ person.nickname }}{% endif %}", true),
        ("{{ person.nickname|default('x') }}{{ person.nickname or 'x' }}", true),
        ("{{ person.nickname if person.nickname else 'x' }}", true),
        ("{% if friend %}{{ friend.name }}{% endif %}", true),
    ]) func asksForWhatMayBeAbsent(_ template: String, _ isFine: Bool) {
        let rendered = render(template)
        #expect(rendered.codes == (isFine ? [] : ["maybe-absent"]), "\(rendered.messages)")
    }

    @Test(arguments: [
        "{{ count == text }}", "{{ person.born < count }}", "{{ text in [1, 2] }}", "{{ 1 in text }}",
        "{{ people == text }}", "{{ text is eq 3 }}",
    ]) func refusesToCompareUnlikeTypes(_ template: String) {
        let codes = render(template).codes
        #expect(codes == ["unlike-types"], "\(render(template).messages)")
    }
}
