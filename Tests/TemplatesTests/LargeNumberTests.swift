import Diagnostics
import Testing

@testable import Templates

/// Numbers at the edge of 64 bits and in other scripts: as Jinja prints them, or refused, never another number.
@Suite struct LargeNumberTests {
    @Test(arguments: [
        ("'٣'|int", "3"), ("'٣.٥'|float", "3.5"), ("'-४२'|int", "-42"), ("'²'|int(4)", "4"), ("'12x'|int(5)", "5"),
        ("'9223372036854775807'|int", "9223372036854775807"), ("'-9223372036854775808'|int", "-9223372036854775808"),
        ("'1e5'|int", "100000"), ("'1e400'|int", "0"), ("'inf'|int(7)", "7"), ("'nan'|int(7)", "7"), ("''|int(7)", "7"),
        ("'-'|int(7)", "7"), ("'7fffffffffffffff'|int(base=16)", "9223372036854775807"), ("-0.0|round", "-0.0"),
        ("9.2e18|int", "9200000000000000000"), ("1 if 1e22 is even else 0", "1"), ("1 if 1e22 is odd else 0", "0"),
        ("1 if 3.0 is odd else 0", "1"), ("1 if (-3.0) is odd else 0", "1"), ("1 if 1.5 is odd else 0", "0"),
        ("1 if 1.5 is even else 0", "0"), ("1 if (-3) is odd else 0", "1"), ("00", "0"), ("10", "10"), ("0x01", "1"),
    ]) func printsWhatJinjaPrints(_ expression: String, _ text: String) {
        let rendered = render("{{ \(expression) }}")
        #expect(rendered.messages == [])
        #expect(rendered.text == text)
    }

    @Test(arguments: [
        "'9223372036854775808'|int", "'-9223372036854775809'|int", "'9_223_372_036_854_775_808'|int", "1e22|int",
        "'1e22'|int", "'-1e22'|int(7)", "'9223372036854775808.5'|int", "'ffffffffffffffffff'|int(base=16)",
        "'٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩'|int",
    ]) func refusesWhatDoesNotFit(_ expression: String) {
        let rendered = render("{{ \(expression) }}")
        #expect(rendered.messages == ["this number does not fit in 64 bits"])
    }

    @Test(arguments: ["01", "0_1", "007", "09"]) func refusesLeadingZeros(_ literal: String) {
        #expect(
            render("{{ \(literal) }}").messages == [
                "'\(literal)' is not a number: a whole number does not begin with 0"
            ])
    }

    /// What Jinja refuses, too.
    @Test(arguments: ["{{ 1 is odd is true }}", "{{ 1 is odd is odd }}", "{% if 1 is not odd is even %}{% endif %}"])
    func refusesTestsOfTests(_ template: String) {
        #expect(render(template).messages == ["a test cannot follow a test: put the first one in parentheses"])
    }

    @Test(arguments: ["min", "max", "unique|join", "join", "batch(2)|join", "map('upper')|join", "select|join"])
    func refusesTextsAsLists(_ filter: String) {
        #expect(
            render("{{ 'abc'|\(filter) }}").messages == [
                "Jinja's texts as lists of characters are left out of this engine"
            ])
    }

    @Test(arguments: [
        ("-0.0|round", "-0.0"), ("(-0.4)|round", "-0.0"), ("(-0.04)|round(1)", "-0.0"), ("0.4|round", "0.0"),
    ])
    func roundsAsPythonDoes(_ expression: String, _ text: String) {
        #expect(render("{{ \(expression) }}").text == text)
    }

    @Test func refusesCharactersByName() {
        #expect(render(#"{{ "\N{BULLET}" }}"#).messages == ["characters are not read by their names"])
    }
}
