#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The system calls for files and folders, with typed errors. Nothing follows a link at a path's end;
/// paths are relative to a folder's descriptor.
package enum Disk {
    /// An open file or folder, closed with the last reference to it.
    package final class Descriptor: Sendable {
        package let number: CInt
        init(_ number: CInt) { self.number = number }
        deinit { close(number) }
    }

    /// The folder that the process runs in.
    package static let workingFolder = AT_FDCWD

    /// Lets other threads run for a tenth of a millisecond.
    package static func pause() { usleep(100) }

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

    /// Creates a file that must not exist.
    package static func createFile(_ path: String, in folder: CInt) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644) })
    }

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

    package static func truncate(_ file: Descriptor) throws(Errno) { _ = try call { ftruncate(file.number, 0) } }

    /// Checks permissions and mount options: whether entries of a folder may be created and removed.
    package static func checkWritable(_ path: String, in folder: CInt) throws(Errno) {
        _ = try call { faccessat(folder, path, W_OK | X_OK, 0) }
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
