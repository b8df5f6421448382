import Bytes
import Synchronization

/// A file of the site, as it was added.
struct Added: Sendable {
    enum Action: Sendable {
        /// The output already has it.
        case keep
        /// The path has no file of this program; the new file is in the stage.
        case create
        /// The new file is in the stage and replaces a file of this program, or one that is adopted.
        case replace
    }

    let path: OutputPath
    /// Where the path's first entry in the manifest is; -1 for a path that is new.
    let place: Int
    let hash: ContentHash
    /// Bytes.
    let size: Int
    let action: Action
    /// Its place in the stage, if it has one.
    let item: Stage.Item?
    var hint: FileHints.Hint
    /// The file that it replaces.
    var seen: Seen? = nil

    var entry: Manifest.Entry { Manifest.Entry(path: path, hash: hash, size: size) }
}

/// A part of the added files, with a lock of its own.
final class Shard: Sendable {
    struct Content {
        /// Paths that were added or are being added and that the manifest does not have.
        var claimed: Set<OutputPath> = []
        /// Of the manifest's places that fall to this shard, those that were added or are being added.
        var claimedPlaces: [Bool]
        var added: [Added] = []
        var conflicts: [WriteConflict] = []
        /// Paths that cannot be staged together with paths that were added before.
        var clashed: [OutputPath] = []
        /// Set if an add failed for another reason than a conflict: the site is incomplete.
        var fault: WriteFault?

        /// Claims a path; false if it was claimed before.
        mutating func claim(_ path: OutputPath, at place: Int) -> Bool {
            guard place >= 0 else { return claimed.insert(path).inserted }
            let index = place / Shard.count
            if claimedPlaces[index] { return false }
            claimedPlaces[index] = true
            return true
        }
    }

    /// How many shards a session has.
    static let count = 16

    private let content: Mutex<Content>

    /// - Parameter places: how many places the manifest has.
    init(places: Int) {
        content = Mutex(Content(claimedPlaces: [Bool](repeating: false, count: places / Shard.count + 1)))
    }

    func withLock<Result: Sendable>(_ body: (inout sending Content) -> sending Result) -> Result {
        content.withLock(body)
    }
}
