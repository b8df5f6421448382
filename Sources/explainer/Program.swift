#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program itself, as a file.
enum Program {
    /// The program's file, links followed: what is installed is found from there.
    static var path: String? {
        #if os(Linux)
            return realPath("/proc/self/exe")
        #else
            var size: UInt32 = 4_096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return realPath(String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        #endif
    }

    /// The version, and which build of it: what another build of the program remembers is not used.
    static var fingerprint: String {
        var status = stat()
        guard let path, stat(path, &status) == 0 else { return Version.text }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return "\(Version.text) \(status.st_ino) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
    }

    /// An absolute path without links; nil where nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
