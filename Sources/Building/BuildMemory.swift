import Bytes
import Model
import Reading
import Writing

/// The cache of a build, which the next one compares its input with: the files that were read, with their states, and
/// for each event a fingerprint of everything that its pages depend on.
///
/// It is used only with the manifest that was written with it, by the same program with the same settings; otherwise
/// everything is built.
struct BuildMemory {
    /// A file that was read, of the content or of a theme.
    struct Source {
        /// The path that messages show.
        let path: String
        let identity: FileIdentity
        /// Nil for a file that is only copied: it is compared by its identity alone.
        let hash: ContentHash?
        /// Whether the last change was long enough before the build that an equal identity means equal bytes.
        let isSettled: Bool
    }

    /// Of the program and its settings.
    var settings: ContentHash
    /// The time of the build, in seconds since 1970, if the content depends on it.
    var moment: Int
    /// What the build reported; nil if it cannot be reported again from the cache.
    var earlierReport: EarlierReport?
    var documents: Int
    var unsearchable: Int
    var sources: [Source]
    /// Addresses of earlier builds that neither exist nor redirect, sorted.
    var lost: [String]
    /// Fingerprints of events by their folders, sorted.
    var events: [(folder: String, key: ContentHash)]
    /// What made pictures of cards: an empty text if the machine had no such program, nil if the site wants none.
    var renderer: String?
    /// Fingerprints of what pictures were made from, by their paths, sorted.
    var pictures: [(path: String, key: ContentHash)]

    /// The fingerprint of each event, by its folder.
    var keys: [String: ContentHash] {
        Dictionary(events.map { ($0.folder, $0.key) }, uniquingKeysWith: { one, _ in one })
    }
}

extension BuildMemory {
    /// The bytes that `init(encoded:)` reads.
    func encoded() -> [UInt8] {
        var writer = MemoryWriter()
        writer.hash(settings)
        writer.number(moment)
        writer.optional(earlierReport) { $1.write(to: &$0) }
        writer.number(documents)
        writer.number(unsearchable)
        writer.list(sources) { writer, source in
            writer.text(source.path)
            writer.number(Int(bitPattern: UInt(source.identity.device)))
            writer.number(Int(bitPattern: UInt(source.identity.inode)))
            writer.number(source.identity.size)
            writer.number(Int(source.identity.changed))
            writer.number(Int(source.identity.stateChanged))
            writer.number((source.hash == nil ? 0 : 1) + (source.isSettled ? 2 : 0))
            if let hash = source.hash { writer.hash(hash) }
        }
        writer.list(lost) { $0.text($1) }
        writer.list(events) { writer, event in
            writer.text(event.folder)
            writer.hash(event.key)
        }
        writer.optional(renderer) { $0.text($1) }
        writer.list(pictures) { writer, picture in
            writer.text(picture.path)
            writer.hash(picture.key)
        }
        return writer.bytes
    }

    /// Decodes a cache; nil if it is damaged.
    init?(encoded bytes: [UInt8]) {
        var reader = MemoryReader(bytes: bytes)
        guard let settings = reader.hash(), let moment = reader.number(),
            let earlierReport = reader.optional({ EarlierReport(from: &$0) }), let documents = reader.number(),
            let unsearchable = reader.number(), let sources = reader.list({ Source(from: &$0) }),
            let lost = reader.list({ $0.text() }),
            let events = reader.list({ reader -> (folder: String, key: ContentHash)? in
                guard let folder = reader.text(), let key = reader.hash() else { return nil }
                return (folder, key)
            }), let renderer = reader.optional({ $0.text() }),
            let pictures = reader.list({ reader -> (path: String, key: ContentHash)? in
                guard let path = reader.text(), let key = reader.hash() else { return nil }
                return (path, key)
            })
        else { return nil }
        self.init(
            settings: settings, moment: moment, earlierReport: earlierReport, documents: documents,
            unsearchable: unsearchable, sources: sources, lost: lost, events: events,
            renderer: renderer, pictures: pictures)
    }
}

extension BuildMemory.Source {
    fileprivate init?(from reader: inout MemoryReader) {
        guard let path = reader.text(), let device = reader.number(), let inode = reader.number(),
            let size = reader.number(), let changed = reader.number(), let stateChanged = reader.number(),
            let flags = reader.number()
        else { return nil }
        var hash: ContentHash?
        if flags & 1 != 0 {
            hash = reader.hash()
            if hash == nil { return nil }
        }
        let identity = FileIdentity(
            device: UInt64(UInt(bitPattern: device)), inode: UInt64(UInt(bitPattern: inode)), size: size,
            changed: Int64(changed), stateChanged: Int64(stateChanged))
        self.init(path: path, identity: identity, hash: hash, isSettled: flags & 2 != 0)
    }
}
