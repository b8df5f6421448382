import Synchronization
import Platform

/// Holds a build's new files until the commit, on the output's file system.
///
/// Files for folders that the output already has are stored under numbers, those for new folders in a tree that is
/// moved as a whole. (Creating and removing a folder for every changed file would be the slowest part of a build.)
/// After the commit the stage has the replaced files and is emptied; its own folders stay for the next build.
final class Stage: Sendable {
    /// A file or folder in the stage.
    struct Item: Sendable {
        /// Relative to the stage's folder.
        let path: String
    }

    /// Numbered files are in several folders, so that cores do not wait for the lock of one folder.
    private static let folderCount = 8
    private static let tree = "tree"

    let folder: Disk.Descriptor
    private let next = Atomic<Int>(0)

    /// Deletes what a killed build left, and creates missing folders of the stage. Only under the lock.
    init(in work: Disk.Descriptor) throws(Errno) {
        try Stage.makeFolder("stage", in: work)
        folder = try Disk.openFolder("stage", in: work.number)
        try empty()
        try Stage.makeFolder(Stage.tree, in: folder)
        try Stage.makeFolder("trash", in: folder)
        for index in 0..<Stage.folderCount { try Stage.makeFolder(String(index), in: folder) }
    }

    /// The tree as a whole.
    var wholeTree: Item { Item(path: Stage.tree) }

    /// A file or folder of the tree.
    func inTree(_ path: OutputPath) -> Item { Item(path: Stage.tree + "/" + path.text) }

    /// A place for one file that is moved alone.
    func numbered() -> Item {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return Item(path: "\(number % Stage.folderCount)/\(number)")
    }

    /// A place for a file or folder that is removed.
    func trash() -> Item { Item(path: "trash/\(next.wrappingAdd(1, ordering: .relaxed).oldValue)") }

    /// Where an item is, for renaming.
    func place(_ item: Item) -> Disk.Place { Disk.Place(folder: folder.number, path: item.path) }

    /// Creates a file, and in the tree its parent folders.
    func createFile(_ item: Item) throws(Errno) -> Disk.Descriptor {
        // Most folders exist: they are created only after creating the file has failed.
        do throws(Errno) {
            return try Disk.createFile(item.path, in: folder.number)
        } catch .noSuchFileOrDirectory {
            try makeFolders(above: item.path)
            return try Disk.createFile(item.path, in: folder.number)
        }
    }

    func write(_ bytes: Span<UInt8>, to item: Item) throws(Errno) -> FileState {
        let file = try createFile(item)
        try Disk.writeAll(bytes, to: file)
        return try Disk.state(of: file)
    }

    func write(_ bytes: [UInt8], to item: Item) throws(Errno) {
        try Disk.writeAll(bytes, to: createFile(item))
    }

    /// Deletes everything in the stage, but not the folders that every stage has.
    ///
    /// If something cannot be deleted, the next build deletes it.
    func empty() throws(Errno) {
        for name in try Disk.names(in: folder) {
            switch name {
            case Stage.tree, "trash": try Disk.emptyFolder(name, in: folder.number)
            case _ where Int(name).map({ $0 < Stage.folderCount }) == true:
                try Disk.emptyFolder(name, in: folder.number)
            default: try Disk.removeTree(name, in: folder.number)
            }
        }
    }

    private func makeFolders(above path: String) throws(Errno) {
        let bytes = path.utf8
        for slash in bytes.indices.dropFirst() where bytes[slash] == UInt8(ascii: "/") {
            try Stage.makeFolder(String(path[..<slash]), in: folder)
        }
    }

    private static func makeFolder(_ name: String, in folder: Disk.Descriptor) throws(Errno) {
        do throws(Errno) { try Disk.makeFolder(name, in: folder.number) } catch .fileExists {}
    }
}
