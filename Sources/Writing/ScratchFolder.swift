import Platform
import Synchronization

/// A temporary folder; deleted with its contents when the value is destroyed, or before a signal ends the process.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws(WriteFault) {
        let parent = Disk.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = try WriteFault.naming("write in", parent) { () throws(Errno) in
            try Disk.makeScratchFolder(parent + "/explainer-")
        }
        self.path = path
        ScratchFolder.paths.withLock { $0.append(path) }
    }

    deinit {
        ScratchFolder.remove(path)
        ScratchFolder.paths.withLock { paths in paths.removeAll { $0 == path } }
    }

    /// Deletes the temporary folders of the process, before a signal ends it. The sessions that write to them have to be
    /// abandoned first.
    package static func removeAll() {
        for path in paths.withLock(\.self) { remove(path) }
    }

    /// Deletes a folder, and looks again if a file that another thread was writing at that moment came into it.
    private static func remove(_ path: String) {
        for _ in 0..<20 {
            if (try? Disk.removeTree(path, in: Disk.workingFolder)) != nil { return }
            Disk.pause(milliseconds: 5)
        }
    }

    private static let paths = Mutex<[String]>([])
}
