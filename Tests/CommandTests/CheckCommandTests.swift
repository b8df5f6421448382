import Foundation
import TestSupport
import Testing

/// `explainer check`.
@Suite struct CheckCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func checksAndWritesNothing() throws {
        let before = try place.folder.contents(of: ".")
        let run = try place.run("check")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.wholeMatch(of: /Checked 6 documents and 0 links in .+ s\.\n/) != nil)
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func endsWithStatus1ForErrorsOnTheStandardOutput() throws {
        try place.breakContent()
        let run = try place.run("check")
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(run.output.contains("[unknown-reference]") && run.output.contains("(explainer check --fix)"))
    }

    @Test func warnsWithoutFailingUnlessStrict() throws {
        try place.makeDubious()
        #expect(try place.run("check").status == 0)
        #expect(try place.run("check", "--strict").status == 1)
    }

    @Test func mendsWhatASingleEditMends() throws {
        let before = try place.text("content/demands/dues.md")
        try place.breakContent()
        let run = try place.run("check", "--fix")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "content/demands/dues.md:4:5: fixed: replace 'fisher' with 'fishers'\nFixed 1 problem.\n")
        #expect(try place.text("content/demands/dues.md") == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder.path("content/demands")) == ["dues.md"])
    }

    @Test func mendsSeveralProblemsOfAFileAndNothingTwice() throws {
        try place.folder.write(
            "---\r\ntitle: Pay dues: now\r\nfron: prot\r\nto: party:fishers\r\ndate: 10 January 2026\r\nsource: lettr\r\n---\r\n[](party:prot)\r\n",
            to: "content/demands/dues.md")
        let run = try place.run("check", "--fix")
        #expect(run.status == 0, "\(run.output)")
        #expect(run.errors.hasSuffix("\nFixed 8 problems.\n"), "\(run.errors)")
        let mended =
            "---\r\ntitle: \"Pay dues: now\"\r\nfrom: port\r\nto: fishers\r\ndate: 2026-01-10\r\nsources: letter\r\n---\r\n[](party:port)\r\n"
        #expect(try place.text("content/demands/dues.md") == mended)
        let again = try place.run("check", "--fix")
        #expect(again.status == 0 && again.errors.isEmpty)
        #expect(try place.text("content/demands/dues.md") == mended)
    }

    @Test func mendsNothingThatHasNoSingleMeaning() throws {
        try place.replace("date: 2026-01-10", "date: 02/03/2026", in: "content/demands/dues.md")
        let before = try place.text("content/demands/dues.md")
        let run = try place.run("check", "--fix")
        #expect(run.status == 1 && run.errors.isEmpty)
        #expect(try place.text("content/demands/dues.md") == before)
    }

    @Test func reportsAFaultOfATemplate() throws {
        try place.folder.write("{{ nothing.at.all }}", to: "templates/event.html")
        let run = try place.run("check", "--format", "short")
        #expect(run.status == 1)
        #expect(run.output.contains("templates/event.html:1:4: error: "))
    }

    @Test func printsJSONEvenWhereNothingIsWrong() throws {
        let run = try place.run("check", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(run.status == 0)
        #expect((parsed?["diagnostics"] as? [Any])?.isEmpty == true)
    }

    @Test func saysHowManyLinksItFollowed() throws {
        try place.replace(
            "---\nThe port wants dues.\n",
            "---\n[Port](party:port), [Dues](demands/dues.md), [x](https://example.org). [@letter]\n",
            in: "content/event.md")
        let run = try place.run("check")
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.contains("Checked 6 documents and 3 links in "))
        #expect(run.output.hasSuffix("1 link to other sites not followed.\n"))
    }

    /// What is wrong with a site, as one changed or added file.
    static let faults: [(path: String, text: String, code: String)] = [
        ("content/con.md", "---\ntitle: Con\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: con.html\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: .explainer-manifest\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: .explainer-manifest/x.html\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: .explainer-stage/x.html\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: 'a/aux/'\n---\n", "unsafe-path"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: feed.xml\n---\n", "output-collision"),
        ("content/old.md", "---\ntitle: Old\nmoved_from: event.json\n---\n", "output-collision"),
        ("templates/demand.html", "{{ (0 // 0) }}", "template-arithmetic"),
        ("templates/demand.html", "{{ nothing }}", "template-unknown-name"),
    ]

    /// `check` finds what `build` finds, at the same places, and writes nothing.
    @Test(arguments: faults.indices) func findsWhatABuildFinds(_ row: Int) throws {
        let (path, text, _) = Self.faults[row]
        try place.folder.write(text, to: path)
        let before = try place.folder.contents(of: ".")
        let check = try place.run("check", "--format", "short", "--quiet")
        #expect(check.status == 1, "\(path) \(text)")
        #expect(try place.folder.contents(of: ".") == before)
        let build = try place.run("build", "--format", "short", "--quiet")
        #expect(build.status == 1 && build.errors == check.output)
        #expect(check.output.contains(/\S+:\d+:\d+: error:/), "\(check.output)")
        #expect(!place.exists("public"))
    }

    @Test func leavesAReadOnlyFileAndSaysSo() throws {
        try place.breakContent()
        let before = try place.text("content/demands/dues.md")
        chmod(place.folder.path("content/demands/dues.md"), 0o444)
        let run = try place.run("check", "--fix")
        #expect(run.status == 3)
        #expect(run.output.contains("cannot write 'content/demands/dues.md': Permission denied"))
        #expect(run.output.contains("[unknown-reference]") && !run.errors.contains("fixed"))
        #expect(try place.text("content/demands/dues.md") == before)
    }
}
