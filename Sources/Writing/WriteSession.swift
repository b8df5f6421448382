import Bytes
import Diagnostics
import Synchronization
import Platform

/// The writing of one build: pages are added while they are rendered, and a commit puts them in place.
///
/// A class because it owns the lock. All methods but `open` may be called from any thread.
package final class WriteSession: Sendable {
    /// Warnings about the output as it was found, such as a damaged manifest.
    package let notices: [Diagnostic]

    let options: WriteOptions
    let output: OutputFolder
    let work: WorkFolder
    let stage: Stage
    /// The output on the disk; nil if there is none yet.
    let tree: OutputTree?
    /// Whether this session made the folder of the output, which stays only with files in it.
    let isMade: Bool
    /// What earlier builds wrote.
    let manifest: Manifest
    /// The hash of the manifest's bytes, to which hints are bound.
    let manifestHash: ContentHash
    let hints: FileHints
    /// What the last build stored for this one.
    let remembered: [UInt8]?
    /// Whether the last build left something that cannot be used.
    package let hasDiscardedMemory: Bool
    /// What this build stores for the next one.
    let toRemember = Mutex<[UInt8]?>(nil)
    /// The added files, in shards so that cores do not wait for each other.
    let shards: [Shard]
    /// Set before the lock on `phase` is taken, so that a running commit sees it.
    let isAbandoned = Atomic<Bool>(false)
    /// The number of files that are being added now.
    let inFlight = Atomic<Int>(0)
    let phase = Mutex<Phase>(.open)

    enum Phase {
        case open, closed
    }

    private init(
        options: WriteOptions, output: OutputFolder, work: WorkFolder, stage: Stage, tree: OutputTree?,
        record: Record, isMade: Bool
    ) {
        self.isMade = isMade
        self.options = options
        self.output = output
        self.work = work
        self.stage = stage
        self.tree = tree
        manifest = record.manifest
        manifestHash = record.hash
        hints = record.hints
        remembered = record.memory
        hasDiscardedMemory = record.hasDiscardedMemory
        notices = record.notices
        shards = (0..<Shard.count).map { _ in Shard(places: record.manifest.entries.count) }
    }

    deinit { close() }

    /// Checks that the output may and can be written, takes the lock, deletes what a killed build left, and reads the
    /// manifest.
    package static func open(_ options: WriteOptions) throws(WriteFault) -> WriteSession {
        let work = try WorkFolder(for: try OutputFolder(options), options)
        // Checked again under the lock: another build may have created it meanwhile.
        var output = try OutputFolder(options)
        var isMade = false
        if !output.exists, try !work.isOnMount(of: output.parent) {
            // A new site cannot be moved there as a whole.
            try WriteFault.naming("write", output.shown) { () throws(Errno) in
                try Disk.makeFolder(output.path, in: Disk.workingFolder)
            }
            isMade = true
            output = try OutputFolder(options)
        }
        var tree: OutputTree?
        if output.exists {
            tree = try WriteFault.naming("write in", output.shown) { () throws(Errno) in
                let root = try Disk.openFolder(output.path)
                try Disk.checkWritable(".", in: root.number)
                return OutputTree(root)
            }
        }
        if let tree, !work.isBesideOutput { try WorkFolder.lock(tree, output, options) }
        let stage = try work.makeStage(for: tree, output)
        let record = try Record(of: tree, shown: output.shown, work: work)
        let session = WriteSession(
            options: options, output: output, work: work, stage: stage, tree: tree, record: record, isMade: isMade)
        live.insert(session)
        return session
    }

    /// Deletes everything staged and releases the lock. May be called at any time, also after a commit and more than
    /// once, but not inside a call that adds a file: it waits for those calls, since they would write to the emptied
    /// stage.
    package func abandon() {
        isAbandoned.store(true, ordering: .sequentiallyConsistent)
        while inFlight.load(ordering: .sequentiallyConsistent) > 0 { Disk.pause() }
        close()
    }

    /// Abandons every session of the process, before a signal ends it.
    ///
    /// A running commit is rolled back, or finished if it has made its last change.
    package static func abandonAll() {
        for session in live.all { session.abandon() }
    }

    /// Deletes the stage and releases the lock, once.
    private func close() {
        phase.withLock { phase in
            guard phase == .open else { return }
            phase = .closed
            finishStage()
        }
        WriteSession.live.remove(self)
    }

    func finishStage() {
        // The next build deletes what cannot be deleted now.
        try? stage.empty()
        if let tree {
            work.removeStage(in: tree)
            if !work.isBesideOutput { Disk.unlock(tree.root) }
        }
        if isMade { try? Disk.removeFolder(output.path, in: Disk.workingFolder) }
        work.unlock()
    }

    /// The process's sessions, for `abandonAll`.
    private static let live = LiveObjects<WriteSession>()
}
