import Foundation
import TestSupport
import Testing

/// `explainer templates` with the files of the default theme.
@Suite struct TemplatesCommandTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["bin", "share/explainer"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        do {
            try FileManager.default.linkItem(
                at: BuiltProducts.explainer, to: URL(filePath: folder.path("bin/explainer")))
        } catch {
            try FileManager.default.copyItem(
                at: BuiltProducts.explainer, to: URL(filePath: folder.path("bin/explainer")))
        }
        try folder.copy(FileTree.project + "templates", to: "share/explainer/templates")
        _ = try run("new", "site", in: ".")
    }

    private func run(_ arguments: String..., in name: String = "site") throws -> ProgramRun {
        try ProgramRun.of(URL(filePath: folder.path("bin/explainer")), arguments, in: URL(filePath: folder.path(name)))
    }

    @Test func printsTheFolderOfTheTheme() throws {
        let run = try run("templates", "--path")
        #expect(run.status == 0 && run.output.hasSuffix("share/explainer/templates\n"))
    }

    @Test func copiesAFileThatIsWarnedOfWhenItsOriginalChanges() throws {
        #expect(try run("templates", "--copy", "parts.html").status == 0)
        let copy = try String(contentsOfFile: folder.path("site/templates/parts.html"), encoding: .utf8)
        #expect(copy.hasPrefix("{#- copy of the theme's parts.html, explainer "))
        let before = try run("build", "--strict")
        #expect(before.status == 0, "\(before.errors)")
        let pages = try folder.contents(of: "site/public")
        try FileManager.default.removeItem(atPath: folder.path("site/templates"))
        #expect(try run("build").status == 0)
        #expect(try folder.contents(of: "site/public") == pages, "the copy changes no page")
        // The theme of the next version.
        #expect(try run("templates", "--copy", "parts.html").status == 0)
        let file = folder.path("share/explainer/templates/parts.html")
        try (try String(contentsOfFile: file, encoding: .utf8) + "{#- new -#}\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        let check = try run("check")
        #expect(check.output.contains("templates/parts.html:1:1: warning: the theme's 'parts.html' has changed since"))
        let difference = try run("templates", "--diff")
        #expect(difference.output.contains("-{#- new -#}\n"))
        #expect(difference.output.contains("+{#- copy of the theme's parts.html"))
    }

    @Test func overwritesNothing() throws {
        try folder.write("own", to: "site/templates/base.html")
        let run = try run("templates", "--copy", "base.html")
        #expect(run.status == 2 && run.errors.contains("there is a 'templates/base.html' already"))
        #expect(try String(contentsOfFile: folder.path("site/templates/base.html"), encoding: .utf8) == "own")
    }

    @Test func suggestsAFile() throws {
        let run = try run("templates", "--copy", "bsae.html")
        #expect(run.status == 2 && run.errors.contains("Did you mean 'base.html'?"))
    }

    @Test func aFolderOfTemplatesThatDoesNotExistIsReported() throws {
        let run = try run("build", "--templates", "tempaltes")
        #expect(run.status == 2 && run.errors.contains("there is no folder 'tempaltes'"))
    }

    /// A warning that makes a strict run fail says so; `checks` turns a warning about templates off.
    @Test func aStrictRunSaysWhyItFails() throws {
        try folder.write(
            "{% extends \"theme/base.html\" %}\n{% block fotter %}x{% endblock %}\n", to: "site/templates/base.html")
        let strict = try run("check", "--strict")
        #expect(strict.status == 1)
        #expect(strict.output.contains("--strict counts this warning as an error"))
        #expect(strict.output.contains("1 warning, counted as errors (--strict)"))
        let settings = try String(contentsOfFile: folder.path("site/content/site.md"), encoding: .utf8)
        try folder.write(
            settings.replacing("---\n", with: "---\nchecks: {block-overrides-nothing: off}\n", maxReplacements: 1),
            to: "site/content/site.md")
        #expect(try run("check", "--strict").status == 0)
    }

    /// A template that replaces one of the theme's leaves macros of the theme unused; that is no fault of the site's.
    @Test func nothingIsWarnedOfInTheTheme() throws {
        try folder.write(
            "{% extends \"base.html\" %}{% block main %}<h1>{{ event.title }}</h1>{% endblock %}\n",
            to: "site/templates/event.html")
        let run = try run("check", "--strict")
        #expect(run.status == 0, "\(run.output)")
    }
}
