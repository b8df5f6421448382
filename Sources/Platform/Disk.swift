import CPlatform

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

import Synchronization

/// The system calls for files and folders, with typed errors. Nothing follows a link at a path's end;
/// paths are relative to a folder's descriptor.
package enum Disk {
    /// An open file or folder, closed with the last reference to it.
    package final class Descriptor: Sendable {
        package let number: CInt
        private let isClosed = Atomic<Bool>(false)

        init(_ number: CInt) { self.number = number }

        deinit { if !isClosed.load(ordering: .relaxed) { _ = systemClose(number) } }

        /// Closes a file that was written: on a network file system or with a quota, some writes fail only now.
        package func close() throws(Errno) {
            if isClosed.exchange(true, ordering: .relaxed) { return }
            // After EINTR the number is free again: a second call could close a file of another thread.
            if systemClose(number) != 0, Errno.last != .interrupted { throw .last }
        }
    }

    /// The folder that the process runs in.
    package static let workingFolder = AT_FDCWD

    /// Lets other threads run for a tenth of a millisecond.
    package static func pause() { usleep(100) }

    package static func pause(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

    /// - Parameter followsLink: whether the path may end in a link to a folder.
    package static func openFolder(
        _ path: String, in folder: CInt = workingFolder, followsLink: Bool = false
    ) throws(Errno) -> Descriptor {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
        return try Descriptor(call { openat(folder, path, flags, 0) })
    }

    package static func openFile(_ path: String, in folder: CInt = workingFolder) throws(Errno) -> Descriptor {
        // Without O_NONBLOCK, opening a named pipe would wait for its writer.
        try Descriptor(call { openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0) })
    }

    /// Opens the folder of a path below another one segment by segment, so that no link is followed.
    package static func openFolder(_ path: Substring, below root: Descriptor) throws(Errno) -> Descriptor {
        var folder = root
        for segment in path.split(separator: "/") { folder = try openFolder(String(segment), in: folder.number) }
        return folder
    }

    /// Opens a file below a folder segment by segment, so that no link is followed.
    package static func openFile(_ path: String, below root: Descriptor) throws(Errno) -> Descriptor {
        let place = try Disk.place(of: path, below: root)
        return try openFile(place.name, in: place.folder.number)
    }

    /// The folder of a path below another one, opened without following links, and the path's last segment.
    package static func place(
        of path: String, below root: Descriptor
    ) throws(Errno) -> (folder: Descriptor, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (root, path) }
        return (try openFolder(path[..<slash], below: root), String(path[path.utf8.index(after: slash)...]))
    }

    /// Creates a file that must not exist.
    package static func createFile(_ path: String, in folder: CInt) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644) })
    }

    /// Opens a file to read it and to change its bytes in place.
    package static func openToChange(_ path: String, in folder: CInt) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0) })
    }

    /// Checks whether the bytes of a file may be changed.
    package static func checkChangeable(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { faccessat(folder, path, W_OK, 0) }
    }

    /// Sets a file's owner, group and permissions to those of another file; throws if the process may not.
    package static func setOwner(of file: Descriptor, as state: FileState) throws(Errno) {
        _ = try call { fchown(file.number, state.owner, state.group) }
        _ = try call { fchmod(file.number, state.permissions) }
    }

    /// Sets the position of a file to its start.
    package static func rewind(_ file: Descriptor) throws(Errno) { _ = try call { lseek(file.number, 0, SEEK_SET) } }

    /// Opens a file to read and write, creating it if it is missing; its contents stay.
    package static func openLock(_ path: String, in folder: CInt) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644) })
    }

    /// Takes the lock of an open file; throws `.wouldBlock` if another process has it and this one does not wait.
    package static func lock(_ file: Descriptor, waits: Bool) throws(Errno) {
        _ = try call { flock(file.number, waits ? LOCK_EX : LOCK_EX | LOCK_NB) }
    }

    package static func unlock(_ file: Descriptor) { flock(file.number, LOCK_UN) }

    package static func makeFolder(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { mkdirat(folder, path, 0o755) }
    }

    /// Creates an empty folder whose path begins with a prefix, and returns the path.
    package static func makeScratchFolder(_ start: String) throws(Errno) -> String {
        var path = Array((start + "XXXXXX").utf8CString)
        if mkdtemp(&path) == nil { throw .last }
        return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    package static func remove(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { unlinkat(folder, path, 0) }
    }

    package static func removeFolder(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { unlinkat(folder, path, AT_REMOVEDIR) }
    }

    package static func truncate(_ file: Descriptor, to size: Int = 0) throws(Errno) {
        _ = try call { ftruncate(file.number, off_t(size)) }
    }

    /// Checks permissions and mount options: whether entries of a folder may be created and removed.
    package static func checkWritable(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { faccessat(folder, path, W_OK | X_OK, 0) }
    }

    /// Sets the time of a file's last change. No link is followed.
    ///
    /// - Parameter time: in seconds since 1970.
    package static func setModified(_ path: String, in folder: CInt, to time: Int) throws(Errno) {
        let stamp = timespec(tv_sec: time, tv_nsec: 0)
        _ = try call { utimensat(folder, path, [stamp, stamp], AT_SYMLINK_NOFOLLOW) }
    }

    /// Whether a path leads to a file, perhaps by links, that this process may execute.
    package static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// Starts a program of PATH with one argument, without its output, and does not wait for it. Returns whether it runs.
    @discardableResult
    package static func start(_ program: String, argument: String) -> Bool {
        file_calls_start(program, argument) == 0
    }

    package static var processID: CInt { getpid() }

    package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Repeats a call that a signal interrupted; throws the error if it returns -1.
    static func call<Result: SignedInteger>(_ body: () -> Result) throws(Errno) -> Result {
        while true {
            let result = body()
            if result != -1 { return result }
            if errno != EINTR { throw .last }
        }
    }
}

/// `close(2)`: inside `Descriptor`, that name is its own method.
private func systemClose(_ descriptor: CInt) -> CInt { close(descriptor) }
