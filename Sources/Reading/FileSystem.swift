import Platform

/// The side effects of reading as one value of closures: how a folder is opened.
package struct FileSystem: Sendable {
    /// Opens a folder. Follows symbolic links on the path to it, but none below it.
    ///
    /// - Parameter displayedAs: The folder's path as messages show it.
    package var openFolder: @Sendable (_ path: String, _ displayedAs: String) throws(EnvironmentFault) -> OpenFolder

    package init(
        openFolder: @escaping @Sendable (_ path: String, _ displayedAs: String) throws(EnvironmentFault) -> OpenFolder
    ) {
        self.openFolder = openFolder
    }
}

/// An open folder: entries and files are opened by paths relative to it, and nothing outside of it can be opened.
package struct OpenFolder: Sendable {
    /// The entries of a folder below (empty path: of this folder), in no order, `.` and `..` left out.
    package var list: @Sendable (_ path: String) throws(EnvironmentFault) -> [FolderEntry]
    /// The bytes of a regular file below; nil if it has more than `limit`. Two states of a file that changes meanwhile
    /// are never mixed.
    package var read: @Sendable (_ file: FoundFile, _ limit: Int) throws(EnvironmentFault) -> [UInt8]?
    /// The folder on the disk, for copying large files; nil if it is not on the disk.
    package var descriptor: Disk.Descriptor?

    package init(
        list: @escaping @Sendable (_ path: String) throws(EnvironmentFault) -> [FolderEntry],
        read: @escaping @Sendable (_ file: FoundFile, _ limit: Int) throws(EnvironmentFault) -> [UInt8]?,
        descriptor: Disk.Descriptor? = nil
    ) {
        self.list = list
        self.read = read
        self.descriptor = descriptor
    }
}

/// One entry of a folder.
package struct FolderEntry: Sendable {
    /// The name's bytes, which need not be UTF-8.
    package let name: [UInt8]
    package let kind: Kind
    /// Of files; zeros for everything else.
    package let identity: FileIdentity

    package enum Kind: Sendable, Equatable {
        case file
        case folder
        /// A symbolic link to the given target.
        case link(target: String, LinkState)
        /// A pipe, socket or device.
        case special
    }

    package enum LinkState: Sendable, Equatable {
        case resolves, dangles, loops
    }

    package init(name: [UInt8], kind: Kind, identity: FileIdentity = FileIdentity()) {
        self.name = name
        self.kind = kind
        self.identity = identity
    }
}

extension FolderEntry {
    /// Whether an entry comes before another if whole paths are sorted by their bytes. A folder counts as its name with
    /// a slash.
    func precedes(_ other: FolderEntry) -> Bool {
        let shared = min(name.count, other.name.count)
        for index in 0..<shared where name[index] != other.name[index] { return name[index] < other.name[index] }
        guard let next = byte(at: shared) else { return other.byte(at: shared) != nil }
        return other.byte(at: shared).map { next < $0 } ?? false
    }

    private func byte(at index: Int) -> UInt8? {
        index < name.count ? name[index] : kind == .folder ? 0x2F : nil
    }
}

/// An entry with its name as text.
struct NamedEntry: Sendable {
    let name: String
    let entry: FolderEntry
}

/// The identity of a file and its state: equal values mean unchanged bytes.
package struct FileIdentity: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64
    /// Length in bytes.
    package var size: Int
    /// Time of the last change of the bytes, in nanoseconds since 1970. Programs can set it to any time.
    package var changed: Int64
    /// Time of the last change of the bytes or of the file's state, in nanoseconds since 1970. Programs cannot set it.
    package var stateChanged: Int64

    package init(device: UInt64 = 0, inode: UInt64 = 0, size: Int = 0, changed: Int64 = 0, stateChanged: Int64 = 0) {
        self.device = device
        self.inode = inode
        self.size = size
        self.changed = changed
        self.stateChanged = stateChanged
    }

    /// Whether both are the same file, in whatever state.
    package func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }
}
