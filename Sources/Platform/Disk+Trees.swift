#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Disk {
    /// An entry of a folder.
    package struct Entry: Sendable {
        /// The name's bytes, which need not be UTF-8.
        package let name: [UInt8]
        /// Whether the listing marks it as a folder; some file systems mark no entry.
        package let isFolder: Bool
    }

    /// The entries of a folder in no order, without `.` and `..`.
    package static func entries(of folder: Descriptor) throws(Errno) -> [Entry] {
        // The listing closes its descriptor and moves its position: it gets one of its own.
        let own = try call { openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
        guard let listing = fdopendir(own) else {
            let error = Errno.last
            close(own)
            throw error
        }
        defer { closedir(listing) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    (0..<256).prefix { start[$0] != 0 }.map { start[$0] }
                }
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            entries.append(Entry(name: name, isFolder: Int32(entry.pointee.d_type) == Int32(DT_DIR)))
        }
        if errno != 0 { throw .last }
        return entries
    }

    /// The names in a folder in no order, without `.` and `..`.
    package static func names(in folder: Descriptor) throws(Errno) -> [String] {
        try entries(of: folder).map { String(decoding: $0.name, as: UTF8.self) }
    }

    /// Deletes everything in a folder, but not the folder.
    package static func emptyFolder(_ path: String, in folder: CInt) throws(Errno) {
        let opened: Descriptor
        do throws(Errno) {
            opened = try openFolder(path, in: folder)
        } catch let error where error == .notDirectory || error == .tooManySymbolicLinkLevels {
            return try remove(path, in: folder)
        }
        for name in try names(in: opened) { try removeTree(name, in: opened.number) }
    }

    /// Deletes a file or a folder with everything in it, without following links and without recursion. A missing one is
    /// no error.
    package static func removeTree(_ path: String, in folder: CInt) throws(Errno) {
        var paths = [path]
        while let path = paths.last {
            do throws(Errno) {
                try remove(path, in: folder)
                paths.removeLast()
            } catch .noSuchFileOrDirectory {
                paths.removeLast()
            } catch let error where error == .isDirectory || error == .notPermitted {
                if try removeFilesAndFolder(path, in: folder, &paths) { paths.removeLast() }
            }
        }
    }

    /// Deletes a folder's files and, if it had nothing else, the folder; otherwise adds its folders to the paths.
    private static func removeFilesAndFolder(_ path: String, in root: CInt, _ paths: inout [String]) throws(Errno)
        -> Bool
    {
        let folder = try openFolder(path, in: root)
        var isEmpty = true
        for name in try names(in: folder) {
            do throws(Errno) {
                try remove(name, in: folder.number)
            } catch let error where error == .isDirectory || error == .notPermitted {
                paths.append(path + "/" + name)
                isEmpty = false
            }
        }
        if isEmpty { try removeFolder(path, in: root) }
        return isEmpty
    }
}
