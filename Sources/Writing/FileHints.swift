import Bytes
import Platform

/// The state of each written file after the last build: a file in the same state does not have to be read.
///
/// A cache of this machine in the work folder, bound to one manifest by its hash, and ignored if anything is wrong with
/// it.
struct FileHints: Sendable {
    /// One file's state; all zero if there is no hint.
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

    /// In the order of the manifest's entries; empty without hints.
    var hints: [Hint]

    static let none = FileHints(hints: [])

    /// Whether a file is unchanged since the hint was taken.
    func vouches(for state: FileState, at place: Int) -> Bool {
        guard place < hints.count else { return false }
        let hint = hints[place]
        return hint.changed != 0 && hint == Hint(state)
    }

    /// Drops hints that were taken so soon after the file's last change that a later change could have the same time.
    ///
    /// - Parameter now: the file system's own clock, in nanoseconds: the change time of a file just written there.
    mutating func forgetRecent(now: Int) {
        for index in hints.indices where !FileHints.isOld(hints[index], now: now) { hints[index] = Hint() }
    }

    private static func isOld(_ hint: Hint, now: Int) -> Bool {
        max(hint.modified, hint.changed) < now - FileClock.tick(of: hint.changed)
    }
}

/// The clock of a file's times.
package enum FileClock {
    /// How far apart two changes must be to have different times for certain, in nanoseconds: clocks of file systems
    /// tick every 1–10 ms; where the times are whole seconds, every 1–2 s.
    ///
    /// - Parameter time: a file's time, in nanoseconds since 1970.
    package static func tick(of time: Int) -> Int { time % 1_000_000_000 == 0 ? 2_000_000_000 : 100_000_000 }
}

extension FileHints {
    /// The format's name and version: "EXHINT02".
    private static let mark: UInt64 = 0x3230_544E_4948_5845
    /// Bytes before the hints, of a hint, and of the hash at the end.
    private static let (headLength, hintLength, tailLength) = (24, 32, 16)

    /// The file's bytes, words in little-endian order: a magic number, the manifest's hash, the hints, and the hash of
    /// everything before it.
    func encoded(manifest: ContentHash) -> [UInt8] {
        var file = ByteBuffer(capacity: hints.count * FileHints.hintLength + 64)
        for word in [FileHints.mark, manifest.high, manifest.low] { file.append(word: word) }
        for hint in hints {
            file.append(word: hint.inode)
            file.append(word: UInt64(bitPattern: Int64(hint.size)))
            file.append(word: UInt64(bitPattern: Int64(hint.modified)))
            file.append(word: UInt64(bitPattern: Int64(hint.changed)))
        }
        let hash = file.withSpan { ContentHash(of: $0) }
        for word in [hash.high, hash.low] { file.append(word: word) }
        return file.bytes
    }

    /// Reads hints; nil unless they are whole and belong to this manifest.
    init?(encoded file: [UInt8], manifest: ContentHash, count: Int) {
        let bytes = file.span
        let end = FileHints.headLength + count * FileHints.hintLength
        guard bytes.count == end + FileHints.tailLength, bytes.word(0) == FileHints.mark,
            ContentHash(high: bytes.word(8), low: bytes.word(16)) == manifest,
            ContentHash(high: bytes.word(end), low: bytes.word(end + 8)) == ContentHash(of: bytes.extracting(0..<end))
        else { return nil }
        hints = []
        hints.reserveCapacity(count)
        for place in stride(from: FileHints.headLength, to: end, by: FileHints.hintLength) {
            var hint = Hint()
            hint.inode = bytes.word(place)
            hint.size = Int(truncatingIfNeeded: bytes.word(place + 8))
            hint.modified = Int(truncatingIfNeeded: bytes.word(place + 16))
            hint.changed = Int(truncatingIfNeeded: bytes.word(place + 24))
            hints.append(hint)
        }
    }
}
