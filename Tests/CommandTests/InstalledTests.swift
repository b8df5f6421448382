import Foundation
import TestSupport
import Testing

/// The program as `make install` puts it in place: `bin/explainer` with the default theme in `share/explainer`.
@Suite struct InstalledTests {
    let folder: TemporaryFolder
    let program: URL

    init() throws {
        folder = try TemporaryFolder()
        program = URL(filePath: folder.path("bin/explainer"))
        try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
        do {
            try FileManager.default.linkItem(at: BuiltProducts.explainer, to: program)
        } catch {
            try FileManager.default.copyItem(at: BuiltProducts.explainer, to: program)
        }
        try folder.copy(FileTree.project + "templates", to: "share-templates")
        try FileManager.default.createDirectory(
            atPath: folder.path("share/explainer"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: folder.path("share-templates"), toPath: folder.path("share/explainer/templates"))
        _ = try run("new", "site", in: ".")
    }

    private func run(_ arguments: String..., in name: String = "site", by program: URL? = nil) throws -> ProgramRun {
        try ProgramRun.of(program ?? self.program, arguments, in: URL(filePath: folder.path(name)))
    }

    @Test func buildsAFolderThatHasOnlyContent() throws {
        let run = try run("build", "--strict")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let pages = try folder.contents(of: "site/public")
        #expect(pages["index.html"] != nil)
        #expect(pages["assets/style.css"] == (try folder.contents(of: "share/explainer/templates"))["assets/style.css"])
    }

    @Test func laysASitesOwnTemplatesOverTheThemeFileByFile() throws {
        let base = try String(contentsOfFile: folder.path("share/explainer/templates/base.html"), encoding: .utf8)
        try folder.write(base.replacing("<main", with: "<main data-own"), to: "site/templates/base.html")
        try folder.write("/* own */\n", to: "site/templates/assets/own.css")
        #expect(try run("build").status == 0)
        let pages = try folder.contents(of: "site/public")
        for (path, bytes) in pages where path.hasSuffix(".html") {
            #expect(String(decoding: bytes, as: UTF8.self).contains("<main data-own"), "\(path)")
        }
        #expect(pages["assets/own.css"] != nil && pages["assets/style.css"] != nil)
    }

    @Test func findsItsThemeThroughALink() throws {
        let link = URL(filePath: folder.path("explainer"))
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program)
        #expect(try run("build", by: link).status == 0)
    }

    @Test func saysWhereTheThemeWouldBe() throws {
        try FileManager.default.removeItem(atPath: folder.path("share"))
        let without = try run("build")
        #expect(without.status == 2)
        #expect(without.errors.contains("[missing-theme]") && without.errors.contains("'make install'"))
        // A folder that only changes the theme is no theme.
        try folder.write("{% extends \"theme/base.html\" %}", to: "site/templates/base.html")
        let partial = try run("build")
        #expect(partial.status == 2)
        #expect(partial.errors.contains("'templates' lacks 'home.html' and "))
        #expect(!partial.errors.contains("[missing-template]"))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completesInEveryShell(_ shell: String) throws {
        let run = try run("--generate-completion-script", shell)
        #expect(run.status == 0 && run.errors.isEmpty)
        for word in ["missing", "set", "refusal", "past-deadlines"] { #expect(run.output.contains(word), "\(word)") }
        guard shell == "bash" else { return }
        try folder.write(run.output, to: "completion")
        let syntax = try ProgramRun.of(URL(filePath: "/bin/bash"), ["-n", folder.path("completion")])
        #expect(syntax.status == 0, "\(syntax.errors)")
    }

    /// `make manual` writes the page anew.
    @Test func manualPageHasEveryCommandAndOption() throws {
        struct Help: Decodable {
            struct Argument: Decodable {
                struct Name: Decodable { let kind, name: String }
                let names: [Name]?
            }
            struct Command: Decodable {
                let commandName: String
                let arguments: [Argument]?
                let subcommands: [Command]?
            }
            let command: Command
        }
        let dump = try run("--experimental-dump-help")
        let help = try JSONDecoder().decode(Help.self, from: Data(dump.output.utf8))
        let page = try String(contentsOfFile: FileTree.project + "docs/explainer.1", encoding: .utf8)
        for command in (help.command.subcommands ?? []) where command.commandName != "help" {
            let name = command.commandName
            #expect(page.contains(".It Em \(name)\n") || page.contains(".It Em \"\(name), "), "\(name)")
            for name in (command.arguments ?? []).flatMap({ $0.names ?? [] }) where name.kind == "long" {
                let option = "-\(name.name)"
                let isThere = page.contains("Fl \(option)") || page.contains(", \(option)")
                #expect(isThere, "-\(option) of \(command.commandName)")
            }
        }
    }

    @Test func makefileInstallsWhatBelongsToTheProgram() throws {
        let makefile = try String(contentsOfFile: FileTree.project + "Makefile", encoding: .utf8)
        for path in [
            "bash-completion/completions/explainer", "zsh/site-functions/_explainer",
            "fish/vendor_completions.d/explainer.fish", "man/man1/explainer.1",
        ] { #expect(makefile.contains(path), "\(path)") }
    }
}
