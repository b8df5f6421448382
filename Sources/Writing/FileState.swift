#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import SystemPackage

/// What the kernel says of a file, as far as it tells whether the file is the one we wrote.
struct FileState: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case file, folder, link, other
    }

    let kind: Kind
    let device: UInt64
    let inode: UInt64
    /// Bytes.
    let size: Int
    /// When the bytes last changed, in nanoseconds since 1970.
    let modified: Int
    /// When anything about the file last changed, its name included; cannot be set by programs. Nanoseconds since 1970.
    let changed: Int

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        #if canImport(Darwin)
            modified = FileState.nanoseconds(status.st_mtimespec)
            changed = FileState.nanoseconds(status.st_ctimespec)
        #else
            modified = FileState.nanoseconds(status.st_mtim)
            changed = FileState.nanoseconds(status.st_ctim)
        #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }

    /// Whether the bytes cannot have changed between two looks at the file.
    func isUnchanged(since before: FileState) -> Bool { size == before.size && modified == before.modified }

    /// Whether both are the same folder or file, whatever their names.
    func isSame(as other: FileState) -> Bool { device == other.device && inode == other.inode }
}

extension Disk {
    static func state(of file: Descriptor) throws(Errno) -> FileState {
        var status = stat()
        _ = try call { fstat(file.number, &status) }
        return FileState(status)
    }

    /// The state of what a path names; a link's own where it names one.
    static func state(of path: String, in folder: Int32 = workingFolder) throws(Errno) -> FileState {
        var status = stat()
        _ = try call { fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) }
        return FileState(status)
    }

    /// As `state(of:in:)`; nil where nothing is.
    static func stateIfPresent(of path: String, in folder: Int32 = workingFolder) throws(Errno) -> FileState? {
        do { return try state(of: path, in: folder) } catch .noSuchFileOrDirectory { return nil }
    }

    /// The state of what a path leads to through all links; nil where nothing is.
    static func target(of path: String) throws(Errno) -> FileState? {
        var status = stat()
        do throws(Errno) {
            _ = try call { fstatat(workingFolder, path, &status, 0) }
            return FileState(status)
        } catch .noSuchFileOrDirectory {
            return nil
        }
    }

    /// The absolute path without links; of something that exists.
    static func realPath(of path: String) throws(Errno) -> String {
        guard let result = realpath(path, nil) else { throw Errno(rawValue: errno) }
        defer { free(result) }
        return String(cString: result)
    }

    /// How many files the process may have open at once.
    static var openFileLimit: UInt64? {
        var limit = rlimit()
        #if canImport(Glibc)
            let result = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
            let result = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        return result == 0 ? UInt64(limit.rlim_cur) : nil
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
