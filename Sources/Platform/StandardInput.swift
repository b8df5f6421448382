#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The standard input of the process, read as it arrives.
package enum StandardInput {
    private static let file = Disk.Descriptor(STDIN_FILENO)

    /// The next bytes, at most 64 KiB: empty if none arrived for so many milliseconds, nil at the end of the input.
    package static func next(within milliseconds: Int) throws(Errno) -> [UInt8]? {
        var entry = pollfd(fd: file.number, events: Int16(POLLIN), revents: 0)
        let ready = try Disk.call { poll(&entry, 1, Int32(clamping: milliseconds)) }
        if ready == 0 { return [] }
        let bytes = try Disk.available(file)
        return bytes.isEmpty ? nil : bytes
    }
}
