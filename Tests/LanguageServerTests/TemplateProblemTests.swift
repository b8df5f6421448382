import Building
import Foundation
import LanguageServer
import TestSupport
import Testing

/// The problems of a site's own templates and stylesheets, while they are typed.
@Suite struct TemplateProblemTests {
    private static let newsroom = FileTree.project + "Tests/SiteTests/Newsroom"

    /// A site without a mistake, with an empty folder for templates.
    private static func client(
        in folder: TemporaryFolder, capabilities: String = ProblemTests.codePoints
    ) throws -> ScriptedClient {
        for (path, text) in ThemeMistake.site { try folder.write(text, to: path) }
        try FileManager.default.createDirectory(
            atPath: folder.path("templates"), withIntermediateDirectories: true)
        return try ScriptedClient(
            folder.path("content"), root: folder.path, capabilities: capabilities, hasTemplates: true)
    }

    private static func check(_ folder: TemporaryFolder, with texts: [String: String] = [:]) -> [String: [String]] {
        let content = folder.path("content")
        var workspace = ScriptedClient.workspace(content, ownTemplates: folder.path("templates"))
        for (path, text) in texts { workspace.overlay(Array(text.utf8), at: folder.path(path)) }
        return ProblemTests.lines(of: workspace.check(), below: content)
    }

    private static func name(_ path: String) -> String {
        path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : "../" + path
    }

    /// Every mistake in files that are typed and not saved: the same problems as of a check of the saved files.
    @Test func publishesWhatCheckReports() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(in: folder)
        #expect(ProblemTests.published(client).isEmpty)
        for mistake in ThemeMistake.all {
            let saved = try TemporaryFolder()
            for (path, text) in ThemeMistake.site { try saved.write(text, to: path) }
            let files = try mistake.files()
            for (path, bytes) in files {
                let text = String(decoding: bytes, as: UTF8.self)
                try saved.write(text, to: path)
                try client.open(Self.name(path), text)
            }
            let reported = Self.check(saved)
            #expect(!reported.isEmpty, "\(mistake)")
            // An editor renders nothing, so it cannot know that a file that a template prints is not JSON.
            let expected = reported.mapValues { $0.filter { !$0.contains("broken-export") } }
                .filter { !$0.value.isEmpty }
            #expect(ProblemTests.published(client) == expected, "\(mistake)")
            for (path, _) in files { client.close(Self.name(path)) }
        }
        #expect(ProblemTests.published(client).isEmpty)
    }

    /// One fault after another in the templates of a newsroom, over several sites.
    @Test(arguments: ["strike"]) func followsEditsOfATheme(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(ProblemTests.sites + name + "/content", to: "content")
        for (path, bytes) in try FileTree.contents(of: Self.newsroom) {
            try folder.write(String(decoding: bytes, as: UTF8.self), to: path)
        }
        var client = try ScriptedClient(
            folder.path("content"), root: folder.path, capabilities: ProblemTests.codePoints, hasTemplates: true)
        #expect(ProblemTests.published(client) == Self.check(folder))
        var texts: [String: String] = [:]
        var random = SeededRandom(state: 3)
        let paths = [
            "templates/base.html", "templates/banner.html", "templates/event.html", "templates/pages/deadlines.html",
            "templates/exports/site/deadlines.json", "content/theme.css", "content/site.md", "content/deadlines.md",
        ]
        for _ in 0..<12 {
            let path = paths[random.below(paths.count)]
            let text = try String(contentsOfFile: folder.path(path), encoding: .utf8)
            let faults = [
                text, text + "{{ evnt.title }}", text + "{% if %}", text.replacing("{%", with: "{", maxReplacements: 1),
                text + "\n.a { color: var(--no-such) ",
                text.replacing("---\n", with: "---\nextra_fields: {beat: text}\n", maxReplacements: 1),
                text.replacing("title", with: "titel"),
            ]
            texts[path] = faults[random.below(faults.count)]
            try client.open(Self.name(path), texts[path])
            #expect(ProblemTests.published(client) == Self.check(folder, with: texts), "\(path)")
        }
        for path in texts.keys.sorted() { client.close(Self.name(path)) }
        #expect(ProblemTests.published(client) == Self.check(folder))
    }

    @Test func offersTheFixesOfTemplatesAndTheirArticles() throws {
        let folder = try TemporaryFolder()
        var client = try Self.client(in: folder, capabilities: ScriptedClient.capabilities)
        let path = "../templates/base.html"
        try client.open(
            path,
            "{% extends \"theme/base.html\" %}\n{% block footer %}<a href=\"{{ link('page:imprnt') }}\">I</a>{% endblock %}\n"
        )
        let problem = try #require(client.problems[path]?.first)
        let code = try #require(allCodes.first { $0.name == problem["code"].text })
        let start = problem["range"]["start"]
        let (line, character) = (start["line"].number ?? 0, start["character"].number ?? 0)
        let hover = try client.ask("textDocument/hover", path, at: line, character)
        #expect(hover["contents"]["value"].text?.contains(code.article) == true)
        let actions = try client.ask(
            "textDocument/codeAction", path, ",\"range\":\(problem["range"]),\"context\":{\"diagnostics\":[]}")
        let quick = try #require(actions.items.first { $0["kind"].text == "quickfix" }, "\(actions)")
        #expect(quick["edit"]["documentChanges"][0]["edits"][0]["newText"].text == "page:imprint", "\(quick)")
        #expect(actions.items.contains { $0["kind"].text == "source.fixAll.explainer" })
        // What asks about entries has no answer in a template.
        for method in ["completion", "definition", "documentSymbol", "foldingRange", "prepareRename"] {
            #expect(try client.ask("textDocument/\(method)", path, at: 0, 0).isNull, "\(method)")
        }
    }

    /// Several sites that share the templates of one folder.
    @Test func aSharedTemplateHasTheProblemsOfEverySite() throws {
        let folder = try TemporaryFolder()
        for site in ["one", "two"] {
            for (path, text) in ThemeMistake.site {
                // Only the first declares the field.
                let own =
                    site == "one"
                    ? text
                    : text.replacing("extra_fields: {beat: text}\n", with: "").replacing(
                        "extra: {beat: ports}\n", with: "")
                try folder.write(own, to: "\(site)/\(path)")
            }
        }
        let template =
            "{% extends \"theme/event.html\" %}\n{% block heading %}<h1>{{ event.extra.beat }}</h1>{% endblock %}\n"
        try folder.write(template, to: "templates/event.html")
        var client = try ScriptedClient(
            folder.path("one/content"), root: folder.path, capabilities: ProblemTests.codePoints, hasTemplates: true)
        let path = "../../templates/event.html"
        let name = folder.path("templates/event.html")
        try client.open("event.md")
        let alone = client.problems[name] ?? []
        try client.open("../../two/content/event.md")
        let both = client.problems[name] ?? []
        #expect(alone.count < both.count, "\(alone) \(both)")
        // A change of the template is one of both sites, and so is a change of either.
        try client.open(path, "{% extends \"theme/event.html\" %}\n")
        #expect(client.problems[name]?.isEmpty == true)
        client.change(path, template)
        #expect(client.problems[name]?.count == both.count)
        client.change("event.md", "---\ntitle: A\nsummary: B.\n---\n")
        #expect(client.problems[name]?.count == both.count)
    }
}
