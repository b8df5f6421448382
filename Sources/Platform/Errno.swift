import CPlatform

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An error number of the system: what a call left in `errno`.
package struct Errno: Error, Hashable, Sendable {
    /// The number, positive: `ENOENT` is 2 on Linux.
    package let rawValue: CInt

    package init(rawValue: CInt) { self.rawValue = rawValue }

    package static let accessDenied = Errno(rawValue: EACCES)
    package static let addressInUse = Errno(rawValue: EADDRINUSE)
    package static let canceled = Errno(rawValue: ECANCELED)
    package static let crossesDevices = Errno(rawValue: EXDEV)
    package static let directoryNotEmpty = Errno(rawValue: ENOTEMPTY)
    package static let fileExists = Errno(rawValue: EEXIST)
    package static let fileTooLarge = Errno(rawValue: EFBIG)
    package static let interrupted = Errno(rawValue: EINTR)
    package static let invalidArgument = Errno(rawValue: EINVAL)
    package static let isDirectory = Errno(rawValue: EISDIR)
    package static let noFunction = Errno(rawValue: ENOSYS)
    package static let noSpace = Errno(rawValue: ENOSPC)
    package static let noSuchFileOrDirectory = Errno(rawValue: ENOENT)
    package static let notDirectory = Errno(rawValue: ENOTDIR)
    package static let notPermitted = Errno(rawValue: EPERM)
    package static let notSupported = Errno(rawValue: ENOTSUP)
    package static let notSupportedOnSocket = Errno(rawValue: EOPNOTSUPP)
    package static let readOnlyFileSystem = Errno(rawValue: EROFS)
    package static let resourceBusy = Errno(rawValue: EBUSY)
    package static let tooManyLinks = Errno(rawValue: EMLINK)
    package static let tooManyOpenFiles = Errno(rawValue: EMFILE)
    package static let tooManyOpenFilesInSystem = Errno(rawValue: ENFILE)
    package static let tooManySymbolicLinkLevels = Errno(rawValue: ELOOP)
    package static let tryAgain = Errno(rawValue: EAGAIN)
    package static let wouldBlock = Errno(rawValue: EWOULDBLOCK)

    /// The error of the last call of this thread that failed.
    static var last: Errno { Errno(rawValue: errno) }
}

extension Errno: CustomStringConvertible {
    /// The system's text: "No space left on device".
    package var description: String {
        var text = [CChar](repeating: 0, count: 256)
        system_error_text(rawValue, &text, text.count)
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The system's text and, if the process has too many files open, how many it may have.
    package var explanation: String {
        guard self == .tooManyOpenFiles || self == .tooManyOpenFilesInSystem, let limit = Disk.openFileLimit else {
            return description
        }
        return "\(description) (the limit is \(limit); see ulimit -n)"
    }
}
