import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

@Suite struct VerifyTests {
    private func configuration(_ folder: TemporaryFolder) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
            output: folder.path("public"))
    }

    @Test func findsABuiltSiteAsItShouldBe() throws {
        let folder = try RandomEdits(seed: 1).folder
        let built = build(configuration(folder))
        let report = verify(configuration(folder))
        #expect(report.exitStatus == 0)
        #expect(report.diagnostics.isEmpty)
        #expect(report.summary?.unchanged == built.summary?.written)
    }

    @Test func namesWhatIsMissingAndWhatDiffers() throws {
        let folder = try RandomEdits(seed: 1).folder
        _ = build(configuration(folder))
        try FileManager.default.removeItem(atPath: folder.path("public/about.html"))
        try folder.write("edited", to: "public/one/index.html")
        let report = verify(configuration(folder))
        #expect(report.exitStatus == 1)
        #expect(
            report.diagnostics.map(\.message) == ["'about.html' is missing", "'one/index.html' differs"])
    }

    @Test func namesWhatACleanBuildWouldNotMake() throws {
        let folder = try RandomEdits(seed: 1).folder
        try folder.write("---\ntitle: Notes\n---\nNotes.\n", to: "content/notes.md")
        _ = build(configuration(folder))
        try FileManager.default.removeItem(atPath: folder.path("content/notes.md"))
        let report = verify(configuration(folder))
        #expect(report.exitStatus == 1)
        #expect(report.diagnostics.map(\.message).contains("'notes.html' is left over"))
    }

    @Test func saysThatNothingWasBuilt() throws {
        let folder = try RandomEdits(seed: 1).folder
        let report = verify(configuration(folder))
        #expect(report.exitStatus == 1)
        #expect(report.diagnostics.map(\.code.name) == ["stale-output"])
    }
}
