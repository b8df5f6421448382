import Diagnostics
import Templates
import Testing

/// Templates of a site that build upon those of a theme.
@Suite struct ExtendingTests {
    private static let theme = [
        "base.html":
            "<body>{% block banner %}{% endblock %}{% block main %}{% endblock %}{% block foot %}<p>F</p>{% endblock %}"
            + "</body>",
        "page.html":
            "{% extends 'base.html' %}{% import 'parts.html' as parts %}{% block main %}{{ parts.name(title) }}"
            + "{% endblock %}",
        "parts.html": "{% macro name(text) %}<b>{{ text }}</b>{% endmacro %}{% macro rest() %}r{% endmacro %}",
        "note.html": "<i>{{ title }}</i>",
    ]

    /// Renders `page.html` of the theme with files of a site laid over it.
    private func render(_ own: [String: String], jobs: Int = 1) -> Rendered {
        let files =
            Self.theme.map { file($0.key, $0.value, theme: "theme") } + own.map { file($0.key, $0.value, theme: nil) }
        let schema = Schema(pages: [.init("page", file: "page.html", root: RootView.self, "A page.")])
        let loaded = TemplateSet.load(files: files, schema: schema, jobs: jobs)
        guard !loaded.diagnostics.hasErrors else { return Rendered(problems: loaded.diagnostics) }
        var bytes: [UInt8] = []
        let faults = loaded.value.render("page.html", RootView(title: "T"), at: "a.html", into: &bytes)
        return Rendered(text: String(decoding: bytes, as: UTF8.self), problems: loaded.diagnostics + faults)
    }

    private func file(_ name: String, _ text: String, theme: String?) -> TemplateFile {
        let path = (theme == nil ? "templates/" : "share/") + name
        return TemplateFile(name: name, text: TextFile(path: path, text: text), theme: theme)
    }

    private static let sites: [([String: String], String)] = [
        // A block of the frame, on each page.
        (
            ["base.html": "{% extends 'theme/base.html' %}{% block foot %}{{ super() }}<p>G</p>{% endblock %}"],
            "<body><b>T</b><p>F</p><p>G</p></body>"
        ),
        // A page, and the frame below it.
        (
            [
                "base.html": "{% extends 'theme/base.html' %}{% block foot %}{% endblock %}",
                "page.html": "{% extends 'theme/page.html' %}{% block main %}<i>{{ super() }}</i>{% endblock %}",
            ], "<body><i><b>T</b></i></body>"
        ),
        // A replaced macro, and one taken over.
        (
            [
                "parts.html":
                    "{% from 'theme/parts.html' import rest %}{% macro name(text) %}<u>{{ text }}{{ rest() }}</u>{% endmacro %}"
            ], "<body><u>Tr</u><p>F</p></body>"
        ),
        // An included file of the theme.
        (
            [
                "base.html":
                    "{% extends 'theme/base.html' %}{% block banner %}{% include 'theme/note.html' %}{% endblock %}"
            ], "<body><i>T</i><b>T</b><p>F</p></body>"
        ),
        // The full name of a file that the site does not replace.
        (
            [
                "base.html":
                    "{% extends 'theme/base.html' %}{% import 'theme/parts.html' as p %}{% block foot %}{{ p.rest() }}{% endblock %}"
            ], "<body><b>T</b>r</body>"
        ),
        // A block that is printed once more.
        (
            ["base.html": "{% extends 'theme/base.html' %}{% block banner %}{{ self.foot() }}{% endblock %}"],
            "<body><p>F</p><b>T</b><p>F</p></body>"
        ),
    ]

    @Test(arguments: sites)
    func buildsUponTheTheme(_ own: [String: String], _ text: String) {
        for jobs in [1, 2] {
            let rendered = render(own, jobs: jobs)
            #expect(rendered.messages == [])
            #expect(rendered.text == text)
        }
    }

    private static let mistakes: [([String: String], String, String?)] = [
        (
            ["page.html": "{% extends 'page.html' %}"],
            "templates/page.html: 'page.html' extends 'page.html', which leads back to it",
            "write 'theme/page.html' for the default theme's file of this name"
        ),
        (
            ["page.html": "{% extends 'theme/pgae.html' %}"],
            "templates/page.html: there is no template 'theme/pgae.html'", "did you mean 'theme/page.html'?"
        ),
        (
            ["base.html": "{% extends 'theme/base.html' %}{% block fot %}x{% endblock %}"],
            "templates/base.html: block 'fot' overrides nothing in 'theme/base.html'", "did you mean 'foot'?"
        ),
        (
            ["base.html": "{% extends 'theme/base.html' %}{% block banner %}{{ self.fot() }}{% endblock %}"],
            "templates/base.html: there is no block 'fot'", "did you mean 'foot'?"
        ),
        (
            ["base.html": "{% extends 'theme/base.html' %}{% block foot %}{{ self.foot() }}{% endblock %}"],
            "templates/base.html: block 'foot' calls itself", nil
        ),
        (
            ["base.html": "<body>{{ title }}</body>"],
            "templates/base.html: 'base.html' has no block 'main', so what 'page.html' puts there is never printed",
            "add '{% block main %}{% endblock %}', or extend the default theme's file instead of replacing it"
        ),
        (
            ["parts.html": "{% macro nmae(text) %}{% endmacro %}"],
            "templates/parts.html: 'parts.html' lacks macros that templates of the theme call: 'name'",
            "take them over: '{% from \"theme/parts.html\" import name %}'"
        ),
        (
            ["theme/base.html": "<body></body>"],
            "templates/theme/base.html: 'theme/base.html' is never used: this is the name of a file of the default theme",
            "to replace the theme's file, move it up one folder"
        ),
    ]

    @Test(arguments: mistakes)
    func reportsAMistakeInTheFileOfTheSite(_ own: [String: String], _ message: String, _ hint: String?) {
        let problems = render(own).problems
        #expect(problems.map { "\($0.location?.file.path ?? ""): \($0.message)" } == [message])
        #expect(problems.first?.hint == hint)
    }
}
