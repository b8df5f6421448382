import Building
import Foundation
import Platform
import Serving
import Synchronization
import TestSupport
import Testing

/// Every way of saving a file is seen, by the kernel's events and by listing.
@Suite struct WatcherTests {
    enum Kind: CaseIterable, Sendable {
        #if os(Linux)
            case queue
        #endif
        case polling
    }

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("one", to: "content/event.md")
        try folder.write("one", to: "content/demands/pay.md")
    }

    private func watcher(_ kind: Kind, _ roots: [String] = ["content"]) throws -> any Watcher {
        let roots = roots.map { WatchedFolder(folder: folder.path($0)) }
        // A time stamp is exact only after a tick of the clock.
        usleep(40_000)
        switch kind {
        #if os(Linux)
            case .queue: return try QueueWatcher(roots, try ChangeQueue.open())
        #endif
        case .polling: return PollingWatcher(roots, interval: 30)
        }
    }

    /// All changes until nothing changes for a while.
    private func changes(_ watcher: any Watcher) throws -> SourceChanges {
        var all = SourceChanges()
        while let more = try watcher.next(within: all.isEmpty ? 3_000 : 120) { all.add(more) }
        return all
    }

    private func shell(_ line: String) throws {
        let run = try ProgramRun.of(URL(filePath: "/bin/sh"), ["-c", line], in: URL(filePath: folder.path))
        try #require(run.status == 0, "\(run.errors)")
    }

    @Test(
        arguments: Kind.allCases,
        [
            ("in place", "echo two > content/demands/pay.md"),
            ("in place, in two steps", ": > content/demands/pay.md; echo two >> content/demands/pay.md"),
            (
                "vim",
                "echo x > content/demands/4913; rm content/demands/4913; mv content/demands/pay.md content/demands/pay.md~; echo two > content/demands/pay.md; rm content/demands/pay.md~"
            ),
            (
                "VS Code, over a temporary file",
                "echo two > content/demands/pay.md.tmp; mv content/demands/pay.md.tmp content/demands/pay.md"
            ),
            (
                "JetBrains",
                "echo two > content/demands/pay.md___jb_tmp___; mv content/demands/pay.md content/demands/pay.md___jb_old___; mv content/demands/pay.md___jb_tmp___ content/demands/pay.md; rm content/demands/pay.md___jb_old___"
            ),
            (
                "Emacs",
                "ln -s nowhere content/demands/.#pay.md; echo two > content/demands/pay.md; rm content/demands/.#pay.md"
            ),
            ("a hard link over it", "rm -f new; echo two > new; ln -f new content/demands/pay.md"),
        ] as [(String, String)])
    func seesASave(kind: Kind, save: (name: String, line: String)) throws {
        let watcher = try watcher(kind)
        for _ in 0..<2 {
            // The second save is seen, too.
            try shell(save.line)
            let found = try changes(watcher)
            #expect(found.files.contains(folder.path("content/demands/pay.md")) || found.isUnknown, "\(save.name)")
        }
    }

    @Test(arguments: Kind.allCases)
    func passesOverWhatEditorsLeaveBehind(kind: Kind) throws {
        let watcher = try watcher(kind)
        try shell("echo x > content/.pay.md.swp; echo x > content/pay.md~; echo x > content/4913")
        #expect(try watcher.next(within: 200)?.files.isEmpty ?? true)
    }

    @Test(arguments: Kind.allCases)
    func seesNewAndDeletedFoldersAndWhatIsInThem(kind: Kind) throws {
        let watcher = try watcher(kind)
        try shell("mkdir -p content/a/b/c && echo x > content/a/b/c/x.md")
        let made = try changes(watcher)
        #expect(made.isStructural || made.files.contains(folder.path("content/a/b/c/x.md")))
        try shell("echo y > content/a/b/c/x.md")
        #expect(try changes(watcher).files.contains(folder.path("content/a/b/c/x.md")))
        try shell("mv content/a content/z")
        _ = try changes(watcher)
        try shell("echo z > content/z/b/c/x.md")
        #expect(try changes(watcher).files.contains(folder.path("content/z/b/c/x.md")))
        try shell("rm -r content/z")
        let removed = try changes(watcher)
        #expect(removed.isStructural || removed.files.contains(folder.path("content/z/b/c/x.md")))
    }

    @Test(arguments: Kind.allCases)
    func findsARootThatIsCreatedAgain(kind: Kind) throws {
        let watcher = try watcher(kind, ["content", "templates"])
        try shell("mkdir templates && echo x > templates/page.html")
        #expect(!(try changes(watcher)).isEmpty)
        try shell("rm -r content; mkdir content; echo x > content/event.md")
        #expect(!(try changes(watcher)).isEmpty)
        try shell("echo y > content/event.md")
        #expect(try changes(watcher).files.contains(folder.path("content/event.md")))
        try shell("mv content away; cp -r away content")
        #expect(!(try changes(watcher)).isEmpty)
        try shell("echo z > content/event.md")
        #expect(try changes(watcher).files.contains(folder.path("content/event.md")))
    }

    #if os(Linux)
        @Test func reportsACheckoutOfManyFilesInFewBursts() throws {
            let watcher = try watcher(.queue)
            try shell("mkdir content/many")
            _ = try changes(watcher)
            try shell("i=0; while [ $i -lt 10000 ]; do : > content/many/$i.md; i=$((i+1)); done")
            var files = SourceChanges()
            var bursts = 0
            while let more = try watcher.next(within: bursts == 0 ? 3_000 : 300) {
                files.add(more)
                bursts += 1
            }
            // The kernel's queue holds fewer changes than there are; then all files are read again.
            #expect(files.isUnknown || files.files.count == 10_000)
            #expect(bursts <= 4, "\(bursts)")
        }

        @Test func stopsWatchingWhatIsGone() throws {
            let watcher = try QueueWatcher([WatchedFolder(folder: folder.path("content"))], try ChangeQueue.open())
            let count = watcher.count
            for round in 0..<20 {
                try shell(
                    "mkdir -p content/n\(round)/a/b; mv content/n\(round) away; mkdir content/m; rm -r content/m away")
                _ = try watcher.next(within: 200)
            }
            while try watcher.next(within: 100) != nil {}
            #expect(watcher.count == count)
        }

        @Test func listsEverythingAfterAnOverflow() throws {
            let queue = FakeQueue()
            let watcher = try QueueWatcher([WatchedFolder(folder: folder.path("content"))], queue.value)
            var overflow = ChangeQueue.Change(folder: -1, name: [])
            overflow.isOverflow = true
            queue.changes.withLock { $0 = [overflow] }
            #expect(try watcher.next(within: 500) == .everything)
        }

        @Test(arguments: [
            (Errno.noSpace, "sysctl fs.inotify.max_user_watches="),
            (Errno.tooManyOpenFiles, "sysctl fs.inotify.max_user_instances="), (Errno.noFunction, "cannot be watched"),
        ])
        func listsTheFoldersIfTheKernelHasNoRoom(error: Errno, words: String) throws {
            var said: [String] = []
            let roots = [WatchedFolder(folder: folder.path("content"))]
            // Watches run out when the second folder is added, queues when the first is opened.
            let queue = FakeQueue(room: 1)
            let found = makeWatcher(of: roots, polls: false) { () throws(Errno) -> ChangeQueue in
                if error == .noSpace { return queue.value }
                throw error
            } say: {
                said.append($0)
            }
            #expect(found is PollingWatcher)
            #expect(said.count == 1 && said[0].contains(words) && said[0].contains("listed"), "\(said)")
        }

        @Test func continuesByListingIfRoomRunsOutLater() throws {
            let queue = FakeQueue(room: 2)
            let watcher = try QueueWatcher([WatchedFolder(folder: folder.path("content"))], queue.value)
            try shell("mkdir content/new")
            var change = ChangeQueue.Change(folder: 1, name: Array("new".utf8))
            change.isFolder = true
            change.isStructural = true
            queue.changes.withLock { $0 = [change] }
            #expect(throws: Errno.noSpace) { try watcher.next(within: 500) }
        }
    #endif

    @Test func listsTheFoldersIfAsked() throws {
        var said: [String] = []
        let found = makeWatcher(of: [WatchedFolder(folder: folder.path("content"))], polls: true) { said.append($0) }
        #expect(found is PollingWatcher && said.isEmpty)
    }
}

/// A queue whose changes and room a test decides.
private final class FakeQueue: Sendable {
    let changes = Mutex<[ChangeQueue.Change]>([])
    private let used = Mutex<CInt>(0)
    private let room: CInt

    init(room: CInt = .max) { self.room = room }

    var value: ChangeQueue {
        ChangeQueue(
            add: { _, _ throws(Errno) in
                let number = self.used.withLock { used in
                    used += 1
                    return used
                }
                if number > self.room { throw .noSpace }
                return number
            }, remove: { _ in },
            next: { _ throws(Errno) in
                self.changes.withLock { changes in
                    let taken = changes
                    changes = []
                    return taken
                }
            })
    }
}
