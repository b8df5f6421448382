import Diagnostics
import Testing

@testable import Templates

/// Which tests of a template the checker follows: after them, an optional value can be printed.
@Suite struct NarrowingTests {
    private static let view = RootView(
        person: PersonView(name: "Ada", nickname: "A"),
        people: [PersonView(name: "B", nickname: "Bee"), PersonView(name: "C", children: [PersonView(name: "D")])])

    private static let accepted: [(String, String)] = [
        ("{% for p in people if p.nickname %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if p.nickname and p.age > 1 %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if p.nickname is defined %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if p.nickname is not none %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if p.nickname != none %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if p.nickname == 'Bee' %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people if not p.nickname %}-{% else %}{% endfor %}", "-"),
        ("{% for p in people|selectattr('nickname') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|selectattr('nickname')|sort(attribute='nickname') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|selectattr('nickname')|list|reverse %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|selectattr('nickname', 'defined') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|rejectattr('nickname', 'none') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|rejectattr('nickname', 'undefined') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|selectattr('nickname', 'equalto', 'Bee') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|selectattr('nickname', 'ne', none) %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|where('nickname') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{% for p in people|where('nickname', 'Bee') %}{{ p.nickname }}{% endfor %}", "Bee"),
        ("{{ people|selectattr('nickname')|map(attribute='nickname')|join(', ') }}", "Bee"),
        ("{{ people|map(attribute='nickname')|select('defined')|join(', ') }}", "Bee"),
        ("{% set named = people|selectattr('nickname')|list %}{% for p in named %}{{ p.nickname }}{% endfor %}", "Bee"),
        (
            "{% macro m(p) %}{{ p.nickname }}{% endmacro %}{% for p in people|where('nickname') %}{{ m(p) }}{% endfor %}",
            "Bee"
        ),
        ("{% for p in people|where('nickname')|where('is_active') %}{{ p.nickname }}{{ p.name }}{% endfor %}", "BeeB"),
        (
            "{% set xs = people|where('nickname')|list if count else people %}{% for p in xs %}{{ p.name }}{% endfor %}",
            "B"
        ),
        ("{% if person.nickname is not none %}{{ person.nickname }}{% endif %}", "A"),
        ("{% if person.nickname != none %}{{ person.nickname }}{% endif %}", "A"),
        ("{% if none != person.nickname %}{{ person.nickname }}{% endif %}", "A"),
        ("{% if person.nickname == none %}-{% else %}{{ person.nickname }}{% endif %}", "A"),
        // A value that is always there may be tested, too.
        ("{% if person.name is not none %}{{ person.name }}{% endif %}", "Ada"),
        ("{% if person.name != none %}{{ person.name }}{% endif %}", "Ada"),
        ("{% if person.name == none or person.name is none %}-{% else %}{{ person.name }}{% endif %}", "Ada"),
        ("{% for p in people if p.name is not none %}{{ p.name }}{% endfor %}", "BC"),
        ("{% for p in people|selectattr('name', 'ne', none) %}{{ p.name }}{% endfor %}", "BC"),
        ("{{ person.name|default('x') }}{% if person.name is defined %}!{% endif %}", "Ada!"),
        ("{% if friend is none %}-{% else %}{{ friend.name }}{% endif %}", "-"),
        ("{{ friend.nickname|default('x') }}", "x"),
        ("{{ friend.nickname|d('x') }}{{ person.nickname|default('y') }}", "xA"),
        ("{{ friend.name|default('x')|upper }}", "X"),
        ("{% if friend.nickname is defined %}{{ friend.nickname }}{{ friend.name }}{% else %}-{% endif %}", "-"),
    ]

    @Test(arguments: accepted) func follows(_ template: String, _ text: String) {
        let rendered = render(template, view: Self.view)
        #expect(rendered.messages == [])
        #expect(rendered.text == text)
    }

    private static let rejected = [
        "{% for p in people if p.age %}{{ p.nickname }}{% endfor %}",
        "{% for p in people if p.nickname or p.age %}{{ p.nickname }}{% endfor %}",
        "{% for p in people if not p.nickname %}{{ p.nickname }}{% endfor %}",
        "{% for p in people|rejectattr('nickname') %}{{ p.nickname }}{% endfor %}",
        "{% for p in people|selectattr('nickname', 'undefined') %}{{ p.nickname }}{% endfor %}",
        "{% for p in people|selectattr('nickname', 'none') %}{{ p.nickname }}{% endfor %}",
        "{% for p in people|selectattr('nickname', 'ne', 'x') %}{{ p.nickname }}{% endfor %}",
        "{% set xs = people|where('nickname')|list + people %}{% for p in xs %}{{ p.nickname }}{% endfor %}",
        "{% if person.nickname is none %}{{ person.nickname }}{% endif %}",
        "{% if person.nickname != 'x' %}{{ person.nickname }}{% endif %}",
        "{{ friend.nickname|upper }}", "{{ friend.nickname }}",
        "{% for p in people if p.nickname %}{% endfor %}{% for p in people %}{{ p.nickname }}{% endfor %}",
    ]

    @Test(arguments: rejected) func asksFor(_ template: String) {
        #expect(render(template, view: Self.view).codes == ["maybe-absent"])
    }
}

/// Comparisons with words of a closed list.
@Suite struct ChoiceTests {
    private struct Answer: TemplateView {
        let kind: String
        let side: String?

        static let record = RecordType<Answer>("answer", "An answer.")
            .choice("kind", "Its kind.", ["accepted", "refused"]) { $0.kind }
            .optionalChoice("side", "Whose.", ["ours", "theirs"]) { $0.side }
    }

    private struct Root: TemplateView {
        static let record = RecordType<Root>("answers_page", "A page.")
            .list("answers", "All.") { _ in
                [Answer(kind: "refused", side: "ours"), Answer(kind: "accepted", side: nil)]
            }
            .record("one", "The first.") { _ in Answer(kind: "refused", side: "ours") }
            .choice("level", "How.", ["low", "high"]) { _ in "low" }
    }

    private func problems(_ template: String) -> [String] {
        let file = TemplateFile(name: "page.html", text: TextFile(path: "page.html", text: template))
        let schema = Schema(pages: [.init("page", file: "page.html", root: Root.self, "A page.")])
        return TemplateSet.load(files: [file], schema: schema).diagnostics.map { "\($0.message): \($0.hint ?? "")" }
    }

    private static let wrong: [(String, String)] = [
        ("{% if one.kind == 'acepted' %}{% endif %}", "this is never 'acepted': did you mean 'accepted'?"),
        ("{% if 'acepted' == one.kind %}{% endif %}", "this is never 'acepted': did you mean 'accepted'?"),
        ("{% if one.kind != 'x' %}{% endif %}", "this is never 'x': it is one of: accepted, refused"),
        ("{% if one.kind in ['accepted', 'refusd'] %}{% endif %}", "this is never 'refusd': did you mean 'refused'?"),
        ("{% if one.kind is eq('refusd') %}{% endif %}", "this is never 'refusd': did you mean 'refused'?"),
        ("{% if one.side == 'our' %}{% endif %}", "this is never 'our': did you mean 'ours'?"),
        ("{% if level == 'hgih' %}{% endif %}", "this is never 'hgih': did you mean 'high'?"),
        ("{% for a in answers if a.kind == 'refusd' %}{% endfor %}", "this is never 'refusd': did you mean 'refused'?"),
        ("{{ answers|where('kind', 'refusd')|length }}", "this is never 'refusd': did you mean 'refused'?"),
        (
            "{{ answers|selectattr('kind', 'equalto', 'refusd')|list|length }}",
            "this is never 'refusd': did you mean 'refused'?"
        ),
        (
            "{{ answers|selectattr('kind', 'in', ['refusd'])|list|length }}",
            "this is never 'refusd': did you mean 'refused'?"
        ),
        (
            "{% set kind = one.kind %}{% if kind == 'refusd' %}{% endif %}",
            "this is never 'refusd': did you mean 'refused'?"
        ),
        (
            "{% macro m(kind) %}{% if kind == 'refusd' %}{% endif %}{% endmacro %}{{ m(one.kind) }}",
            "this is never 'refusd': did you mean 'refused'?"
        ),
        (
            "{% if one.side|default('none') == 'non' %}{% endif %}", "this is never 'non': did you mean 'none'?"
        ),
        ("{{ 'a' if one.kind == 'refusd' else 'b' }}", "this is never 'refusd': did you mean 'refused'?"),
    ]

    @Test(arguments: wrong) func findsAWordThatIsNotInTheList(_ template: String, _ message: String) {
        #expect(problems(template) == [message])
    }

    @Test(arguments: [
        "{% if one.kind == 'accepted' or one.kind in ['refused'] %}{% endif %}",
        "{% if one.side == 'ours' %}{% endif %}", "{{ answers|where('kind', 'refused')|length }}",
        "{% set kind = 'x' %}{% if kind == 'y' %}{% endif %}",
        "{% macro m(kind) %}{% if kind == 'other' %}{% endif %}{% endmacro %}{{ m('other') }}",
        "{% if one.side|default('none') == 'none' %}{% endif %}",
        "{% if one.kind|upper == 'REFUSED' %}{% endif %}",
    ])
    func acceptsOtherComparisons(_ template: String) { #expect(problems(template) == []) }
}
