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

    /// Moves a name, replacing a file that has the new name, in one step.
    package static func rename(_ source: Place, over target: Place) throws(Errno) {
        _ = try call { renameat(source.folder, source.path, target.folder, target.path) }
    }

    /// Moves a name to a new one; throws `.fileExists` if something has it.
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

    /// Exchanges two names, of files or folders, in one step.
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

    /// A second name for a file.
    package static func link(_ source: Place, as target: Place) throws(Errno) {
        _ = try call { linkat(source.folder, source.path, target.folder, target.path, 0) }
    }

    /// Waits until everything that was written to the file system of a folder is on the disk.
    package static func flush(fileSystemOf folder: Descriptor) throws(Errno) {
        _ = try call { file_calls_flush(folder.number) }
    }

    private static func isUnsupported(_ error: Errno) -> Bool {
        error == .noFunction || error == .invalidArgument || error == .notSupported
            || error == .notSupportedOnSocket
    }
}
