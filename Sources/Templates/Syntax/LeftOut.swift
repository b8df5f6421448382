import Diagnostics

/// A part of Jinja that this engine leaves out, because it cannot be typed or checked, or is not safe. Messages and the
/// reference come from this list. A test renders each example and expects the message.
struct LeftOut: Sendable, Equatable {
    /// Its name in the reference: "tag `do`", "dict literals".
    let name: String
    /// A template that uses it.
    let example: String
    /// What to do instead.
    let hint: String
    /// One sentence.
    let message: String
    let code: DiagnosticCode

    private init(_ name: String, _ example: String, _ hint: String) {
        self.name = name
        self.example = example
        self.hint = hint
        self.message = "Jinja's \(name) are left out of this engine"
        self.code = .leftOut
    }

    /// A part with its own code and message.
    private init(_ name: String, _ example: String, _ hint: String, code: DiagnosticCode, message: String) {
        self.name = name
        self.example = example
        self.hint = hint
        self.code = code
        self.message = message
    }

    private init(_ kind: String, _ word: String, _ example: String, _ hint: String) {
        self.name = "\(kind) '\(word)'"
        self.example = example
        self.hint = hint
        self.message = "Jinja's \(kind) '\(word)' is left out of this engine"
        self.code = .leftOut
    }

    /// All of them: parts of the syntax, then tags, filters, tests and functions by name.
    static let all: [LeftOut] =
        parts + [tags, filters, tests, functions].flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }

    static func tag(_ word: String) -> LeftOut? { tags[word] }
    static func filter(_ word: String) -> LeftOut? { filters[word] }
    static func test(_ word: String) -> LeftOut? { tests[word] }
    static func function(_ word: String) -> LeftOut? { functions[word] }
}

extension LeftOut {
    static let dicts = LeftOut("dict literals", "{{ {'a': 1} }}", "use a record of the program")
    static let tuples = LeftOut("tuples", "{{ (1, 2) }}", "write a list: [ … ]")
    static let namesAtOnce = LeftOut("assignments to several names", "{% set a, b = 1 %}", "set one name at a time")
    static let unpackedLoops = LeftOut(
        "loops over several names", "{% for a, b in [1] %}{% endfor %}",
        "only the groups of 'groupby' can be unpacked into two names; name the element and read its fields")
    static let recursiveLoops = LeftOut(
        "'recursive' loops", "{% for a in [1] recursive %}{% endfor %}", "write a macro that calls itself")
    static let namespaces = LeftOut(
        "namespaces", "{% set a.b = 1 %}", "a record cannot be changed; use 'set' with a name")
    static let filteredSet = LeftOut(
        "filtered 'set' blocks", "{% set a | upper %}x{% endset %}", "set the block to a name, then filter that name")
    static let nestedMacros = LeftOut(
        "macros inside macros", "{% macro a() %}{% macro b() %}{% endmacro %}{% endmacro %}",
        "define it next to the other macro")
    static let starArguments = LeftOut(
        "arguments by '*'", "{% macro a() %}{% endmacro %}{{ a(*[1]) }}", "write each argument out")
    static let stepSlices = LeftOut("slices with a step", "{{ 'abc'[::2] }}", "use '|reverse', or a loop with 'if'")
    static let scopedBlocks = LeftOut(
        "'scoped' blocks", "{% block a scoped %}{% endblock %}", "use a macro and pass it what it needs")
    static let requiredBlocks = LeftOut(
        "'required' blocks", "{% block a required %}{% endblock %}", "give the block a default body")
    static let includesWithoutContext = LeftOut(
        "includes 'without context'", "{% include 'a.html' without context %}",
        "use a macro of an imported file: it sees only its arguments")
    static let importsWithContext = LeftOut(
        "imports 'with context'", "{% import 'a.html' as a with context %}",
        "pass what the macro needs as an argument")
    static let importsOfExtending = LeftOut(
        "imports of files that extend another", "{% import 'extends.html' as a %}",
        "put the macros into a file of their own")

    static let methods = LeftOut("methods of values", "{{ 'a'.split() }}", "use a filter: '{{ value|filter }}'")
    static let loopChanges = LeftOut(
        "calls of 'loop.changed'", "{% for a in [1] %}{% if loop.changed(a) %}{% endif %}{% endfor %}",
        "compare with 'loop.previtem'")
    static let extraArguments = LeftOut(
        "'varargs' and 'kwargs'", "{% macro a() %}{{ varargs }}{% endmacro %}{{ a() }}", "name each parameter")
    static let conditionalExtends = LeftOut(
        "'extends' tags inside other tags", "{% if 1 %}{% extends 'a.html' %}{% endif %}", "move it to the top")
    static let namesFromData = LeftOut(
        "template names that are not written out", "{% include 'a' ~ '.html' %}",
        "write the file's name in quotes; choose between files with 'if'", code: .templateNameFromData,
        message: "the name of a template must be written out")

    static let textLists = LeftOut(
        "texts as lists of characters", "{% for a in 'abc' %}{% endfor %}",
        "a text has no elements; there are '|length', '|reverse' and slices such as 'a[:3]'")
    static let loopValues = LeftOut(
        "uses of 'loop' as a value", "{% for a in [1] %}{% set outer = loop %}{% endfor %}",
        "set a name to one of its fields: '{% set outer = loop.index %}'")
    static let severalAttributes = LeftOut(
        "sorts by several attributes", "{{ [1]|sort(attribute='a,b')|length }}",
        "sort by the less important attribute first: '|sort(attribute=\"b\")|sort(attribute=\"a\")'")
    static let textIndents = LeftOut(
        "indents with a text", "{{ 'a'|indent('> ') }}", "give 'indent' a number of spaces, or use '|replace'")
    static let callerParameters = LeftOut(
        "macro parameters called 'caller'", "{% macro a(caller) %}{% endmacro %}",
        "Jinja passes the body of a 'call' tag by this name; choose another one")
    static let characterNames = LeftOut(
        "characters by name", "{{ '\\N{BULLET}' }}", "write the character itself", code: .templateSyntax,
        message: "characters are not read by their names")
    static let largeNumbers = LeftOut(
        "whole numbers beyond 64 bits", "{{ 9223372036854775808 }}", "write it with a decimal point, or as text",
        code: .templateSyntax, message: "'9223372036854775808' is not a number that fits in 64 bits")

    private static let parts: [LeftOut] = [
        textLists, loopValues, severalAttributes, textIndents, callerParameters, characterNames, largeNumbers,
        dicts, tuples, namesAtOnce, unpackedLoops, recursiveLoops, loopChanges, namespaces, filteredSet, nestedMacros,
        starArguments, extraArguments, methods, stepSlices, scopedBlocks, requiredBlocks,
        includesWithoutContext, importsWithContext, importsOfExtending, conditionalExtends, namesFromData,
    ]

    private static let tags = named([
        ("do", "an expression that prints nothing has no effect here"),
        ("call", "pass what the macro needs as an argument"),
        ("filter", "use '{% set x %}…{% endset %}' and '{{ x|filter }}'"),
        ("autoescape", "values are always escaped for the place they stand in"),
        ("trans", "this engine does not translate"),
        ("pluralize", "this engine does not translate; there is a filter 'plural'"),
        ("debug", "see the reference for the names that templates can use"),
        ("break", "use '{% for x in xs if … %}'"),
        ("continue", "use '{% for x in xs if … %}'"),
    ]) { LeftOut("tag", $0, "{% \($0) %}", $1) }

    private static let filters = named([
        ("safe", "only values that were made as HTML print as they are"),
        ("attr", "write a dot and the field's name"),
        ("dictsort", "there are no dicts"),
        ("items", "there are no dicts"),
        ("filesizeformat", "let the host format it"),
        ("format", "join text with '~'"),
        ("pprint", "it is a debugging aid"),
        ("random", "a page must be the same each time it is rendered"),
        ("urlize", "write links in the text itself"),
        ("wordwrap", "browsers wrap lines"),
        ("xmlattr", "write each attribute out"),
    ]) { LeftOut("filter", $0, "{{ 'a'|\($0) }}", $1) }

    private static let tests = named([
        ("callable", "macros are not values"),
        ("filter", "all filters are known when templates are loaded"),
        ("iterable", "types are known when templates are loaded"),
        ("mapping", "there are no dicts"),
        ("sameas", "compare with '=='"),
        ("sequence", "types are known when templates are loaded"),
        ("test", "all tests are known when templates are loaded"),
    ]) { LeftOut("test", $0, "{{ 'a' is \($0) }}", $1) }

    private static let functions = named([
        ("dict", "use a record of the program"),
        ("lipsum", "write the text itself"),
        ("cycler", "use 'loop.cycle(…)'"),
        ("joiner", "test 'loop.first', or use '|join'"),
        ("namespace", "a record cannot be changed; use 'set' with a name"),
        ("caller", "pass what the macro needs as an argument"),
        ("loop", "write a macro that calls itself"),
    ]) { LeftOut("function", $0, $0 == "loop" ? "{% for a in [1] %}{{ loop([1]) }}{% endfor %}" : "{{ \($0)() }}", $1) }

    private static func named(
        _ words: [(word: String, hint: String)], _ make: (String, String) -> LeftOut
    ) -> [String: LeftOut] {
        Dictionary(uniqueKeysWithValues: words.map { ($0.word, make($0.word, $0.hint)) })
    }
}
