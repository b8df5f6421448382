import Bytes

/// Which files of the output folder are ours, and what their bytes were when we wrote them.
///
/// It is in the output folder, so that it is copied and committed with it, and does not depend on the machine or the time.
/// Only a file whose path *and* hash it has is ever replaced or deleted.
struct Manifest: Sendable {
    /// One file we wrote. While a commit is under way a path may have several: what it was, and what it is to be.
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

    /// Where a path's first entry is; nil for a path that is not ours. Needs the index.
    func place(of path: OutputPath) -> Int? { places[path].map(Int.init) }

    /// Every entry of the path that the entry at a place has.
    func entries(from place: Int) -> ArraySlice<Entry> {
        var end = place + 1
        while end < entries.count, entries[end].path == entries[place].path { end += 1 }
        return entries[place..<end]
    }

    /// Whether a path has one entry only, as after a commit that ended.
    func isSettled(at place: Int) -> Bool {
        place + 1 >= entries.count || entries[place + 1].path != entries[place].path
    }

    /// Both manifests' entries: what a file may be while a commit is under way.
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
