import Bytes
import Platform

/// A file of the output as a build found it. What a commit takes out of the output has to be this.
struct Seen: Sendable {
    let state: FileState
    /// Nil if its bytes were not read: it is replaced whatever they are.
    let hash: ContentHash?

    init(_ state: FileState, _ hash: ContentHash? = nil) {
        self.state = state
        self.hash = hash
    }

    /// Whether a file that has not been moved is unchanged.
    func matches(_ path: String, in folder: CInt) throws(Errno) -> Bool {
        guard let now = try Disk.stateIfPresent(of: path, in: folder), now.kind == .file else { return false }
        if FileHints.Hint(now) == FileHints.Hint(state) { return true }
        return try hasBytes(path, in: folder)
    }

    /// Whether a file is this one under another name. (Renaming changes the time of the last change of a file's state.)
    func matches(moved path: String, in folder: CInt) throws(Errno) -> Bool {
        guard let now = try Disk.stateIfPresent(of: path, in: folder), now.kind == .file else { return false }
        if now.isSame(as: state), now.isUnchanged(since: state) { return true }
        return try hasBytes(path, in: folder)
    }

    private func hasBytes(_ path: String, in folder: CInt) throws(Errno) -> Bool {
        guard let hash else { return false }
        var hasher = ContentHasher()
        try Disk.forEachPiece(of: Disk.openFile(path, in: folder), orThrow: { $0 }) { piece throws(Errno) in
            hasher.update(piece)
        }
        return hasher.finish() == hash
    }
}
