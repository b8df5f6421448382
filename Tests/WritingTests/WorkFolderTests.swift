import Foundation
import TestSupport
import Testing

@testable import Writing

/// The folder next to the output: what is in it and is not ours, and where it is if it cannot be there.
@Suite struct WorkFolderTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox(isInMemory: true) }

    private static let names = ["lock", ".gitignore", "hints", "memory"]

    @Test(arguments: names, ["pipe", "link", "hard link"])
    func replacesFilesOfAnotherKindAndNotWhatTheyLeadTo(name: String, kind: String) throws {
        try sandbox.build(["a.html": "a"])
        try sandbox.put("theirs.txt", "theirs")
        let path = sandbox.work.appendingPathComponent(name).path
        try? FileManager.default.removeItem(atPath: path)
        switch kind {
        case "pipe": mkfifo(path, 0o644)
        case "link": try sandbox.link(".public.explainer/" + name, to: "../theirs.txt")
        default: link(sandbox.root.appendingPathComponent("theirs.txt").path, path)
        }
        #expect(try sandbox.build(["a.html": "b"]).changed == ["a.html"])
        #expect(sandbox.text("theirs.txt") == "theirs")
        #expect(try sandbox.build(["a.html": "b"]).unchanged == 1)
    }

    @Test(arguments: names) func reportsAFolderInThePlaceOfAFile(name: String) throws {
        try sandbox.build(["a.html": "a"])
        try? sandbox.remove(".public.explainer/" + name)
        try sandbox.put(".public.explainer/\(name)/theirs.txt", "theirs")
        let fault = try #require(try sandbox.fault(["a.html": "b"]))
        #expect(fault.exitStatus == 3)
        #expect(fault.diagnostics.first?.message.contains(name) == true && fault.diagnostics.first?.hint != nil)
        #expect(sandbox.text(".public.explainer/\(name)/theirs.txt") == "theirs")
    }

    @Test func deletesNothingInAStageThatItDidNotMake() throws {
        for path in ["stage/theirs.txt", "stage/tree/theirs.txt", "stage/0/theirs.txt"] {
            try sandbox.put(".public.explainer/" + path, "theirs")
            let fault = try #require(try sandbox.fault(["a.html": "a"]))
            #expect(fault.exitStatus == 3 && fault.diagnostics.first?.hint != nil)
            #expect(sandbox.text(".public.explainer/" + path) == "theirs")
            try sandbox.remove(".public.explainer")
        }
        // A stage of an earlier version has no mark, and nothing but empty folders.
        try FileManager.default.createDirectory(
            at: sandbox.work.appendingPathComponent("stage/tree"), withIntermediateDirectories: true)
        #expect(try sandbox.build(["a.html": "a"]).created == ["a.html"])
        // With the mark, what a killed build left is deleted.
        try sandbox.put(".public.explainer/stage/tree/old.html", "left")
        #expect(try sandbox.build(["a.html": "a"]).unchanged == 1)
        #expect(sandbox.isTidy)
    }

    /// A volume of a container: the parent of the output cannot be written to.
    @Test func keepsItsCachesElsewhereIfOnlyTheOutputIsWritable() throws {
        try FileManager.default.createDirectory(at: sandbox.output, withIntermediateDirectories: true)
        let caches = sandbox.root.appendingPathComponent("caches").path
        setenv("XDG_CACHE_HOME", caches, 1)
        defer { unsetenv("XDG_CACHE_HOME") }
        func build(_ text: String) throws -> WriteSummary {
            try sandbox.build(["a.html": .init(text), "b/c.html": "c"]) { $0.canMakeWorkFolder = false }
        }
        #expect(try build("1").created.count == 2)
        #expect(try build("2").changed == ["a.html"])
        #expect(try build("2").unchanged == 2)
        #expect(!sandbox.exists(".public.explainer"))
        let left = Set(try sandbox.snapshot().keys)
        #expect(left == ["a.html", "b", "b/c.html", OutputPath.manifestName])
        let first = try WriteSession.open(sandbox.options { $0.canMakeWorkFolder = false })
        #expect(try sandbox.fault(["a.html": "3"]) { $0.canMakeWorkFolder = false }?.exitStatus == 3)
        first.abandon()
    }

    @Test(arguments: [(false, true), (false, false)])
    func buildsOnAFileSystemThatExchangesNoNames(canExchange: Bool, canLink: Bool) throws {
        for seed in [1, 2, 4, 1, 3] {
            let pages = TorturePages.pages(of: UInt64(seed))
            let session = try WriteSession.open(
                sandbox.options {
                    $0.canExchange = canExchange
                    $0.canLink = canLink
                })
            for page in pages { try session.add(page.path, page.bytes) }
            _ = try session.commit()
            let clean = try Sandbox(isInMemory: true)
            let other = try WriteSession.open(clean.options())
            for page in pages { try other.add(page.path, page.bytes) }
            _ = try other.commit()
            #expect(try sandbox.snapshot() == clean.snapshot())
            #expect(sandbox.isTidy)
        }
    }

    @Test func saysThatTheSiteIsInPlaceIfOnlyTheLastFlushFails() throws {
        for pages: KeyValuePairs in [["a.html": "a"], ["a.html": "b"]] {
            let fault = try #require(
                try sandbox.fault(pages) {
                    $0.durable = true
                    $0.beforeChange = { change, _ in change == .flush ? EIO : 0 }
                })
            #expect(fault.exitStatus == 3)
            guard case .built = fault.outputState else {
                Issue.record("\(fault)")
                continue
            }
            #expect(sandbox.text("public/a.html") == pages[0].value)
        }
    }

    /// Exchanging a folder of a lower layer of an overlay fails with EXDEV.
    @Test(.enabled(if: geteuid() == 0, "mounting needs root")) func buildsOnAnOverlay() throws {
        let root = sandbox.root.path
        for name in ["lower", "upper", "work", "merged"] {
            try FileManager.default.createDirectory(atPath: root + "/" + name, withIntermediateDirectories: true)
        }
        func build(_ pages: KeyValuePairs<String, String>, in folder: String) throws {
            let session = try WriteSession.open(WriteOptions(output: root + "/\(folder)/public"))
            for (path, text) in pages { try session.add(path, Array(text.utf8)) }
            _ = try session.commit()
        }
        try build(["a.html": "a", "x/y/page.html": "y", "gone/b.html": "b"], in: "lower")
        let options = "lowerdir=\(root)/lower,upperdir=\(root)/upper,workdir=\(root)/work"
        let mount = try ProgramRun.of(
            URL(filePath: "/bin/mount"), ["-t", "overlay", "-o", options, "overlay", root + "/merged"])
        guard mount.status == 0 else { return }
        defer { _ = try? ProgramRun.of(URL(filePath: "/bin/umount"), [root + "/merged"]) }
        try build(["a.html": "new", "x": "page"], in: "merged")
        let files = try sandbox.snapshot("merged/public", manifest: false)
        #expect(Set(files.keys) == ["a.html", "x"])
    }

    /// A folder that is mounted at a second place is on the same device, and yet nothing can be moved there.
    @Test(.enabled(if: geteuid() == 0, "mounting needs root")) func buildsIntoABindMount() throws {
        try sandbox.put("volume/CNAME", "example.org")
        try FileManager.default.createDirectory(at: sandbox.output, withIntermediateDirectories: true)
        let root = sandbox.root.path
        let arguments = ["--bind", root + "/volume", sandbox.output.path]
        guard try ProgramRun.of(URL(filePath: "/bin/mount"), arguments).status == 0 else { return }
        defer { _ = try? ProgramRun.of(URL(filePath: "/bin/umount"), [sandbox.output.path]) }
        #expect(try sandbox.build(["a.html": "1", "b/c.html": "c"]).created.count == 2)
        #expect(try sandbox.build(["a.html": "2", "b/c.html": "c"]).changed == ["a.html"])
        #expect(
            try Set(sandbox.snapshot("volume").keys) == ["CNAME", "a.html", "b", "b/c.html", OutputPath.manifestName])
    }

    @Test(.enabled(if: geteuid() == 0, "mounting needs root")) func reportsAMountInsideTheOutputBeforeTheCommit() throws
    {
        try sandbox.build(["index.html": "home", "images/a.txt": "a"])
        let mounted = sandbox.output.appendingPathComponent("images").path
        guard try ProgramRun.of(URL(filePath: "/bin/mount"), ["-t", "tmpfs", "tmpfs", mounted]).status == 0 else {
            return
        }
        defer { _ = try? ProgramRun.of(URL(filePath: "/bin/umount"), [mounted]) }
        let fault = try #require(try sandbox.fault(["index.html": "new", "images/a.txt": "a"]))
        #expect(fault.exitStatus == 3 && fault.diagnostics.first?.hint != nil)
        #expect(sandbox.text("public/index.html") == "home")
    }
}
