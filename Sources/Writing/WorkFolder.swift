import Bytes
import Platform

/// The folder next to the output with files that only builds need: the lock, the stage, the caches.
///
/// `public` has `.public.explainer`, unless the user names another folder. It may be deleted whenever no build is running.
/// If it cannot be there, because only the output is writable or a server serves the folder round it, it is in the user's
/// folder for caches. The stage is on the output's file system, since renaming works only within one: where that is not
/// the work folder's, it is in the output for as long as a build runs.
struct WorkFolder: Sendable {
    /// The name of a stage that has to be inside the output.
    static let insideName = ".explainer-stage"

    /// The name of the new version of a source file, until it is put in place.
    static let fixName = "fixed"

    /// For messages.
    let shown: String
    let folder: Disk.Descriptor
    /// Whether the folder is next to the output, where every build of it looks for the lock.
    let isBesideOutput: Bool
    /// Open as long as the session lives; the kernel releases the lock when the process ends, also after a crash.
    private let lock: Disk.Descriptor

    init(for output: OutputFolder, _ options: WriteOptions) throws(WriteFault) {
        let (path, shown, isBeside) = try WorkFolder.place(for: output, options)
        self.shown = shown
        isBesideOutput = isBeside
        func naming<Value>(_ body: () throws(Errno) -> Value) throws(WriteFault) -> Value {
            try WriteFault.naming("write in", shown, body)
        }
        while true {
            let folder = try naming { () throws(Errno) in
                do throws(Errno) { try Disk.makeFolder(path, in: Disk.workingFolder) } catch .fileExists {}
                return try Disk.openFolder(path)
            }
            try WorkFolder.replaceForeignFiles(in: folder, shown)
            let lock = try naming { () throws(Errno) in try Disk.openLock("lock", in: folder.number) }
            try WorkFolder.take(lock, shown, options)
            // If somebody deletes the locked folder, another build can create a second one: the lock at the path is
            // valid.
            let isCurrent = try naming { () throws(Errno) in
                guard let atPath = try Disk.stateIfPresent(of: path + "/lock") else { return false }
                return try Disk.state(of: lock).isSame(as: atPath)
            }
            guard isCurrent else { continue }
            self.folder = folder
            self.lock = lock
            break
        }
        // What a killed build left.
        for name in [Record.hintsName + ".new", Memory.name + ".new", WorkFolder.fixName] {
            try? Disk.remove(name, in: folder.number)
        }
        try naming { () throws(Errno) in
            if try Disk.stateIfPresent(of: ".gitignore", in: folder.number) == nil {
                let file = try Disk.createFile(".gitignore", in: folder.number)
                try Disk.writeAll(Array("*\n".utf8), to: file)
                try file.close()
            }
            try Disk.truncate(lock)
            try Disk.writeAll(Array("\(Disk.processID)\n".utf8), to: lock)
        }
    }

    /// Creates a file of the folder, in the place of one that a killed build left.
    func create(_ name: String) throws(Errno) -> Disk.Descriptor {
        do throws(Errno) { try Disk.remove(name, in: folder.number) } catch .noSuchFileOrDirectory {}
        return try Disk.createFile(name, in: folder.number)
    }

    /// Replaces a file of the folder; a killed build leaves the old one.
    func write(_ bytes: [UInt8], to name: String) throws(Errno) {
        let new = name + ".new"
        let file = try create(new)
        try Disk.writeAll(bytes, to: file)
        try file.close()
        try Disk.rename(
            Disk.Place(folder: folder.number, path: new), over: Disk.Place(folder: folder.number, path: name))
    }

    /// Releases the lock before the process ends.
    func unlock() { Disk.unlock(lock) }

    /// The stage: in the work folder, or in the output if that is on another file system.
    func makeStage(for tree: OutputTree?, _ output: OutputFolder) throws(WriteFault) -> Stage {
        guard let tree else { return try Stage("stage", in: folder, shown: shown) }
        let isNear = try WriteFault.naming("open", output.shown) { () throws(Errno) in
            try Disk.areOnOneMount(tree.root, folder)
        }
        if isNear { return try Stage("stage", in: folder, shown: shown) }
        return try Stage(WorkFolder.insideName, in: tree.root, shown: output.shown)
    }

    /// Whether files can be moved from the folder into another one.
    func isOnMount(of other: String) throws(WriteFault) -> Bool {
        if isBesideOutput { return true }
        return try WriteFault.naming("open", other) { () throws(Errno) in
            try Disk.areOnOneMount(Disk.openFolder(other), folder)
        }
    }

    /// Deletes a stage inside the output. Only under the lock, when the build has ended.
    func removeStage(in tree: OutputTree) { try? Disk.removeTree(WorkFolder.insideName, in: tree.root.number) }

    /// Removes what stands at the names of this program's files and is not a file of its own: a pipe, a link, a hard link
    /// to somebody's file, whose bytes would be replaced. A folder stays, since it may hold somebody's files.
    private static func replaceForeignFiles(in folder: Disk.Descriptor, _ shown: String) throws(WriteFault) {
        for name in ["lock", ".gitignore", Record.hintsName, Memory.name] {
            let path = shown + "/" + name
            let kind = try WriteFault.naming("write", path) { () throws(Errno) -> FileState.Kind? in
                guard let state = try Disk.stateIfPresent(of: name, in: folder.number) else { return nil }
                if state.kind != .folder, state.kind != .file || state.links > 1 {
                    try Disk.remove(name, in: folder.number)
                }
                return state.kind
            }
            if kind == .folder {
                throw .environment(
                    path: path, operation: "write", reason: "it is a folder",
                    hint: "builds write a file of this name: move the folder away")
            }
        }
        let stage = try? Disk.stateIfPresent(of: "stage", in: folder.number)
        if let stage, stage.kind != .folder {
            try WriteFault.naming("write", shown + "/stage") { () throws(Errno) in
                try Disk.remove("stage", in: folder.number)
            }
        }
    }

    private static func take(
        _ lock: Disk.Descriptor, _ shown: String, _ options: WriteOptions
    ) throws(WriteFault) {
        if try takeAtOnce(lock, shown) { return }
        let owner = owner(of: lock)
        guard options.wait else { throw .busy(path: options.output, processID: owner) }
        options.willWait?(owner)
        try WriteFault.naming("lock", shown) { () throws(Errno) in try Disk.lock(lock, waits: true) }
    }

    /// Locks the output itself, which builds of other users do not share the work folder of.
    static func lock(_ tree: OutputTree, _ output: OutputFolder, _ options: WriteOptions) throws(WriteFault) {
        if try takeAtOnce(tree.root, output.shown) { return }
        guard options.wait else { throw .busy(path: options.output, processID: nil) }
        options.willWait?(nil)
        try WriteFault.naming("lock", output.shown) { () throws(Errno) in try Disk.lock(tree.root, waits: true) }
    }

    private static func takeAtOnce(_ lock: Disk.Descriptor, _ shown: String) throws(WriteFault) -> Bool {
        try WriteFault.naming("lock", shown) { () throws(Errno) in
            do throws(Errno) {
                try Disk.lock(lock, waits: false)
                return true
            } catch .wouldBlock {
                return false
            }
        }
    }

    /// The process id that the lock's owner wrote; nil if it has not yet.
    private static func owner(of lock: Disk.Descriptor) -> Int32? {
        let bytes = (try? Disk.read(lock, upTo: 16)) ?? []
        return Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
