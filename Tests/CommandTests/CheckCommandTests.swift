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
        #expect(run.output.wholeMatch(of: /Checked 6 documents in .+ s\.\n/) != nil)
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
        #expect(run.errors == "Mended 1 problem.\n")
        #expect(try place.text("content/demands/dues.md") == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder.path("content/demands")) == ["dues.md"])
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
}
