import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Disk {
    /// The names in a folder, in no order, without `.` and `..`.
    static func names(in folder: Descriptor) throws(Errno) -> [String] {
        // The listing closes its descriptor, and moves its position: it gets one of its own.
        let own = try call { openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
        guard let listing = fdopendir(own) else {
            let error = Errno(rawValue: errno)
            close(own)
            throw error
        }
        defer { closedir(listing) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        if errno != 0 { throw Errno(rawValue: errno) }
        return names
    }

    /// Deletes all that a folder holds, and not the folder.
    static func emptyFolder(_ path: String, in folder: Int32) throws(Errno) {
        let opened: Descriptor
        do throws(Errno) {
            opened = try openFolder(path, in: folder)
        } catch let error where error == .notDirectory || error == .tooManySymbolicLinkLevels {
            return try remove(path, in: folder)
        }
        for name in try names(in: opened) { try removeTree(name, in: opened.number) }
    }

    /// Deletes a folder or file with all it holds, without following links and without recursion; nothing there is fine.
    static func removeTree(_ path: String, in folder: Int32) throws(Errno) {
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

    /// Deletes a folder's files and, where it had nothing else, the folder; otherwise adds its folders to the paths.
    private static func removeFilesAndFolder(_ path: String, in root: Int32, _ paths: inout [String]) throws(Errno)
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
