import Foundation
import TestSupport
import Testing

/// `explainer new`.
@Suite struct NewCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func writesASiteThatBuildsWithoutAWarning() throws {
        let run = try place.run("new", "a harbour/site")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("  cd 'a harbour/site'\n  explainer serve --open\n"))
        let written = try place.folder.contents(of: "a harbour/site").keys.sorted()
        #expect(written.count >= 10 && written.allSatisfy { $0.hasPrefix("content/") && $0.hasSuffix(".md") })
        for path in written { #expect(run.output.contains("  a harbour/site/\(path)\n")) }
        let build = try place.run(
            "build", "--strict", "--content", "a harbour/site/content", "--output", "a harbour/site/public")
        #expect(build.status == 0 && build.errors.isEmpty, "\(build.errors)")
        #expect(place.exists("a harbour/site/public/demands/pay-rise.html"))
    }

    @Test func writesFilesInCanonicalForm() throws {
        for arguments in [["site"], ["empty", "--empty"]] {
            _ = try ProgramRun.of(BuiltProducts.explainer, ["new"] + arguments, in: URL(filePath: place.folder.path))
            let run = try place.run("format", "--check", "--content", arguments[0] + "/content")
            #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
        }
    }

    @Test func writesIntoTheFolderItRunsIn() throws {
        let run = try place.shell("mkdir empty && cd empty && \"$0\" new .")
        #expect(run.status == 0 && !run.output.contains("cd "))
        #expect(place.exists("empty/content/event.md"))
    }

    @Test func writesASiteWithoutAnythingInvented() throws {
        let run = try place.run("new", "port-strike", "--empty")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            try place.folder.contents(of: "port-strike").keys.sorted() == ["content/event.md", "content/site.md"])
        #expect(run.output.contains("explainer add party"))
        #expect(try place.text("port-strike/content/site.md") == "---\ntitle: \"Port strike\"\n---\n")
        let build = try place.shell("cd port-strike && \"$0\" build --templates ../templates --format short")
        #expect(build.status == 0 && build.errors.contains("[empty-event]"), "\(build.errors)")
        #expect(
            try place.shell(
                "mkdir 'a \"b\"' && cd 'a \"b\"' && \"$0\" new . --empty && \"$0\" check --templates ../templates"
            ).status == 0)
    }

    @Test func touchesNothingThatIsThere() throws {
        let before = try place.folder.contents(of: ".")
        let run = try place.run("new", ".")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("there is a './content' already"))
        #expect(try place.folder.contents(of: ".") == before)
        for (name, make) in [("file", "touch"), ("link", "ln -s /nowhere"), ("folder", "mkdir")] {
            let run = try place.shell("mkdir -p \(name) && \(make) \(name)/content && \"$0\" new \(name)")
            #expect(run.status == 2, "\(name)")
        }
    }

    @Test func endsWithStatus3WhereItCannotWrite() throws {
        let run = try place.run("new", "content/site.md")
        #expect(run.status == 3)
        #expect(run.errors == "explainer: cannot write 'content/site.md': Not a directory\n")
        #expect(try place.run("new", "content/site.md/x").status == 3)
    }

    @Test func leavesNothingOfASiteThatCannotBeWrittenWhole() throws {
        let run = try place.shell("mkdir small && (ulimit -f 0; trap '' XFSZ; \"$0\" new small)")
        #expect(run.status == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path("small")) == [])
    }

    /// README.md shows files of this site.
    @Test(arguments: ["demands/pay-rise.md", "refusals/no-pay-rise.md"])
    func readmeShowsWhatIsWritten(path: String) throws {
        _ = try place.run("new", "site")
        let text = try place.text("site/content/" + path)
        let readme = try String(contentsOfFile: FileTree.project + "README.md", encoding: .utf8)
        #expect(readme.contains("`content/\(path)`"))
        #expect(readme.contains("```markdown\n\(text)```"))
    }

    /// And what is said of a slip in one of them.
    @Test func readmeShowsWhatIsSaidOfAMistake() throws {
        let run = try place.shell(
            "\"$0\" new site >new && cd site && sed -i.old 's/pay-rise$/pay-rize/' content/refusals/no-pay-rise.md && rm content/refusals/*.old; \"$0\" check --templates ../templates"
        )
        let said = try #require(run.output.components(separatedBy: "\n\n").first { $0.contains("pay-rize") })
        let message = said.split(separator: "\n").prefix { !$0.hasPrefix("Checked") }.joined(separator: "\n")
        let readme = try String(contentsOfFile: FileTree.project + "README.md", encoding: .utf8)
        #expect(readme.contains("```text\n\(message)\n```"), "\(run.output)")
    }
}
