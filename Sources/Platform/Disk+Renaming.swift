import CPlatform

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Disk {
    /// A name in a folder.
    package struct Place {
        package let folder: CInt
        package let path: String

        package init(folder: CInt, path: String) {
            self.folder = folder
            self.path = path
        }
    }

    /// Renames a file atomically, and replaces a file that has the new name.
    package static func rename(_ source: Place, over target: Place) throws(Errno) {
        _ = try call { renameat(source.folder, source.path, target.folder, target.path) }
    }

    /// Renames a file or folder; throws `.fileExists` if the new name is taken.
    package static func rename(_ source: Place, to target: Place) throws(Errno) {
        do throws(Errno) {
            _ = try call {
                file_calls_rename_exclusively(source.folder, source.path, target.folder, target.path)
            }
        } catch let error where isUnsupported(error) {
            if try stateIfPresent(of: target.path, in: target.folder) != nil { throw .fileExists }
            try rename(source, over: target)
        }
    }

    /// Exchanges the names of two files or folders atomically.
    ///
    /// - Returns: false if the file system cannot; nothing has changed then.
    package static func exchange(_ one: Place, _ other: Place) throws(Errno) -> Bool {
        do throws(Errno) {
            _ = try call { file_calls_exchange(one.folder, one.path, other.folder, other.path) }
            return true
        } catch let error where isUnsupported(error) {
            return false
        }
    }

    /// Makes a hard link.
    package static func link(_ source: Place, as target: Place) throws(Errno) {
        _ = try call { linkat(source.folder, source.path, target.folder, target.path, 0) }
    }

    /// Waits until all written data of the file system that a folder is on has reached the disk.
    package static func flush(fileSystemOf folder: Descriptor) throws(Errno) {
        _ = try call { file_calls_flush(folder.number) }
    }

    private static func isUnsupported(_ error: Errno) -> Bool {
        error == .noFunction || error == .invalidArgument || error == .notSupported
            || error == .notSupportedOnSocket
    }
}
