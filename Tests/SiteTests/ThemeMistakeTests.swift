import Building
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Mistakes in a newsroom's own templates and stylesheets, and what `explainer check` says of each.
///
/// `ThemeMistakes/<mistake>` has the files that are laid over a small site and `messages.txt`. With `RECORD_GOLDEN=1` the
/// messages are written, and the run fails, so that somebody reads them.
@Suite struct ThemeMistakeTests {
    private func problems(_ files: [(path: String, bytes: [UInt8])]) throws -> [Diagnostic] {
        let folder = try TemporaryFolder()
        for (path, text) in ThemeMistake.site { try folder.write(text, to: path) }
        for (path, bytes) in files { try folder.write(String(decoding: bytes, as: UTF8.self), to: path) }
        var workspace = Workspace(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"),
                theme: FileTree.project + "templates", output: folder.path("public")), in: World(now: 0))
        let report = workspace.check()
        roots.append(folder)
        return report.diagnostics
    }

    /// The folders of the sites, which are removed after the messages were formatted.
    private final class Roots {
        var folders: [TemporaryFolder] = []
        func append(_ folder: TemporaryFolder) { folders.append(folder) }
    }
    private let roots = Roots()

    /// Messages with paths as they are in a project.
    private func text(of problems: [Diagnostic]) -> String {
        var text = DiagnosticFormatter(format: .human).text(for: problems)
        for folder in roots.folders { text = text.replacing(folder.path + "/", with: "") }
        return text.replacing(FileTree.project, with: "share/")
    }

    @Test(arguments: ThemeMistake.all) func saysWhatIsWrong(_ mistake: ThemeMistake) throws {
        let files = try mistake.files()
        let problems = try problems(files)
        #expect(!problems.isEmpty, "the mistake passes unseen")
        let given = text(of: problems)
        // The message is in a file of the site, never in the theme's.
        let own = Set(files.map(\.path) + ["content/site.md"])
        let places = given.split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": warning: ") }
        for place in places {
            #expect(own.contains { place.hasPrefix($0 + ":") }, "\(place)")
        }
        let kept = (try? String(contentsOfFile: mistake.folder + "/messages.txt", encoding: .utf8)) ?? ""
        if kept != given, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Data(given.utf8).write(to: URL(filePath: mistake.folder + "/messages.txt"))
        }
        #expect(kept == given)
    }

    @Test func theSiteItselfHasNoProblem() throws { #expect(text(of: try problems([])) == "") }

    /// The checks of stylesheets know what the theme's own use.
    @Test func theThemesStylesheetsHaveNoProblem() throws {
        let theme = try FileTree.contents(of: FileTree.project + "templates/assets")
        let styles = theme.filter { $0.key.hasSuffix(".css") }.map { ("templates/assets/" + $0.key, $0.value) }
        #expect(styles.count >= 3)
        #expect(text(of: try problems(styles)) == "")
    }

    @Test func areFortyAtLeast() { #expect(ThemeMistake.all.count >= 40) }
}
