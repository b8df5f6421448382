import Foundation
import TestSupport
import Testing

/// `explainer clean`.
@Suite struct CleanCommandTests {
    let place: Workplace
    init() throws { place = try Workplace() }

    @Test func removesWhatABuildWrote() throws {
        let before = try place.folder.contents(of: ".")
        let build = try place.run("build")
        try #require(build.status == 0)
        let count = try place.folder.contents(of: "public").keys.filter { $0 != ".explainer-manifest" }.count
        let run = try place.run("clean")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output == "Removed \(count) files of 'public'.\n")
        #expect(try place.folder.contents(of: ".") == before)
        #expect(!place.exists("public") && !place.exists(".public.explainer"))
        #expect(try place.run("clean").output == "There is no built site in 'public'; nothing was removed.\n")
        #expect(try place.run("build").output.contains(" written, 0 unchanged"), "nothing is remembered")
    }

    @Test func keepsWhatIsNotOurs() throws {
        try #require(place.run("build").status == 0)
        try place.folder.write("mine", to: "public/demands/notes.txt")
        try place.folder.write("edited", to: "public/index.html")
        let run = try place.run("clean")
        #expect(run.status == 0 && run.output.hasPrefix("  edited, not removed: index.html\nRemoved "), "\(run.output)")
        #expect(try place.folder.contents(of: "public").keys.sorted() == ["demands/notes.txt", "index.html"])
    }

    @Test func touchesNoFolderThatNoBuildWrote() throws {
        try place.folder.write("mine", to: "public/index.html")
        let before = try place.folder.contents(of: ".")
        #expect(try place.run("clean").status == 0)
        #expect(try place.run("clean", "--output", "nowhere").status == 0)
        #expect(try place.run("clean", "--output", "content").status == 0)
        #expect(try place.folder.contents(of: ".") == before)
    }

    @Test func waitsForNoRunningBuild() throws {
        try #require(place.run("build").status == 0)
        let lock = try place.lock()
        let run = try place.run("clean")
        #expect(run.status == 3 && run.errors.contains("4242"), "\(run.errors)")
        #expect(place.exists("public/index.html"))
        try lock.close()
    }
}
