import Bytes
import Diagnostics
import Platform

/// What an earlier build recorded about the output: its manifest, and the hints that belong to it.
struct Record: Sendable {
    var manifest = Manifest.empty
    /// Of the manifest's bytes.
    var hash = ContentHash(high: 0, low: 0)
    var hints = FileHints.none
    var memory: [UInt8]?
    var notices: [Diagnostic] = []
    /// Whether there is a cache that cannot be used: a damaged one, or that of another state of the output.
    var hasDiscardedMemory = false

    static let hintsName = "hints"
    /// In bytes; no written manifest is larger.
    private static let largest = 1 << 30

    init(of tree: OutputTree?, shown: String, work: WorkFolder) throws(WriteFault) {
        guard let tree else { return }
        let path = shown + "/" + OutputPath.manifestName
        let found = try WriteFault.naming("read", path) { () throws(Errno) in
            try Record.contents(of: OutputPath.manifestName, in: tree.root)
        }
        guard let bytes = found else { return }
        guard let manifest = Manifest(encoded: bytes) else {
            notices.append(
                Diagnostic(
                    .damagedManifest, "the record of what was written is damaged and was set aside", at: nil,
                    path: path,
                    hint: "files that differ from what would be written count as yours until you say --adopt"))
            return
        }
        self.manifest = manifest.indexed()
        hash = ContentHash(of: bytes)
        // Hints and memory are caches: they are ignored if anything is wrong with them.
        if let saved = try? Record.contents(of: Memory.name, in: work.folder) {
            memory = Memory.decoded(saved, manifest: hash)
            hasDiscardedMemory = memory == nil
        }
        guard let saved = try? Record.contents(of: Record.hintsName, in: work.folder) else { return }
        hints = FileHints(encoded: saved, manifest: hash, count: manifest.entries.count) ?? .none
    }

    private static func contents(of name: String, in folder: Disk.Descriptor) throws(Errno) -> [UInt8]? {
        do throws(Errno) {
            let file = try Disk.openFile(name, in: folder.number)
            let state = try Disk.state(of: file)
            return state.kind == .file && state.size <= largest ? try Disk.contents(of: file) : []
        } catch let error where error == .noSuchFileOrDirectory || error == .tooManySymbolicLinkLevels {
            return error == .noSuchFileOrDirectory ? nil : []
        }
    }
}
