import Foundation
import Testing

@testable import Writing

/// Files in the output folder that this program did not write, or that somebody edited.
@Suite struct ForeignFileTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox() }

    @Test func neverTouchesFilesOfOthers() throws {
        try sandbox.put("public/CNAME", "example.org")
        try sandbox.put("public/.git/config", "[core]")
        try sandbox.build(["index.html": "home", "a/b.html": "x"])
        try sandbox.build(["index.html": "home 2"])
        try sandbox.build([:])
        #expect(sandbox.text("public/CNAME") == "example.org")
        #expect(sandbox.text("public/.git/config") == "[core]")
        #expect(!sandbox.exists("public/a") && !sandbox.exists("public/index.html"))
    }

    @Test func refusesToOverwriteAFileOfSomebodyElse() throws {
        try sandbox.put("public/index.html", "mine")
        try sandbox.put("public/x/y.html", "mine")
        let before = try sandbox.snapshot()
        let pages: KeyValuePairs = ["index.html": "home", "new.html": "n", "x/y.html": "y"]
        #expect(try sandbox.conflicts(pages) == ["foreign index.html", "foreign x/y.html"])
        #expect(try sandbox.conflicts(pages, { $0.force = true }) == ["foreign index.html", "foreign x/y.html"])
        #expect(try sandbox.snapshot() == before)
        #expect(sandbox.isTidy)
        let summary = try sandbox.build(pages) { $0.adopt = true }
        #expect(summary.changed == ["index.html", "x/y.html"] && summary.created == ["new.html"])
        #expect(sandbox.text("public/x/y.html") == "y")
    }

    @Test func takesOverFilesThatAreEqual() throws {
        try sandbox.put("public/index.html", "home")
        let identity = try sandbox.identity("public/index.html")
        #expect(try sandbox.build(["index.html": "home"]).unchanged == 1)
        #expect(try sandbox.identity("public/index.html") == identity)
        #expect(try sandbox.build([:]).removed == ["index.html"])
    }

    @Test func goesOnWithoutItsManifest() throws {
        try sandbox.build(["index.html": "home", "a.html": "a", "gone.html": "g"])
        try sandbox.remove("public/.explainer-manifest")
        #expect(try sandbox.conflicts(["index.html": "home", "a.html": "new"]) == ["foreign a.html"])
        let summary = try sandbox.build(["index.html": "home", "a.html": "new"]) { $0.adopt = true }
        #expect(summary.changed == ["a.html"] && summary.unchanged == 1 && summary.removed == [])
        #expect(sandbox.text("public/gone.html") == "g")
    }

    @Test func setsADamagedManifestAsideAndSaysSo() throws {
        try sandbox.build(["index.html": "home"])
        try sandbox.put(
            "public/.explainer-manifest", "<<<<<<< HEAD\n" + (sandbox.text("public/.explainer-manifest") ?? ""))
        let session = try WriteSession.open(sandbox.options())
        #expect(session.notices.map(\.code.name) == ["damaged-manifest"])
        try session.add("index.html", Array("home".utf8))
        #expect(try session.commit().unchanged == 1)
        #expect(try WriteSession.open(sandbox.options()).notices.isEmpty)
    }

    @Test func refusesToOverwriteAnEditedPage() throws {
        try sandbox.build(["index.html": "home", "a.html": "aaaa"])
        try sandbox.put("public/a.html", "bbbb")
        let before = try sandbox.snapshot()
        for text in ["aaaa", "new"] {
            #expect(try sandbox.conflicts(["index.html": "home", "a.html": text]) == ["edited a.html"])
        }
        #expect(try sandbox.conflicts(["a.html": "new"], { $0.adopt = true }) == ["edited a.html"])
        #expect(try sandbox.snapshot() == before)
        #expect(try sandbox.build(["index.html": "home", "a.html": "new"]) { $0.force = true }.changed == ["a.html"])
    }

    @Test func acceptsAnEditThatIsWhatTheBuildWouldWrite() throws {
        try sandbox.build(["a.html": "old"])
        try sandbox.put("public/a.html", "new")
        #expect(try sandbox.build(["a.html": "new"]).unchanged == 1)
    }

    @Test func keepsAnEditedPageThatTheSiteNoLongerHas() throws {
        try sandbox.build(["index.html": "home", "a.html": "a", "b.html": "b"])
        try sandbox.put("public/a.html", "notes")
        let summary = try sandbox.build(["index.html": "home"])
        #expect(summary.kept == ["a.html"] && summary.removed == ["b.html"])
        #expect(sandbox.text("public/a.html") == "notes")
        #expect(try sandbox.build(["index.html": "home"]).kept == [])
        #expect(sandbox.text("public/a.html") == "notes")
    }

    @Test func seesAnEditOfEqualLengthAndTime() throws {
        try sandbox.build(["a.html": "aaaa"])
        let path = sandbox.output.appendingPathComponent("a.html").path
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date ?? Date()
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: Data("bbbb".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        #expect(try sandbox.conflicts(["a.html": "aaaa"]) == ["edited a.html"])
    }

    @Test func followsNoLinkInsideTheOutput() throws {
        try sandbox.put("secret/page.html", "secret")
        try sandbox.build(["a/page.html": "x", "b/page.html": "y", "c.html": "z"])
        try sandbox.remove("public/a")
        try sandbox.remove("public/c.html")
        try sandbox.link("public/a", to: "../secret")
        try sandbox.link("public/c.html", to: "../secret/page.html")
        #expect(try sandbox.conflicts(["a/page.html": "new", "b/page.html": "y"]) == ["foreign a"])
        #expect(try sandbox.conflicts(["c.html": "secret", "b/page.html": "y"]) == ["foreign c.html"])
        #expect(try sandbox.conflicts(["c.html": "z"], { $0.adopt = true }) == ["foreign c.html"])
        // Not even deletes through one.
        #expect(try sandbox.build(["b/page.html": "y"]).removed == [])
        #expect(sandbox.text("secret/page.html") == "secret")
        #expect(try sandbox.snapshot()["a"] == "link to ../secret")
    }

    @Test func reportsAFolderInTheWayOfAPage() throws {
        try sandbox.build(["index.html": "home", "x/ours.html": "o"])
        try sandbox.put("public/x/theirs.html", "t")
        try sandbox.put("public/y", "a file")
        #expect(
            try sandbox.conflicts(["index.html": "home", "x": "page", "y/z.html": "z"]) == ["foreign x", "foreign y"])
        #expect(sandbox.text("public/x/ours.html") == "o" && sandbox.text("public/x/theirs.html") == "t")
    }

    @Test func believesNoDamagedHints() throws {
        try sandbox.build(["a.html": "aaaa"])
        try sandbox.build(["a.html": "aaaa"])
        for text in ["", "nonsense", String(repeating: "\u{0}", count: 72)] {
            try sandbox.put(".public.explainer/hints", text)
            #expect(try sandbox.build(["a.html": "aaaa"]).unchanged == 1)
        }
    }
}
