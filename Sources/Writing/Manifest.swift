import Bytes

/// The files of the output folder that this program wrote, with the hashes of their bytes.
///
/// It is in the output folder, so that it is copied and committed with it, and does not depend on the machine or the
/// time. Only a file whose path *and* hash it lists is replaced or deleted.
struct Manifest: Sendable {
    /// A file that was written. During a commit a path may have two entries: the old state and the new one.
    struct Entry: Sendable, Equatable {
        let path: OutputPath
        let hash: ContentHash
        /// Bytes.
        let size: Int
    }

    /// Sorted by the bytes of the path, then by hash; no two are equal.
    let entries: [Entry]
    /// The place of each path's first entry; only of a manifest that was read.
    private var places: [OutputPath: Int32] = [:]

    static let empty = Manifest(sorted: [])

    /// - Parameter entries: sorted as `Entry.precedes` says, without repeats.
    init(sorted entries: [Entry]) { self.entries = entries }

    /// The manifest with an index, so that paths can be looked up.
    func indexed() -> Manifest {
        var result = self
        result.places.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() where index == 0 || entries[index - 1].path != entry.path {
            result.places[entry.path] = Int32(index)
        }
        return result
    }

    /// The position of a path's first entry; nil if there is none. Needs the index.
    func place(of path: OutputPath) -> Int? { places[path].map(Int.init) }

    /// All entries with the path of the entry at a position.
    func entries(from place: Int) -> ArraySlice<Entry> {
        var end = place + 1
        while end < entries.count, entries[end].path == entries[place].path { end += 1 }
        return entries[place..<end]
    }

    /// Whether every path has one entry, as after a complete commit.
    func isSettled(at place: Int) -> Bool {
        place + 1 >= entries.count || entries[place + 1].path != entries[place].path
    }

    /// The entries of both manifests: the states that a file may have during a commit.
    func union(_ other: Manifest) -> Manifest {
        var result: [Entry] = []
        result.reserveCapacity(max(entries.count, other.entries.count))
        var left = entries[...]
        var right = other.entries[...]
        while let one = left.first, let two = right.first {
            if Entry.precedes(one, two) {
                result.append(one)
                left.removeFirst()
            } else {
                result.append(two)
                right.removeFirst()
                if one == two { left.removeFirst() }
            }
        }
        return Manifest(sorted: result + left + right)
    }
}

extension Manifest.Entry {
    static func precedes(_ left: Self, _ right: Self) -> Bool {
        if left.path == right.path { return (left.hash, left.size) < (right.hash, right.size) }
        return left.path < right.path
    }
}
