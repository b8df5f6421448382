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

    /// Marks a folder that this program made: only then is what a killed build left in it deleted.
    private static let mark = ".explainer-stage"

    /// Deletes what a killed build left, and creates missing folders of the stage. Only under the lock.
    ///
    /// - Parameters:
    ///   - name: the stage's name in a folder.
    ///   - shown: that folder, for messages.
    init(_ name: String, in parent: Disk.Descriptor, shown: String) throws(WriteFault) {
        func naming<Value>(_ body: () throws(Errno) -> Value) throws(WriteFault) -> Value {
            try WriteFault.naming("write in", shown, body)
        }
        let folder = try naming { () throws(Errno) in
            try Stage.makeFolder(name, in: parent)
            return try Disk.openFolder(name, in: parent.number)
        }
        guard try naming({ () throws(Errno) in try Stage.isOurs(folder) }) else {
            throw .environment(
                path: shown + "/" + name, operation: "use", reason: "it has files that explainer did not write",
                hint: "move them away, or delete the folder if you do not need it")
        }
        self.folder = folder
        try naming { () throws(Errno) in
            if try Disk.stateIfPresent(of: Stage.mark, in: folder.number) == nil {
                try Disk.createFile(Stage.mark, in: folder.number).close()
            }
            try empty()
            try Stage.makeFolder(Stage.tree, in: folder)
            try Stage.makeFolder("trash", in: folder)
            for index in 0..<Stage.folderCount { try Stage.makeFolder(String(index), in: folder) }
        }
    }

    /// Whether a folder has the mark, or nothing but empty folders.
    private static func isOurs(_ folder: Disk.Descriptor) throws(Errno) -> Bool {
        let names = try Disk.names(in: folder)
        if names.contains(mark) { return true }
        for name in names {
            guard try Disk.state(of: name, in: folder.number).kind == .folder,
                try Disk.names(in: Disk.openFolder(name, in: folder.number)).isEmpty
            else { return false }
        }
        return true
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
        let state = try Disk.state(of: file)
        try file.close()
        return state
    }

    func write(_ bytes: [UInt8], to item: Item) throws(Errno) { _ = try write(bytes.span, to: item) }

    /// Deletes everything in the stage, but not the folders that every stage has.
    ///
    /// If something cannot be deleted, the next build deletes it.
    func empty() throws(Errno) {
        for name in try Disk.names(in: folder) {
            switch name {
            case Stage.mark: continue
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
