#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the kernel reports of a file: shows whether it is the same file, unchanged.
package struct FileState: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case file, folder, link, other
    }

    package let kind: Kind
    package let device: UInt64
    package let inode: UInt64
    /// In bytes.
    package let size: Int
    /// The time of the last change of the bytes, in nanoseconds since 1970.
    package let modified: Int
    /// The time of the last change of anything about the file, its name included, in nanoseconds since 1970. Programs
    /// cannot set it.
    package let changed: Int
    package let owner: UInt32
    package let group: UInt32
    /// The bits that `chmod` sets.
    package let permissions: mode_t
    /// How many names the file has.
    package let links: Int

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
        owner = status.st_uid
        group = status.st_gid
        permissions = status.st_mode & 0o7777
        links = Int(status.st_nlink)
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
    package func isUnchanged(since before: FileState) -> Bool { size == before.size && modified == before.modified }

    /// Whether both are the same folder or file, under any names.
    package func isSame(as other: FileState) -> Bool { device == other.device && inode == other.inode }
}

extension Disk {
    package static func state(of file: Descriptor) throws(Errno) -> FileState {
        var status = stat()
        _ = try call { fstat(file.number, &status) }
        return FileState(status)
    }

    /// The state of the file that a path names; of the link itself if it names one.
    package static func state(of path: String, in folder: CInt = workingFolder) throws(Errno) -> FileState {
        var status = stat()
        _ = try call { fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) }
        return FileState(status)
    }

    /// As `state(of:in:)`; nil if the path does not exist.
    package static func stateIfPresent(of path: String, in folder: CInt = workingFolder) throws(Errno) -> FileState? {
        do { return try state(of: path, in: folder) } catch .noSuchFileOrDirectory { return nil }
    }

    /// The state of the file that a path leads to through all links; nil if there is none.
    package static func target(of path: String, in folder: CInt = workingFolder) throws(Errno) -> FileState? {
        var status = stat()
        do throws(Errno) {
            _ = try call { fstatat(folder, path, &status, 0) }
            return FileState(status)
        } catch .noSuchFileOrDirectory {
            return nil
        }
    }

    /// The text of a link, its first 1,024 bytes.
    package static func linkText(of path: String, in folder: CInt) throws(Errno) -> String {
        var text = [CChar](repeating: 0, count: 1024)
        let length = try call { readlinkat(folder, path, &text, 1024) }
        return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether names can be moved from one folder to the other: both are on one file system and one mount of it.
    package static func areOnOneMount(_ one: Descriptor, _ other: Descriptor) throws(Errno) -> Bool {
        guard try state(of: one).device == state(of: other).device else { return false }
        return mount(of: one) == mount(of: other)
    }

    /// The line of a descriptor's mount; nil if the system has no such list. (A folder that is mounted at a second place
    /// is on the same device there.)
    private static func mount(of file: Descriptor) -> Substring? {
        guard let list = try? openFile("/proc/self/fdinfo/\(file.number)"), let bytes = try? read(list, upTo: 4_096)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("mnt_id:") }
    }

    /// The absolute path without links, of something that exists; the path as given if the absolute one is not UTF-8.
    package static func realPath(of path: String) throws(Errno) -> String {
        guard let result = realpath(path, nil) else { throw .last }
        defer { free(result) }
        return String(validatingCString: result) ?? path
    }

    /// The states of all folders that contain a folder, from the innermost to `/`.
    package static func foldersAbove(_ folder: String) -> [FileState] {
        var states: [FileState] = []
        var path = folder
        guard var last = try? target(of: path) else { return [] }
        while true {
            path += "/.."
            guard let above = try? target(of: path), !above.isSame(as: last) else { return states }
            states.append(above)
            last = above
        }
    }

    /// How many files the process may have open at once.
    package static var openFileLimit: UInt64? {
        var limit = rlimit()
        #if canImport(Glibc)
            let result = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
            let result = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        return result == 0 ? UInt64(limit.rlim_cur) : nil
    }
}
