import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FileSystem {
    /// The real disk.
    package static let live = FileSystem { path, displayedAs throws(EnvironmentFault) in
        let disk = try DiskFolder(path, displayedAs: displayedAs)
        return OpenFolder(
            list: { path throws(EnvironmentFault) in try disk.list(path) },
            read: { file, limit throws(EnvironmentFault) in try disk.read(file, limit) },
            stream: { file, chunk throws(EnvironmentFault) in try disk.stream(file, chunk) })
    }
}

/// A folder on the disk, by its descriptor. The only type that calls the operating system.
///
/// Nothing below it is reached through a symbolic link: folders are opened segment by segment with `O_NOFOLLOW`; a
/// file is opened by its whole path, which is one call, and taken only if it is the very file (device and inode)
/// that such a listing had found.
private final class DiskFolder: Sendable {
    private let descriptor: CInt
    private let displayedAs: String
    /// How often a file that changes while it is read is read again.
    private static let attempts = 5

    init(_ path: String, displayedAs: String) throws(EnvironmentFault) {
        self.displayedAs = displayedAs
        // libc would end the path at a NUL and open another folder.
        guard !path.utf8.contains(0) else {
            throw EnvironmentFault(
                path: displayedAs, operation: "open", reason: "the path contains a NUL", number: EINVAL)
        }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskFolder.fault("open", displayedAs) }
    }

    deinit { close(descriptor) }

    // MARK: Listing

    func list(_ path: String) throws(EnvironmentFault) -> [FolderEntry] {
        let shown = display(path)
        let folder = try openSegments(path, O_RDONLY | O_DIRECTORY, "list")
        guard let stream = fdopendir(folder) else {
            let fault = DiskFolder.fault("list", shown)
            close(folder)
            throw fault
        }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let found = readdir(stream) else { break }
            let name = DiskFolder.name(of: found)
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let entry: FolderEntry? =
                if Int32(found.pointee.d_type) == Int32(DT_DIR) {
                    FolderEntry(name: name, kind: .folder)
                } else {
                    try self.entry(name, in: folder, shown)
                }
            if let entry { entries.append(entry) }
        }
        guard errno == 0 else { throw DiskFolder.fault("list", shown) }
        return entries
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafePointer(to: &entry.pointee.d_name) {
            let start = UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)
            return Array(
                UnsafeBufferPointer(
                    start: start, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
    }

    /// What a name leads to, links not followed; nil where it has gone since the folder was read.
    private func entry(_ name: [UInt8], in folder: CInt, _ shown: String) throws(EnvironmentFault) -> FolderEntry? {
        let path = name.map { CChar(bitPattern: $0) } + [0]
        var status = stat()
        guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw DiskFolder.fault("look at", shown + "/" + String(decoding: name, as: UTF8.self))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return FolderEntry(name: name, kind: .file, identity: DiskFolder.identity(status))
        case S_IFDIR: return FolderEntry(name: name, kind: .folder)
        case S_IFLNK:
            var target = [CChar](repeating: 0, count: 1024)
            let length = readlinkat(folder, path, &target, target.count)
            let state: FolderEntry.LinkState =
                if fstatat(folder, path, &status, 0) == 0 { .resolves } else { errno == ELOOP ? .loops : .dangles }
            return FolderEntry(
                name: name,
                kind: .link(
                    target: String(
                        decoding: target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self), state))
        default: return FolderEntry(name: name, kind: .special)
        }
    }

    private static func identity(_ status: stat) -> FileIdentity {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return FileIdentity(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino),
            size: Int(status.st_size), changed: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    // MARK: Reading

    func read(_ file: FoundFile, _ limit: Int) throws(EnvironmentFault) -> [UInt8]? {
        for _ in 0..<DiskFolder.attempts {
            let (source, before) = try openFile(file)
            defer { close(source) }
            guard before.size <= limit else { return nil }
            // One byte more than expected, so that growth shows.
            var failure: CInt = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: before.size + 1) { buffer, count in
                while count < buffer.count {
                    let more = systemRead(source, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                    if more < 0, errno == EINTR { continue }
                    if more < 0 { failure = errno }
                    guard more > 0 else { break }
                    count += more
                    if count == before.size { break }
                }
            }
            guard failure == 0 else { throw DiskFolder.fault("read", file.displayPath, failure) }
            var status = stat()
            if fstat(source, &status) == 0, DiskFolder.identity(status) == before, bytes.count == before.size {
                return bytes
            }
        }
        throw EnvironmentFault(
            path: file.displayPath, operation: "read", reason: "it keeps changing while it is read", number: EAGAIN)
    }

    func stream(
        _ file: FoundFile, _ chunk: (UnsafeRawBufferPointer) throws(EnvironmentFault) -> Void
    ) throws(EnvironmentFault) {
        let (source, _) = try openFile(file)
        defer { close(source) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = systemRead(source, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw DiskFolder.fault("read", file.displayPath) }
            guard count > 0 else { return }
            try chunk(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Opens the file that was found, or, where another one stands in its place by now, that one, safely.
    private func openFile(_ file: FoundFile) throws(EnvironmentFault) -> (descriptor: CInt, FileIdentity) {
        // Not blocking, lest a pipe that took the file's place hold the program.
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let direct = openat(descriptor, file.path, flags)
        if direct >= 0 {
            var status = stat()
            if fstat(direct, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                DiskFolder.identity(status).isSameFile(as: file.identity)
            {
                return (direct, DiskFolder.identity(status))
            }
            close(direct)
        }
        let safe = try openSegments(file.path, O_RDONLY | O_NONBLOCK, "read")
        var status = stat()
        guard fstat(safe, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(safe)
            throw EnvironmentFault(
                path: file.displayPath, operation: "read", reason: "it is no longer a regular file", number: EINVAL)
        }
        return (safe, DiskFolder.identity(status))
    }

    // MARK: Opening

    /// Opens a path below this folder one segment at a time, following no symbolic link.
    private func openSegments(_ path: String, _ flags: CInt, _ operation: String) throws(EnvironmentFault) -> CInt {
        guard !path.utf8.contains(0) else {
            throw EnvironmentFault(
                path: displayedAs, operation: operation, reason: "the path contains a NUL", number: EINVAL)
        }
        var current = openat(descriptor, ".", (path.isEmpty ? flags : O_RDONLY | O_DIRECTORY) | O_CLOEXEC)
        // Each segment ends with a NUL, so that it can be named by where it begins.
        let names = path.utf8CString.map { $0 == 0x2F ? 0 : $0 }
        var start = 0
        while start < names.count - 1, current >= 0 {
            let end = names[start...].firstIndex(of: 0) ?? names.count - 1
            let isLast = end == names.count - 1
            let next = names[start...end].withUnsafeBufferPointer { name in
                name.baseAddress.map {
                    openat(current, $0, (isLast ? flags : O_RDONLY | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC)
                } ?? -1
            }
            let failure = errno
            close(current)
            errno = failure
            current = next
            start = end + 1
        }
        guard current >= 0 else { throw DiskFolder.fault(operation, display(path)) }
        return current
    }

    private func display(_ path: String) -> String { FoundFile.display(path, below: displayedAs) }

    private static func fault(_ operation: String, _ path: String, _ number: CInt = errno) -> EnvironmentFault {
        EnvironmentFault(path: path, operation: operation, reason: Errno(rawValue: number).description, number: number)
    }
}

/// `read(2)`, which the class's own method hides.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
