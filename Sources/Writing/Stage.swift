import SystemPackage

/// Where a build's new files wait, on the output's file system: a tree laid out like the output.
///
/// After the commit it holds what they replaced, and is deleted.
struct Stage: Sendable {
    static let name = "stage"

    private let work: Disk.Descriptor
    let folder: Disk.Descriptor
    /// The tree, as the output will have it.
    let site: Disk.Descriptor

    /// Sweeps what a killed build left, and makes an empty stage. Only under the lock.
    init(in work: Disk.Descriptor) throws(Errno) {
        self.work = work
        try Disk.removeTree(Stage.name, in: work.number)
        try Disk.makeFolder(Stage.name, in: work.number)
        folder = try Disk.openFolder(Stage.name, in: work.number)
        try Disk.makeFolder("site", in: folder.number)
        site = try Disk.openFolder("site", in: folder.number)
    }

    /// Makes a file of the tree, and the folders it needs.
    func createFile(_ path: OutputPath) throws(Errno) -> Disk.Descriptor {
        // Most folders are there already: they are made when a file is refused for want of one.
        do throws(Errno) {
            return try Disk.createFile(path.text, in: site.number)
        } catch .noSuchFileOrDirectory {
            try makeFolders(path.folder)
            return try Disk.createFile(path.text, in: site.number)
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws(Errno) -> FileState {
        let file = try createFile(path)
        try Disk.writeAll(bytes, to: file)
        return try Disk.state(of: file)
    }

    /// Writes a manifest beside the tree, from where it is put in place.
    func writeManifest(_ bytes: [UInt8]) throws(Errno) {
        try Disk.writeAll(bytes, to: Disk.createFile(OutputPath.manifestName, in: folder.number))
    }

    private func makeFolders(_ path: Substring) throws(Errno) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
            do throws(Errno) {
                try Disk.makeFolder(String(path[..<end]), in: site.number)
            } catch .fileExists {}
        }
    }

    /// Deletes the stage with all it holds. What cannot be deleted is left to the next build's sweep.
    func remove() { try? Disk.removeTree(Stage.name, in: work.number) }
}
