import Foundation
import TestSupport
import Testing

/// Runs of the program where the machine is not as it should be.
@Suite struct FaultRunTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test(arguments: ["build", "check", "verify", "list"]) func endsWithAMessageInAFolderThatIsGone(_ command: String)
        throws
    {
        let run = try place.shell("mkdir gone && cd gone && rmdir ../gone && $0 \(command)")
        let status = try #require(run.status)
        #expect((1...3).contains(status), "\(status) \(run.errors)")
        #expect((run.output + run.errors).contains("error: "), "\(run.errors)")
    }

    @Test func writesTheSameHoweverTheOutputIsNamed() throws {
        #expect(try place.run("build").status == 0)
        let usual = try place.folder.contents(of: "public")
        let whole = place.folder.path("absolute")
        for (name, output) in [
            ("dot", "./dot"), ("slash", "slash/"), ("up", "content/../up"), ("twice", ".//twice//"),
            ("absolute", whole),
        ] {
            let run = try place.run("build", "--output", output)
            #expect(run.status == 0, "\(output): \(run.errors)")
            #expect(try place.folder.contents(of: name) == usual, "\(output)")
        }
    }

    /// With few files a build works, or says which limit it met. It leaves no half of a site.
    @Test func namesTheLimitOfOpenFiles() throws {
        var named = 0
        for limit in [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 24, 64] {
            let run = try place.shell("ulimit -n \(limit); timeout 60 $0 build --jobs 4 --output few-\(limit)")
            if run.status == 0 { continue }
            // With the very lowest the program is not even loaded.
            if run.errors.contains("error while loading shared libraries") { continue }
            #expect(run.status == 3, "\(limit): \(run.status ?? -1) \(run.errors)")
            #expect(run.errors.contains("ulimit -n"), "\(limit): \(run.errors)")
            #expect(!place.exists("few-\(limit)/index.html"))
            named += 1
        }
        #expect(named > 0)
    }

    /// A page is replaced and not written into, so another name of its file keeps its bytes.
    @Test func leavesTheOtherNameOfAPageAlone() throws {
        #expect(try place.run("build").status == 0)
        let page = "public/demands/dues.html"
        let before = try place.text(page)
        try FileManager.default.linkItem(atPath: place.folder.path(page), toPath: place.folder.path("kept.html"))
        try place.replace("title: Pay dues", "title: Pay more", in: "content/demands/dues.md")
        #expect(try place.run("build").status == 0)
        #expect(try place.text("kept.html") == before)
        #expect(try place.text(page).contains("Pay more"))
    }
}
