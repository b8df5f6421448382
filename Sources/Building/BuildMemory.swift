import Model
import Reading
import Writing

/// What a build leaves for the next one to compare its input with: which files it read, in which state, and for each
/// event a fingerprint of everything that its pages were made from.
///
/// It only spares work. The output must carry the very manifest that was written with it, and whoever reads it must be
/// the same program with the same settings; else everything is made anew.
struct BuildMemory {
    /// A file that was read, of the content or of a theme.
    struct Source {
        /// As messages show it.
        let path: String
        let identity: FileIdentity
        /// Nil for a file that is copied as it is: then its identity alone counts.
        let hash: ContentHash?
        /// Whether the file was last changed long enough before the build that an equal identity means equal bytes.
        let isSettled: Bool
    }

    /// Of the program and its settings.
    var settings: ContentHash
    /// Whether the build had nothing to report and left nothing out, so that there is nothing to say again.
    var isPlain: Bool
    var documents: Int
    var unsearchable: Int
    var sources: [Source]
    /// Fingerprints of events by their folders, sorted.
    var events: [(folder: String, key: ContentHash)]

    /// The fingerprint of each event, by its folder.
    var keys: [String: ContentHash] {
        Dictionary(events.map { ($0.folder, $0.key) }, uniquingKeysWith: { one, _ in one })
    }
}

extension BuildMemory {
    /// Bytes that `init(encoded:)` reads again.
    func encoded() -> [UInt8] {
        var writer = MemoryWriter()
        writer.hash(settings)
        writer.number(isPlain ? 1 : 0)
        writer.number(documents)
        writer.number(unsearchable)
        writer.number(sources.count)
        for source in sources {
            writer.text(source.path)
            writer.number(Int(bitPattern: UInt(source.identity.device)))
            writer.number(Int(bitPattern: UInt(source.identity.inode)))
            writer.number(source.identity.size)
            writer.number(Int(source.identity.changed))
            writer.number((source.hash == nil ? 0 : 1) + (source.isSettled ? 2 : 0))
            if let hash = source.hash { writer.hash(hash) }
        }
        writer.number(events.count)
        for event in events {
            writer.text(event.folder)
            writer.hash(event.key)
        }
        return writer.bytes
    }

    /// Reads what was left; nil where it is not whole.
    init?(encoded bytes: [UInt8]) {
        var reader = MemoryReader(bytes: bytes)
        guard let settings = reader.hash(), let plain = reader.number(), let documents = reader.number(),
            let unsearchable = reader.number(), let count = reader.number(), count >= 0, count <= bytes.count
        else { return nil }
        var sources: [Source] = []
        sources.reserveCapacity(count)
        for _ in 0..<count {
            guard let path = reader.text(), let device = reader.number(), let inode = reader.number(),
                let size = reader.number(), let changed = reader.number(), let flags = reader.number()
            else { return nil }
            var hash: ContentHash?
            if flags & 1 != 0 {
                hash = reader.hash()
                if hash == nil { return nil }
            }
            let identity = FileIdentity(
                device: UInt64(UInt(bitPattern: device)), inode: UInt64(UInt(bitPattern: inode)), size: size,
                changed: Int64(changed))
            sources.append(Source(path: path, identity: identity, hash: hash, isSettled: flags & 2 != 0))
        }
        guard let eventCount = reader.number(), eventCount >= 0, eventCount <= bytes.count else { return nil }
        var events: [(folder: String, key: ContentHash)] = []
        for _ in 0..<eventCount {
            guard let folder = reader.text(), let key = reader.hash() else { return nil }
            events.append((folder, key))
        }
        self.init(
            settings: settings, isPlain: plain == 1, documents: documents, unsearchable: unsearchable,
            sources: sources, events: events)
    }
}

/// Writes numbers as eight bytes, texts after their length.
private struct MemoryWriter {
    var bytes: [UInt8] = []

    mutating func number(_ value: Int) {
        withUnsafeBytes(of: UInt64(UInt(bitPattern: value)).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func hash(_ hash: ContentHash) {
        number(Int(bitPattern: UInt(hash.high)))
        number(Int(bitPattern: UInt(hash.low)))
    }
}

private struct MemoryReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() -> Int? {
        guard position + 8 <= bytes.count else { return nil }
        defer { position += 8 }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
        return Int(bitPattern: UInt(UInt64(littleEndian: value)))
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, position + count <= bytes.count else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    mutating func hash() -> ContentHash? {
        guard let high = number(), let low = number() else { return nil }
        return ContentHash(high: UInt64(UInt(bitPattern: high)), low: UInt64(UInt(bitPattern: low)))
    }
}
