import Bytes
import Platform

/// What the last build of an output recorded, read without taking the lock or writing anything.
package struct LastBuild: Sendable {
    /// Of the files that it wrote, sorted by their bytes.
    package let paths: [String]
    /// What it stored with `WriteSession.remember(_:)`; nil if there is nothing, or it belongs to another output.
    package let memory: [UInt8]?

    /// Nil if there is no record, or it cannot be used.
    package init?(_ options: WriteOptions) {
        guard WriteSession.hasEarlierBuild(at: options.output), let output = try? OutputFolder(options),
            let bytes = try? Disk.contents(of: Disk.openFile(output.path + "/" + OutputPath.manifestName)),
            let manifest = Manifest(encoded: bytes)
        else { return nil }
        paths = manifest.paths
        let hash = ContentHash(of: bytes)
        memory =
            WorkFolder.places(for: output, options).lazy.compactMap { folder -> [UInt8]? in
                guard let saved = try? Disk.contents(of: Disk.openFile(folder + "/" + Memory.name)) else { return nil }
                return Memory.decoded(saved, manifest: hash)
            }.first
    }
}

extension WriteSession {
    /// The paths of the files that the last build wrote, sorted by their bytes.
    package var knownPaths: [String] { manifest.paths }
}

extension Manifest {
    fileprivate var paths: [String] {
        var paths: [String] = []
        paths.reserveCapacity(entries.count)
        for entry in entries where paths.last != entry.path.text { paths.append(entry.path.text) }
        return paths
    }
}
