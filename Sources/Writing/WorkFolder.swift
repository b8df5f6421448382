import Platform

/// The folder next to the output with files that only builds need: the lock, the stage, the caches.
///
/// `public` has `.public.explainer`. If the output is a mount point, the folder is inside it, since renaming works only
/// within one file system. It may be deleted whenever no build is running.
struct WorkFolder: Sendable {
    /// The folder's name if it has to be inside the output.
    static let insideName = ".explainer-work"

    /// For messages.
    let shown: String
    let folder: Disk.Descriptor
    /// Open as long as the session lives; the kernel releases the lock when the process ends, also after a crash.
    private let lock: Disk.Descriptor

    init(for output: OutputFolder, _ options: WriteOptions) throws(WriteFault) {
        let (path, shown) = WorkFolder.place(for: output)
        self.shown = shown
        func naming<Value>(_ body: () throws(Errno) -> Value) throws(WriteFault) -> Value {
            try WriteFault.naming("write in", shown, body)
        }
        while true {
            let (folder, lock) = try naming { () throws(Errno) in
                do throws(Errno) { try Disk.makeFolder(path, in: Disk.workingFolder) } catch .fileExists {}
                let folder = try Disk.openFolder(path)
                return (folder, try Disk.openLock("lock", in: folder.number))
            }
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
        try naming { () throws(Errno) in
            if try Disk.stateIfPresent(of: ".gitignore", in: folder.number) == nil {
                try Disk.writeAll(Array("*\n".utf8), to: Disk.createFile(".gitignore", in: folder.number))
            }
            try Disk.truncate(lock)
            try Disk.writeAll(Array("\(Disk.processID)\n".utf8), to: lock)
        }
    }

    /// Releases the lock before the process ends.
    func unlock() { Disk.unlock(lock) }

    private static func place(for output: OutputFolder) -> (path: String, shown: String) {
        if output.exists, let mine = try? Disk.state(of: output.path), let above = try? Disk.state(of: output.parent),
            mine.device != above.device
        {
            return (output.path + "/" + insideName, output.shown + "/" + insideName)
        }
        let name = ".\(output.name).explainer"
        let parent = output.parent == "/" ? "" : output.parent
        return (parent + "/" + name, parent + "/" + name)
    }

    private static func take(
        _ lock: Disk.Descriptor, _ shown: String, _ options: WriteOptions
    ) throws(WriteFault) {
        let isFree = try WriteFault.naming("lock", shown) { () throws(Errno) in
            do throws(Errno) {
                try Disk.lock(lock, waits: false)
                return true
            } catch .wouldBlock {
                return false
            }
        }
        if isFree { return }
        let owner = owner(of: lock)
        guard options.wait else { throw .busy(path: options.output, processID: owner) }
        options.willWait?(owner)
        try WriteFault.naming("lock", shown) { () throws(Errno) in try Disk.lock(lock, waits: true) }
    }

    /// The process id that the lock's owner wrote; nil if it has not yet.
    private static func owner(of lock: Disk.Descriptor) -> Int32? {
        let bytes = (try? Disk.read(lock, upTo: 16)) ?? []
        return Int32(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
