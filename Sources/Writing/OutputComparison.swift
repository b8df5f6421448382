import Bytes
import Platform

/// How an output folder differs from a clean build of the same site. Paths are relative to it and sorted by their
/// bytes.
package struct OutputComparison: Sendable {
    /// The number of equal files.
    package var same = 0
    /// Files of the clean build that the output lacks.
    package var missing: [String] = []
    /// Files with different bytes.
    package var different: [String] = []
    /// Files that an earlier build wrote and a clean one would not.
    package var leftOver: [String] = []

    /// Compares an output folder with a fresh build. Reads every byte and does not rely on manifests.
    package init(of output: String, withClean clean: String) throws(WriteFault) {
        let wanted = try OutputComparison.manifest(of: clean)
        let tree = OutputTree(
            try WriteFault.naming("read", output) { () throws(Errno) in try Disk.openFolder(output) })
        for entry in wanted.entries {
            let found = try WriteFault.naming("read", output + "/" + entry.path.text) { () throws(Errno) in
                try tree.state(of: entry.path)?.kind == .file ? try tree.contentHash(of: entry.path)?.hash : nil
            }
            switch found {
            case entry.hash?: same += 1
            case nil: missing.append(entry.path.text)
            case _?: different.append(entry.path.text)
            }
        }
        let paths = Set(wanted.entries.map(\.path))
        for entry in try OutputComparison.manifest(of: output).entries where !paths.contains(entry.path) {
            let isThere = try WriteFault.naming("read", output + "/" + entry.path.text) { () throws(Errno) in
                try tree.state(of: entry.path) != nil
            }
            if isThere { leftOver.append(entry.path.text) }
        }
    }

    /// A folder's manifest; an empty one if there is none or it cannot be read.
    private static func manifest(of output: String) throws(WriteFault) -> Manifest {
        let path = output + "/" + OutputPath.manifestName
        let bytes = try WriteFault.naming("read", path) { () throws(Errno) -> [UInt8] in
            guard try Disk.stateIfPresent(of: path)?.kind == .file else { return [] }
            return try Disk.contents(of: Disk.openFile(path))
        }
        return Manifest(encoded: bytes) ?? .empty
    }
}
