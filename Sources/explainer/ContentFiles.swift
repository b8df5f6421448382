#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Changes of content files by commands. A failure prints a message and ends with exit code 3.
enum ContentFiles {
    /// Writes a new file and the folders above it. A file that exists is never overwritten.
    static func create(_ path: String, _ bytes: [UInt8]) throws(ExitStatus) {
        try makeFolders(folder(of: path))
        guard let file = fopen(path, "wx") else { throw refused(path) }
        let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
        let number = errno
        let isClosed = fclose(file) == 0
        guard isWhole, isClosed else {
            if isClosed { errno = number }
            let fault = refused(path)
            unlink(path)
            throw fault
        }
    }

    /// Gives a file or folder another name, which must be free.
    static func move(_ path: String, to new: String) throws(ExitStatus) {
        if exists(new) {
            errno = EEXIST
            throw refused(new)
        }
        try makeFolders(folder(of: new))
        guard rename(path, new) == 0 else { throw refused(path) }
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The bytes of a file that the command line names.
    static func read(_ path: String, limit: Int) throws(ExitStatus) -> [UInt8] {
        guard let file = fopen(path, "r") else { throw refused(path, "read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            if count == 0 { break }
            bytes += piece[..<count]
            if bytes.count > limit {
                Console.write("explainer: '\(path)' is larger than \(limit) bytes\n", to: .errors)
                throw .usage
            }
        }
        if ferror(file) != 0 { throw refused(path, "read") }
        return bytes
    }

    private static func makeFolders(_ path: String) throws(ExitStatus) {
        if path.isEmpty || exists(path) { return }
        let parent = folder(of: path)
        if parent != path { try makeFolders(parent) }
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw refused(path) }
    }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    private static func refused(_ path: String, _ action: String = "write") -> ExitStatus {
        Console.write("explainer: cannot \(action) '\(path)': \(String(cString: strerror(errno)))\n", to: .errors)
        return .environment
    }
}
