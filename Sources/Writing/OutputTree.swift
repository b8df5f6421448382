import Bytes
import Platform
import Synchronization

/// The output folder's files as they are on the disk. No link is followed.
final class OutputTree: Sendable {
    let root: Disk.Descriptor
    /// Results of `isFolder`: whether a path below the root is a folder, and not a link to one.
    private let folders = Mutex<[Substring: Bool]>([:])

    init(_ root: Disk.Descriptor) { self.root = root }

    /// The state of a path; nil if it does not exist, or if one of its parents is not a folder.
    func state(of path: OutputPath) throws(Errno) -> FileState? {
        guard try isFolder(path.folder) else { return nil }
        return try Disk.stateIfPresent(of: path.text, in: root.number)
    }

    /// Whether a folder exists, and neither it nor a parent is a link. The result is cached: this program creates and
    /// removes no folders before the commit.
    func isFolder(_ path: Substring) throws(Errno) -> Bool {
        if path.isEmpty { return true }
        if let known = folders.withLock({ $0[path] }) { return known }
        var result = false
        let above = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        if try isFolder(above) {
            result = try Disk.stateIfPresent(of: String(path), in: root.number)?.kind == .folder
        }
        folders.withLock { $0[path] = result }
        return result
    }

    /// A file's hash, and its state if it did not change meanwhile; nil if there is no regular file any more.
    func contentHash(of path: OutputPath) throws(Errno) -> (hash: ContentHash, state: FileState?)? {
        let file: Disk.Descriptor
        do throws(Errno) {
            file = try Disk.openFile(path.text, in: root.number)
        } catch let error where error == .noSuchFileOrDirectory || error == .tooManySymbolicLinkLevels {
            return nil
        }
        let before = try Disk.state(of: file)
        guard before.kind == .file else { return nil }
        var hasher = ContentHasher()
        var whole: ContentHash?
        try Disk.forEachPiece(of: file, upTo: before.size, orThrow: { $0 }) { piece throws(Errno) in
            if piece.count == before.size { whole = ContentHash(of: piece) } else { hasher.update(piece) }
        }
        let hash = whole ?? hasher.finish()
        let after = try Disk.state(of: file)
        return (hash, after == before ? after : nil)
    }
}
