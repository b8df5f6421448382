#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import SystemPackage

/// The system calls that this stage makes, each with the kernel's error as a typed one. Nothing follows a link at a
/// path's end; paths are relative to a folder's descriptor.
enum Disk {
    /// A descriptor that is closed when nobody holds it any more.
    final class Descriptor: Sendable {
        let number: Int32
        init(_ number: Int32) { self.number = number }
        deinit { close(number) }
    }

    static let workingFolder = AT_FDCWD

    /// Lets others work for a tenth of a millisecond.
    static func pause() { usleep(100) }

    static func openFolder(_ path: String, in folder: Int32 = workingFolder) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0) })
    }

    static func openFile(_ path: String, in folder: Int32 = workingFolder) throws(Errno) -> Descriptor {
        // Without O_NONBLOCK, opening a named pipe would wait for its writer.
        try Descriptor(call { openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0) })
    }

    static func createFile(_ path: String, in folder: Int32) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644) })
    }

    /// Opens a file to read and write, making it where it is missing, and leaves what it holds.
    static func openLock(_ path: String, in folder: Int32) throws(Errno) -> Descriptor {
        try Descriptor(call { openat(folder, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644) })
    }

    static func makeFolder(_ path: String, in folder: Int32) throws(Errno) {
        _ = try call { mkdirat(folder, path, 0o755) }
    }

    static func remove(_ path: String, in folder: Int32) throws(Errno) { _ = try call { unlinkat(folder, path, 0) } }

    static func removeFolder(_ path: String, in folder: Int32) throws(Errno) {
        _ = try call { unlinkat(folder, path, AT_REMOVEDIR) }
    }

    static func truncate(_ file: Descriptor) throws(Errno) { _ = try call { ftruncate(file.number, 0) } }

    /// Whether entries of a folder may be made and removed, by the permissions and the mount's.
    static func checkWritable(_ path: String, in folder: Int32) throws(Errno) {
        _ = try call { faccessat(folder, path, W_OK | X_OK, 0) }
    }

    static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Descriptor) throws(Errno) {
        var rest = bytes
        while let start = rest.baseAddress, rest.count > 0 {
            let count = try call { write(file.number, start, rest.count) }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
    }

    static func writeAll(_ bytes: [UInt8], to file: Descriptor) throws(Errno) {
        let result: Result<Void, Errno> = bytes.withUnsafeBytes { bytes in
            do throws(Errno) { return .success(try writeAll(bytes, to: file)) } catch { return .failure(error) }
        }
        try result.get()
    }

    /// A whole file's bytes.
    static func contents(of file: Descriptor) throws(Errno) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: try state(of: file).size + 1)
        var count = 0
        while true {
            let result: Result<Int, Errno> = bytes.withUnsafeMutableBytes { buffer in
                do throws(Errno) {
                    return .success(try readSome(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
                } catch { return .failure(error) }
            }
            let read = try result.get()
            if read == 0 { break }
            count += read
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// How many bytes were read; 0 at the end.
    static func readSome(_ file: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
        try call { read(file.number, buffer.baseAddress, buffer.count) }
    }

    static func compare(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Int {
        Int(memcmp(one, other, count))
    }

    /// Repeats a call that a signal cut short, and turns -1 into the error.
    static func call<Result: SignedInteger>(_ body: () -> Result) throws(Errno) -> Result {
        while true {
            let result = body()
            if result != -1 { return result }
            if errno != EINTR { throw Errno(rawValue: errno) }
        }
    }
}
