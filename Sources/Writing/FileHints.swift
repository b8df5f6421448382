/// What the kernel said of each of our files after the last build, so that a file it says the same of need not be read.
///
/// Machine-local and of no other use: kept in the work folder, bound to one manifest by its hash, dropped on any doubt.
struct FileHints: Sendable {
    /// One file's state; all zero where there is no hint.
    struct Hint: Sendable, Equatable {
        var inode: UInt64 = 0
        var size = 0
        var modified = 0
        var changed = 0

        init() {}

        init(_ state: FileState) {
            inode = state.inode
            size = state.size
            modified = state.modified
            changed = state.changed
        }
    }

    /// In the order of the manifest's entries; empty where nothing is known.
    var hints: [Hint]

    static let none = FileHints(hints: [])

    /// Whether a file is untouched since the hint was taken.
    func vouches(for state: FileState, at place: Int) -> Bool {
        guard place < hints.count else { return false }
        let hint = hints[place]
        return hint.changed != 0 && hint == Hint(state)
    }

    /// Forgets hints taken so soon after the file's last change that a further change could bear the same time.
    ///
    /// - Parameter now: the file system's own clock, in nanoseconds: the change time of a file just written there.
    mutating func forgetRecent(now: Int) {
        for index in hints.indices where !FileHints.isOld(hints[index], now: now) { hints[index] = Hint() }
    }

    private static func isOld(_ hint: Hint, now: Int) -> Bool {
        max(hint.modified, hint.changed) < now - FileClock.tick(of: hint.changed)
    }
}

/// The clock that a file's times are taken from.
package enum FileClock {
    /// How far apart two changes must be to bear different times for certain, in nanoseconds: clocks of file systems tick
    /// every 1–10 ms; where the times are whole seconds, every 1–2 s.
    ///
    /// - Parameter time: a file's time, in nanoseconds since 1970.
    package static func tick(of time: Int) -> Int { time % 1_000_000_000 == 0 ? 2_000_000_000 : 100_000_000 }
}

extension FileHints {
    private static let mark: UInt64 = 0x3130_544E_4948_5845

    /// The file's bytes: a mark, the manifest's hash, the hints in the machine's own byte order, the hash of all that.
    func encoded(manifest: ContentHash) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hints.count * MemoryLayout<Hint>.stride + 64)
        for word in [FileHints.mark, manifest.high, manifest.low] { FileHints.append(word, to: &bytes) }
        hints.withUnsafeBytes { bytes.append(contentsOf: $0) }
        let hash = ContentHash(of: bytes)
        for word in [hash.high, hash.low] { FileHints.append(word, to: &bytes) }
        return bytes
    }

    /// Reads hints; nil unless they are whole and belong to this manifest.
    init?(encoded bytes: UnsafeRawBufferPointer, manifest: ContentHash, count: Int) {
        let length = count * MemoryLayout<Hint>.stride
        guard bytes.count == 24 + length + 16, bytes.word(0) == UInt64(littleEndian: FileHints.mark),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == manifest.high,
            bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == manifest.low
        else { return nil }
        let hash = ContentHash(of: UnsafeRawBufferPointer(rebasing: bytes[..<(24 + length)]))
        guard bytes.loadUnaligned(fromByteOffset: 24 + length, as: UInt64.self) == hash.high,
            bytes.loadUnaligned(fromByteOffset: 32 + length, as: UInt64.self) == hash.low
        else { return nil }
        hints = (0..<count).map {
            bytes.loadUnaligned(fromByteOffset: 24 + $0 * MemoryLayout<Hint>.stride, as: Hint.self)
        }
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
    }
}
