import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Writing

/// Builds that are killed, or whose disk fails, at every single change they make.
@Suite struct TortureTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox(isInMemory: true) }

    private func run(_ seed: Int, _ mode: String...) throws -> ProgramRun {
        try tool(sandbox, seed, mode)
    }

    private func tool(
        _ site: Sandbox, _ seed: Int, _ mode: [String], _ started: (RunningProgram) throws -> Void = { _ in }
    ) throws -> ProgramRun {
        try ProgramRun.of(
            BuiltProducts.program("WritingTortureTool"), [site.output.path, String(seed)] + mode, started: started)
    }

    /// Builds a seed's site in this process. Counts the changes of the disk; the one of a number fails with an error.
    @discardableResult
    private func build(
        _ seed: Int, in site: Sandbox, failing number: Int = -1, with error: Int32 = 0
    ) throws -> Int {
        let begun = Mutex(0)
        let options = site.options {
            $0.beforeChange = { _, _ in
                begun.withLock { count in
                    count += 1
                    return count == number + 1 ? error : 0
                }
            }
        }
        let session = try WriteSession.open(options)
        for page in TorturePages.pages(of: UInt64(seed)) { try session.add(page.path, page.bytes) }
        _ = try session.commit()
        return begun.withLock { $0 }
    }

    /// The tree that a clean build of a seed gives.
    private func clean(_ seed: Int) throws -> [String: String] {
        let site = try Sandbox(isInMemory: true)
        try build(seed, in: site)
        return try site.snapshot()
    }

    /// How many changes a build makes over the output of another.
    private func changes(from old: Int, to new: Int) throws -> Int {
        let site = try Sandbox(isInMemory: true)
        if old > 0 { try build(old, in: site) }
        return try build(new, in: site)
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 4)])
    func leavesWholeFilesWhereverItIsKilled(old: Int, new: Int) throws {
        let before = old > 0 ? try clean(old) : [:]
        let after = try clean(new)
        let other = old + 5
        let afterOther = try clean(other)
        let count = try changes(from: old, to: new)
        #expect(count > 10)
        for step in 0..<count {
            let site = try Sandbox(isInMemory: true)
            if old > 0 { try build(old, in: site) }
            #expect(try tool(site, new, ["kill", String(step)]).signal == SIGKILL)
            for (path, content) in try site.snapshot(manifest: false) where content.hasPrefix("file") {
                #expect(content == before[path] || content == after[path], "\(path), killed at change \(step)")
            }
            // The next build, of the same or of another content, ends in the clean tree.
            try build(step % 2 == 0 ? new : other, in: site)
            #expect(try site.snapshot() == (step % 2 == 0 ? after : afterOther), "killed at change \(step)")
            #expect(site.isTidy)
        }
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 4)])
    func leavesTheOutputAsItWasWhereverTheDiskFails(old: Int, new: Int) throws {
        if old > 0 { try build(old, in: sandbox) }
        let before = try sandbox.snapshot()
        for step in 0..<(try changes(from: old, to: new)) {
            let error = step % 2 == 0 ? ENOSPC : EIO
            do {
                try build(new, in: sandbox, failing: step, with: error)
                Issue.record("change \(step) did not fail")
            } catch let fault as WriteFault {
                #expect(fault.exitStatus == 3)
                let message = try #require(fault.diagnostics.first?.message)
                #expect(message.hasSuffix(error == ENOSPC ? "No space left on device" : "Input/output error"))
                #expect(message.contains("'\(sandbox.output.path)"))
            }
            #expect(try sandbox.snapshot() == before, "failed at change \(step)")
            #expect(sandbox.isTidy)
        }
        try build(new, in: sandbox)
        #expect(try sandbox.snapshot() == clean(new))
    }

    @Test(arguments: [(1, 2), (2, 4)])
    func takesACommitBackThatIsAbandonedOnTheWay(old: Int, new: Int) throws {
        try build(old, in: sandbox)
        let before = try sandbox.snapshot()
        for change in [DiskChange.announce, .place, .remove, .removeFolder, .conclude] {
            let reached = Atomic<Bool>(false)
            let session = Mutex<WriteSession?>(nil)
            let options = sandbox.options {
                $0.beforeChange = { next, _ in
                    // As a signal would, from another thread, while the commit holds its lock.
                    if next == change, !reached.exchange(true, ordering: .relaxed),
                        let session = session.withLock(\.self)
                    {
                        Thread.detachNewThread { session.abandon() }
                        while !session.isAbandoned.load(ordering: .relaxed) { usleep(100) }
                    }
                    return 0
                }
            }
            let opened = try WriteSession.open(options)
            session.withLock { $0 = opened }
            for page in TorturePages.pages(of: UInt64(new)) { try opened.add(page.path, page.bytes) }
            let summary = try? opened.commit()
            let wasReached = reached.load(ordering: .relaxed)
            #expect(wasReached, "no \(change)")
            if change == .conclude {
                // Past its last question the build is done, whatever comes then.
                #expect(summary != nil)
            } else {
                #expect(summary == nil)
                #expect(try sandbox.snapshot() == before, "abandoned at \(change)")
            }
            session.withLock { $0 = nil }
        }
    }

    @Test func leavesNothingInTheStageOfAFileThatIsBeingAddedWhenTheBuildIsAbandoned() throws {
        let session = Mutex<WriteSession?>(nil)
        let isDone = Atomic<Bool>(false)
        let options = sandbox.options {
            $0.beforeChange = { change, _ in
                guard change == .stage, let session = session.withLock(\.self) else { return 0 }
                Thread.detachNewThread {
                    session.abandon()
                    isDone.store(true, ordering: .releasing)
                }
                // Long enough to be overtaken by whoever does not wait for us.
                for _ in 0..<200 where !isDone.load(ordering: .acquiring) { usleep(1_000) }
                return 0
            }
        }
        let opened = try WriteSession.open(options)
        session.withLock { $0 = opened }
        try opened.add("index.html", Array("x".utf8))
        while !isDone.load(ordering: .acquiring) { usleep(1_000) }
        #expect(sandbox.isTidy)
        #expect(throws: WriteFault.self) { try opened.add("other.html", Array("x".utf8)) }
        #expect(sandbox.isTidy)
    }

    @Test func survivesKillsAtRandomTimesOneAfterTheOther() throws {
        var random = SystemRandomNumberGenerator()
        let seeds = 1...6
        let trees = try Dictionary(uniqueKeysWithValues: seeds.map { ($0, try clean($0)) })
        for _ in 0..<30 {
            let seed = Int.random(in: seeds, using: &random)
            _ = try tool(sandbox, seed, ["crawl"]) { program in
                usleep(UInt32.random(in: 1_000...60_000, using: &random))
                program.send(SIGKILL)
            }
            for (path, content) in try sandbox.snapshot(manifest: false) where content.hasPrefix("file") {
                #expect(trees.values.contains { $0[path] == content }, "\(path) is not of any build")
            }
        }
        try build(3, in: sandbox)
        #expect(try sandbox.snapshot() == trees[3])
        #expect(sandbox.isTidy)
    }

    @Test func reportsAFileSizeLimitInsteadOfDyingOfIt() throws {
        let limited = try run(1, "limit", "1000")
        #expect(limited.status == 3)
        #expect(limited.output.contains("File too large"))
        #expect(!sandbox.exists("public"))
        #expect(sandbox.isTidy)
    }

    /// A disk of 256 kB, where the tests may mount one.
    @Test(.enabled(if: geteuid() == 0, "mounting needs root"))
    func reportsAFullDiskAndLeavesTheSiteAsItWas() throws {
        try FileManager.default.createDirectory(at: sandbox.output, withIntermediateDirectories: true)
        let mount = sandbox.root.appendingPathComponent("disk")
        try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
        let mounting = try ProgramRun.of(
            URL(fileURLWithPath: "/bin/mount"), ["-t", "tmpfs", "-o", "size=256k", "tmpfs", mount.path])
        guard mounting.status == 0 else { return }
        defer { _ = try? ProgramRun.of(URL(fileURLWithPath: "/bin/umount"), [mount.path]) }
        var options = WriteOptions(output: mount.path + "/public")
        func build(_ text: String, _ count: Int) throws -> WriteSummary {
            let session = try WriteSession.open(options)
            for index in 0..<count {
                try session.add("page-\(index).html", Array(repeating: UInt8(text.utf8.first ?? 0), count: 8000))
            }
            return try session.commit()
        }
        #expect(try build("a", 8).created.count == 8)
        let before = try sandbox.snapshot("disk/public")
        do {
            _ = try build("b", 60)
            Issue.record("60 pages of 8 kB do not fit")
        } catch let fault as WriteFault {
            #expect(fault.exitStatus == 3)
            #expect(fault.diagnostics.first?.message.hasSuffix("No space left on device") == true)
        }
        #expect(try sandbox.snapshot("disk/public") == before)
        // And what had been staged takes no more room.
        #expect(try build("c", 8).changed.count == 8)
        // An output that is a mount of its own has the stage inside, for want of a place on the same disk, but only while
        // it is built.
        options.output = mount.path
        options.adopt = true
        #expect(try build("d", 2).created.count == 2)
        #expect(try build("d", 2).unchanged == 2)
        #expect(sandbox.exists(".disk.explainer/hints"))
        #expect(try sandbox.snapshot("disk").keys.allSatisfy { !$0.hasPrefix(".explainer-stage") })
    }
}
