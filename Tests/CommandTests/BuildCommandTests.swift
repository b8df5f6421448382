import Foundation
import TestSupport
import Testing

/// `explainer build`, its options and the statuses with which it ends.
@Suite struct BuildCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func writesTheSiteAndSaysWhatItDid() throws {
        let first = try place.run("build")
        #expect(first.status == 0)
        #expect(first.errors.isEmpty)
        #expect(
            first.output.wholeMatch(
                of:
                    /Built public: \d+ files written, 0 unchanged, 0 removed \(6 documents, .+ s\)\.\nWithout 'base_url' .+\n/
            ) != nil)
        #expect(place.exists("public/demands/dues.html") && place.exists("public/index.html"))
        let second = try place.run("build")
        #expect(second.output.contains("0 files written") && !second.output.contains("base_url"))
        try FileManager.default.removeItem(atPath: place.folder.path("content/demands/dues.md"))
        let third = try place.run("build", "--verbose")
        #expect(third.output.contains("  removed: demands/dues.html\n"))
        #expect(third.output.contains("  changed: index.html\n"))
        #expect(!place.exists("public/demands/dues.html"))
    }

    @Test func saysNothingWhenAskedToBeQuiet() throws {
        let run = try place.run("build", "--quiet")
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        #expect(place.exists("public/index.html"))
    }

    @Test func leavesTheSiteAsItWasWhenTheContentIsWrong() throws {
        _ = try place.run("build")
        let before = try place.folder.contents(of: "public")
        try place.breakContent()
        let run = try place.run("build")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(
            run.errors.hasPrefix("content/demands/dues.md:4:5: error: there is no party 'fisher' [unknown-reference]\n")
        )
        #expect(run.errors.contains("did you mean 'fishers'?"))
        #expect(run.errors.hasSuffix("Nothing was written; 1 error.\n"))
        #expect(try place.folder.contents(of: "public") == before)
    }

    @Test func printsProblemsInThreeFormats() throws {
        try place.breakContent()
        let short = try place.run("build", "--format", "short", "--quiet")
        #expect(short.errors == "content/demands/dues.md:4:5: error: there is no party 'fisher' [unknown-reference]\n")
        let json = try place.run("build", "--format", "json")
        #expect(json.status == 1 && json.errors.isEmpty)
        let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect((parsed?["diagnostics"] as? [Any])?.count == 1)
    }

    @Test func takesWarningsForErrorsOnlyWhenStrict() throws {
        try place.makeDubious()
        let lenient = try place.run("build")
        #expect(lenient.status == 0)
        #expect(lenient.errors.contains("warning: ") && lenient.output.contains("warning"))
        let before = try place.folder.contents(of: "public")
        try place.replace("The port wants dues.", "The port asks for dues.", in: "content/event.md")
        #expect(try place.run("build", "--strict").status == 1)
        #expect(try place.folder.contents(of: "public") == before)
    }

    @Test func namesDraftsAndPublishesThemWhenAsked() throws {
        try place.folder.write("---\nname: Dues\ndefinition: Money.\ndraft: true\n---\n", to: "content/terms/dues.md")
        let run = try place.run("build")
        #expect(run.output.contains("Left out: 1 entry\n  term 'dues': a draft\n"))
        #expect(!place.exists("public/terms.html"))
        _ = try place.run("build", "--drafts")
        #expect(try place.text("public/terms.html").contains("Money"))
    }

    @Test func readsTheClockFromTheEnvironmentForEmbargoes() throws {
        try place.folder.write(
            "---\nname: Dues\ndefinition: Money.\nembargo: 2026-03-01T12:00Z\n---\n", to: "content/terms/dues.md")
        let before = try place.run("build", environment: ["SOURCE_DATE_EPOCH": "1772366399"])
        #expect(before.output.contains("under embargo until"))
        let after = try place.run("build", environment: ["SOURCE_DATE_EPOCH": "1772366401"])
        #expect(!after.output.contains("Left out"))
        #expect(try place.text("public/terms.html").contains("Money"))
    }

    @Test(arguments: ["garbage", "1e9", "12 ", "99999999999999999999"])
    func refusesAClockThatIsNoNumber(_ text: String) throws {
        let run = try place.run("build", environment: ["SOURCE_DATE_EPOCH": text])
        #expect(run.status == 2)
        #expect(run.errors.contains("SOURCE_DATE_EPOCH '\(text)' is not a whole number of seconds since 1970"))
        #expect(!place.exists("public"))
    }

    @Test func tellsTheRecordAsOfADate() throws {
        let run = try place.run("build", "--as-of", "2026-01-09", "--output", "then")
        #expect(run.status == 0)
        #expect(run.output.contains("demand 'dues': not yet known on that date"))
        #expect(!place.exists("then/demands/dues.html") && !place.exists("public"))
    }

    @Test func givesTheSameSiteOnAnyNumberOfCoresAndFromAnyFolder() throws {
        _ = try place.run("build", "--jobs", "1", "--output", "one")
        _ = try place.run("build", "--jobs", "7", "--output", place.folder.path("seven"))
        _ = try place.run("build", "--durable", "--output", "./safe/")
        let one = try place.folder.contents(of: "one")
        #expect(one.count > 10)
        #expect(try place.folder.contents(of: "seven") == one)
        #expect(try place.folder.contents(of: "safe") == one)
        let elsewhere = try ProgramRun.of(
            BuiltProducts.explainer,
            [
                "build", "--content", place.folder.path("content"), "--templates", place.folder.path("templates"),
                "--output", place.folder.path("absolute"),
            ], in: URL(filePath: "/"))
        #expect(elsewhere.status == 0)
        #expect(try place.folder.contents(of: "absolute") == one)
    }

    @Test(arguments: [
        "", ".", "..", "/", "content", "content/public", "templates", "content/event.md", "no/such/place",
    ])
    func refusesOutputsThatAreNoSite(output: String) throws {
        let before = try place.folder.contents(of: ".")
        let run = try place.run("build", "--output", output)
        #expect(run.status == 2)
        #expect(run.errors.contains("error: '\(output)' cannot be the output folder: "))
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func asksBeforeItOverwritesWhatIsNotItsOwn() throws {
        try place.folder.write("mine", to: "public/index.html")
        try place.folder.write("mine", to: "public/demands/dues.html")
        try place.folder.write("example.org", to: "public/CNAME")
        let run = try place.run("build")
        #expect(run.status == 1)
        // All of them in one go.
        #expect(run.errors.contains("public/demands/dues.html: error: "))
        #expect(run.errors.contains("public/index.html: error: ") && run.errors.contains("--adopt"))
        #expect(try place.text("public/index.html") == "mine")
        #expect(try place.run("build", "--adopt").status == 0)
        #expect(try place.text("public/index.html").contains("harbour"))
        #expect(try place.text("public/CNAME") == "example.org")
    }

    @Test func asksBeforeItOverwritesWhatSomebodyEdited() throws {
        _ = try place.run("build")
        try place.folder.write("edited", to: "public/index.html")
        let run = try place.run("build")
        #expect(run.status == 1)
        #expect(run.errors.contains("[edited-file]") && run.errors.contains("--force"))
        #expect(try place.text("public/index.html") == "edited")
        #expect(try place.run("build", "--force").status == 0)
        #expect(try place.text("public/index.html").contains("harbour"))
    }

    @Test func hushesItsOwnWarningsWhereTheSiteSaysSo() throws {
        _ = try place.run("build")
        try place.folder.write("no manifest", to: "public/.explainer-manifest")
        #expect(try place.run("build").errors.contains("[damaged-manifest]"))
        try place.replace("title: Harbour", "title: Harbour\nchecks: {damaged-manifest: off}", in: "content/site.md")
        try place.folder.write("no manifest", to: "public/.explainer-manifest")
        let hushed = try place.run("build")
        #expect(hushed.status == 0 && hushed.errors.isEmpty, "\(hushed.errors)")
        try place.replace("damaged-manifest: off", "damaged-manifest: error", in: "content/site.md")
        try place.folder.write("no manifest", to: "public/.explainer-manifest")
        let before = try place.folder.contents(of: "public")
        #expect(try place.run("build").status == 1)
        #expect(
            try place.folder.contents(of: "public").filter { !$0.key.contains("manifest") }
                == before.filter { !$0.key.contains("manifest") })
    }

    @Test func saysWhereTheContentShouldBe() throws {
        let run = try place.run("build", "--content", "story")
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no folder 'story'") && run.errors.contains("--content"))
        let themeless = try place.run("build", "--templates", "nothing")
        #expect(themeless.status == 2 && themeless.errors.contains("[missing-theme]"))
    }

    @Test func reportsAFileThatTheMachineDoesNotLetItRead() throws {
        let pipe = place.folder.path("public")
        mkfifo(pipe, 0o644)
        let run = try place.run("build")
        #expect(run.status == 2)
        #expect(run.errors.contains("it is a file"))
    }

    @Test func writesNoColoursAndNoProgressWhereNobodyLooks() throws {
        try place.makeDubious()
        let run = try place.run("build", environment: ["TERM": "xterm-256color"])
        #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
    }

    @Test(arguments: [
        "content/site.md", "content/new.json", "templates/base.html", "public/profile.json", "link.json",
        "./content/../content/x", "public/.explainer-manifest",
    ]) func writesNoProfileOverSources(path: String) throws {
        let place = try Workplace()
        try #require(try place.run("build").status == 0)
        try place.folder.write("x", to: "content/theirs.json")
        try FileManager.default.createSymbolicLink(
            atPath: place.folder.path("link.json"), withDestinationPath: "content/theirs.json")
        let before = try place.folder.contents(of: ".")
        let run = try place.run("build", "--profile-json", path)
        #expect(run.status == 2 && run.errors.contains("--profile-json"), "\(run.errors)")
        #expect(try place.folder.contents(of: ".") == before)
    }
}
