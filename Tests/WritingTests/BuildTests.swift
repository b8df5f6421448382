import Foundation
import Testing

@testable import Writing

/// What a commit does to the output, seen from outside.
@Suite struct BuildTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox() }

    @Test func writesAWholeTreeWhereNothingWas() throws {
        let summary = try sandbox.build(["index.html": "home", "a/b/c.html": "deep", "z.css": ""])
        #expect(summary.created == ["a/b/c.html", "index.html", "z.css"])
        #expect(summary.written == 3 && summary.unchanged == 0 && summary.removed == [])
        #expect(sandbox.text("public/a/b/c.html") == "deep")
        #expect(sandbox.text("public/z.css") == "")
        #expect(sandbox.isTidy)
    }

    @Test func changesNothingBeforeTheCommit() throws {
        try sandbox.build(["index.html": "one"])
        let before = try sandbox.snapshot()
        let session = try WriteSession.open(sandbox.options())
        try session.add("index.html", Array("two".utf8))
        try session.add("new/page.html", Array("new".utf8))
        #expect(try sandbox.snapshot() == before)
        session.abandon()
        #expect(try sandbox.snapshot() == before)
        #expect(sandbox.isTidy)
        #expect(throws: WriteFault.self) { try session.commit() }
        #expect(throws: WriteFault.self) { try session.add("late.html", []) }
        #expect(try sandbox.snapshot() == before)
    }

    @Test func makesNoOutputForABuildThatIsAbandoned() throws {
        let session = try WriteSession.open(sandbox.options())
        try session.add("index.html", Array("x".utf8))
        session.abandon()
        #expect(!sandbox.exists("public"))
        #expect(sandbox.isTidy)
    }

    @Test func leavesEqualFilesUntouched() throws {
        try sandbox.build(["index.html": "home", "a.html": "old", "b/c.html": "same"])
        let (home, same) = (try sandbox.identity("public/index.html"), try sandbox.identity("public/b/c.html"))
        let summary = try sandbox.build(["index.html": "home", "a.html": "new", "b/c.html": "same"])
        #expect(summary.changed == ["a.html"] && summary.created == [] && summary.unchanged == 2)
        #expect(try sandbox.identity("public/index.html") == home)
        #expect(try sandbox.identity("public/b/c.html") == same)
        #expect(sandbox.text("public/a.html") == "new")
    }

    @Test func leavesEvenTheManifestUntouchedWhenNothingDiffers() throws {
        try sandbox.build(["index.html": "home"])
        let manifest = try sandbox.identity("public/.explainer-manifest")
        let summary = try sandbox.build(["index.html": "home"])
        #expect(summary.unchanged == 1 && summary.written == 0)
        #expect(try sandbox.identity("public/.explainer-manifest") == manifest)
    }

    @Test func removesPagesThatTheSiteNoLongerHasWithTheirFolders() throws {
        try sandbox.build([
            "index.html": "home", "old/er/page.html": "x", "both/gone.html": "y", "both/stays.html": "z",
        ])
        let summary = try sandbox.build(["index.html": "home", "both/stays.html": "z"])
        #expect(summary.removed == ["both/gone.html", "old/er/page.html"])
        #expect(!sandbox.exists("public/old") && !sandbox.exists("public/both/gone.html"))
        #expect(sandbox.text("public/both/stays.html") == "z")
        #expect(sandbox.isTidy)
    }

    @Test func keepsFoldersThatHoldSomethingOfTheUsers() throws {
        try sandbox.build(["index.html": "home", "old/page.html": "x"])
        try sandbox.put("public/old/.DS_Store", "mine")
        try sandbox.build(["index.html": "home"])
        #expect(try sandbox.snapshot("public/old") == [".DS_Store": "file bWluZQ=="])
    }

    @Test func turnsAFileIntoAFolderAndBack() throws {
        try sandbox.build(["map": "file", "x/y.html": "deep"])
        var summary = try sandbox.build(["map/legend.html": "inside", "x": "flat"])
        #expect(summary.created == ["map/legend.html", "x"] && summary.removed == ["map", "x/y.html"])
        #expect(sandbox.text("public/map/legend.html") == "inside" && sandbox.text("public/x") == "flat")
        summary = try sandbox.build(["map": "file", "x/y.html": "deep"])
        #expect(summary.removed == ["map/legend.html", "x"])
        #expect(sandbox.text("public/map") == "file" && sandbox.text("public/x/y.html") == "deep")
        #expect(sandbox.isTidy)
    }

    @Test func restoresFilesThatWereDeleted() throws {
        try sandbox.build(["index.html": "home", "a/b.html": "x"])
        try sandbox.remove("public/a")
        let summary = try sandbox.build(["index.html": "home", "a/b.html": "x"])
        #expect(summary.created == ["a/b.html"] && summary.unchanged == 1)
        #expect(sandbox.text("public/a/b.html") == "x")
    }

    @Test func startsAnewWhenTheWholeOutputWasDeleted() throws {
        try sandbox.build(["index.html": "home"])
        try sandbox.remove("public")
        #expect(try sandbox.build(["index.html": "home"]).created == ["index.html"])
    }

    @Test func failsWhenTheOutputIsDeletedWhileItIsWritten() throws {
        try sandbox.build(["index.html": "home", "a.html": "a"])
        let session = try WriteSession.open(sandbox.options())
        try session.add("index.html", Array("home".utf8))
        try sandbox.remove("public")
        #expect(throws: WriteFault.self) { try session.commit() }
        #expect(!sandbox.exists("public"))
    }

    @Test func worksWithoutItsWorkFolder() throws {
        try sandbox.build(["index.html": "home", "a.html": "1"])
        try sandbox.remove(".public.explainer")
        let summary = try sandbox.build(["index.html": "home", "a.html": "2"])
        #expect(summary.changed == ["a.html"] && summary.unchanged == 1)
    }

    @Test func hidesItsWorkFolderFromGit() throws {
        try sandbox.build(["index.html": "home"])
        #expect(sandbox.text(".public.explainer/.gitignore") == "*\n")
    }

    @Test func givesTheSameFolderWhateverTheHistoryAndTheMachine() throws {
        let other = try Sandbox()
        try sandbox.build(["b.html": "2", "a/x.html": "1", "gone.html": "3"])
        try sandbox.build(["a/x.html": "1", "c.html": "4", "b.html": "other"])
        try other.build(["c.html": "4", "b.html": "other", "a/x.html": "1"])
        #expect(try sandbox.snapshot() == other.snapshot())
    }

    @Test func followsALinkThatIsTheOutputItself() throws {
        try FileManager.default.createDirectory(
            at: sandbox.root.appendingPathComponent("www"), withIntermediateDirectories: false)
        try sandbox.link("public", to: "www")
        try sandbox.build(["index.html": "home"])
        #expect(sandbox.text("www/index.html") == "home")
        #expect(sandbox.exists(".www.explainer") && !sandbox.exists(".public.explainer"))
    }

    @Test func writesEverythingDurablyWhenAsked() throws {
        try sandbox.build(["index.html": "home"]) { $0.durable = true }
        let summary = try sandbox.build(["index.html": "new", "a/b.html": "x"]) { $0.durable = true }
        #expect(summary.written == 2)
        #expect(sandbox.text("public/a/b.html") == "x")
    }

    @Test func makesFilesReadableForEverybody() throws {
        try sandbox.build(["a/index.html": "home"])
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: sandbox.root.appendingPathComponent(path).path)[
                .posixPermissions] as? Int
        }
        let mask = umask(0)
        umask(mask)
        #expect(try mode("public/a/index.html") == 0o644 & ~Int(mask))
        #expect(try mode("public/a") == 0o755 & ~Int(mask))
        #expect(try mode("public") == 0o755 & ~Int(mask))
    }

    @Test func writesFromManyThreadsWhatOneWouldWrite() throws {
        let pages = (0..<400).map { ("e\($0 % 7)/p\($0).html", Array("page \($0)".utf8)) }
        let other = try Sandbox()
        for (site, isParallel) in [(sandbox, true), (other, false)] {
            for round in 0..<2 {
                let session = try WriteSession.open(site.options())
                DispatchQueue.concurrentPerform(iterations: isParallel ? 8 : 1) { part in
                    for (index, page) in pages.enumerated() where !isParallel || index % 8 == part {
                        try? session.add(page.0, page.1 + (index % 3 == 0 ? [UInt8(round)] : []))
                    }
                }
                #expect(try session.commit().total == 400)
            }
        }
        #expect(try sandbox.snapshot() == other.snapshot())
    }
}
