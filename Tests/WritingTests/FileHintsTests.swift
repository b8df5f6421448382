import Bytes
import Foundation
import Platform
import Testing

@testable import Writing

@Suite struct FileHintsTests {
    let sandbox: Sandbox
    init() throws { sandbox = try Sandbox() }

    private func hint(changed: Int, modified: Int = 0) -> FileHints.Hint {
        var hint = FileHints.Hint()
        (hint.inode, hint.size, hint.modified, hint.changed) = (7, 8, modified, changed)
        return hint
    }

    @Test func forgetsWhatMayHaveChangedAgainInTheSameTick() {
        let now = 10_000_000_000_123
        var hints = FileHints(hints: [
            hint(changed: now), hint(changed: now - 50_000_000), hint(changed: now - 150_000_000),
            hint(changed: now + 5), hint(changed: now - 5_000_000_000, modified: now + 1_000_000),
            // Whole seconds: a file system that keeps no finer times.
            hint(changed: 9_999_000_000_000), hint(changed: 9_990_000_000_000),
        ])
        hints.forgetRecent(now: now)
        #expect(hints.hints.map { $0.changed != 0 } == [false, false, true, false, false, false, true])
    }

    @Test func readsWhatItWritesForTheSameManifestOnly() {
        let hints = FileHints(hints: [hint(changed: 1), hint(changed: 2)])
        let manifest = ContentHash(high: 1, low: 2)
        let bytes = hints.encoded(manifest: manifest)
        func read(_ bytes: [UInt8], _ manifest: ContentHash, _ count: Int) -> FileHints? {
            FileHints(encoded: bytes, manifest: manifest, count: count)
        }
        #expect(read(bytes, manifest, 2)?.hints == hints.hints)
        #expect(read(bytes, ContentHash(high: 1, low: 3), 2) == nil)
        #expect(read(bytes, manifest, 1) == nil)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(read(damaged, manifest, 2) == nil)
        }
    }

    @Test func vouchesOnceFilesHaveSettledAndSeesEveryEditThen() throws {
        try sandbox.build(["a.html": "aaaa", "b.html": "bbbb"])
        usleep(150_000)
        try sandbox.build(["a.html": "aaaa", "b.html": "bbbb"])
        var session = try WriteSession.open(sandbox.options())
        let path = sandbox.output.appendingPathComponent("a.html").path
        let before = try Disk.state(of: path)
        #expect(session.hints.vouches(for: before, at: 0))
        session.abandon()
        // The same length, the same inode, the same modification time: the change time tells.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: Data("cccc".utf8))
        try file.close()
        let time = timespec(tv_sec: before.modified / 1_000_000_000, tv_nsec: before.modified % 1_000_000_000)
        #expect(utimensat(AT_FDCWD, path, [time, time], 0) == 0)
        #expect(try Disk.state(of: path).modified == before.modified)
        #expect(try sandbox.conflicts(["a.html": "aaaa", "b.html": "bbbb"]) == ["edited a.html"])
        session = try WriteSession.open(sandbox.options())
        #expect(!session.hints.vouches(for: try Disk.state(of: path), at: 0))
        session.abandon()
    }

    @Test func vouchesForFilesThatWereReplacedOneByOne() throws {
        try sandbox.build(["a.html": "1", "b/c.html": "1"])
        try sandbox.build(["a.html": "2", "b/c.html": "1"])
        usleep(150_000)
        try sandbox.build(["a.html": "2", "b/c.html": "1"])
        let session = try WriteSession.open(sandbox.options())
        #expect(session.hints.hints.allSatisfy { $0.changed != 0 })
        session.abandon()
    }
}
