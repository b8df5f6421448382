import CPlatform
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Disk {
    /// A name in a folder.
    struct Place {
        let folder: Int32
        let path: String
    }

    /// Moves, replacing a file that is there; in one step for whoever looks.
    static func rename(_ source: Place, over target: Place) throws(Errno) {
        _ = try call { renameat(source.folder, source.path, target.folder, target.path) }
    }

    /// Moves where nothing is yet; `.fileExists` where something is.
    static func rename(_ source: Place, to target: Place) throws(Errno) {
        do throws(Errno) {
            _ = try call {
                file_calls_rename_exclusively(source.folder, source.path, target.folder, target.path)
            }
        } catch let error where isUnsupported(error) {
            if try stateIfPresent(of: target.path, in: target.folder) != nil { throw .fileExists }
            try rename(source, over: target)
        }
    }

    /// Lets two names change places, files or folders, in one step for whoever looks.
    ///
    /// - Returns: false where the file system cannot; nothing has happened then.
    static func exchange(_ one: Place, _ other: Place) throws(Errno) -> Bool {
        do throws(Errno) {
            _ = try call { file_calls_exchange(one.folder, one.path, other.folder, other.path) }
            return true
        } catch let error where isUnsupported(error) {
            return false
        }
    }

    /// A second name for a file.
    static func link(_ source: Place, as target: Place) throws(Errno) {
        _ = try call { linkat(source.folder, source.path, target.folder, target.path, 0) }
    }

    /// Waits until the disk has everything that was written to the file system a folder is on.
    static func flush(fileSystemOf folder: Descriptor) throws(Errno) {
        _ = try call { file_calls_flush(folder.number) }
    }

    private static func isUnsupported(_ error: Errno) -> Bool {
        error == .noFunction || error == .invalidArgument || error == .notSupported
            || error == .notSupportedOnSocket
    }
}
