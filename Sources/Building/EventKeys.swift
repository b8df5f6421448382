import Bytes
import Diagnostics
import Model
import Reading
import Rendering
import Writing

/// A stored text of a source that was read.
struct ReadSource: Sendable {
    let file: FoundFile
    let hash: ContentHash
}

extension ContentHasher {
    /// Adds a text and a zero byte, which no text contains.
    mutating func update(_ text: String) {
        text.withSpan { update($0) }
        update([0])
    }

    mutating func update(_ hash: ContentHash) {
        var bytes = ByteBuffer()
        bytes.append(word: hash.high)
        bytes.append(word: hash.low)
        bytes.withSpan { update($0) }
    }
}

/// Fingerprints of everything that the files of each event depend on, by the event's index.
///
/// An event's pages depend on the event, on shared entries, on other events that its documents name, on the templates,
/// on the bytes of stylesheets and scripts, whose versions stand in their addresses, and on the site's settings; they are
/// rendered again if any of these changed. If parties are shared, the colours and initials of an event's parties depend
/// on all events. A test changes one event and compares the pages of all others whose fingerprints stay the same.
func eventKeys(of loaded: CheckedSite, _ context: RenderContext, _ theme: Theme) -> [ContentHash] {
    let site = loaded.site
    let imageSizes = loaded.imageSizes
    var folders = EventFolders(site)
    var common = ContentHasher()
    common.update(loaded.content.settingsHash)
    common.update(theme.fingerprint)
    common.update(site.isOneEvent ? "one" : "many")
    for (path, version) in context.views.fileVersions.sorted(by: { $0.key < $1.key }) {
        common.update("\(path) \(version)")
    }
    for entry in site.withheld + site.withheldParts {
        common.update("\(entry.kind.rawValue) \(entry.name) \(entry.part ?? "")")
    }
    for text in loaded.keptSources {
        common.update(text.file.path)
        common.update(text.hash)
    }
    for asset in loaded.content.folder.assets {
        common.update(asset.path)
        if let size = imageSizes[asset.path] { common.update("\(size.width) \(size.height)") }
    }
    var own = [ContentHasher](repeating: ContentHasher(), count: site.events.count)
    for document in loaded.content.documents {
        guard let event = folders.event(of: document.file.path) else {
            common.update(document.file.path)
            common.update(document.hash)
            continue
        }
        own[event].update(document.file.path)
        own[event].update(document.hash)
    }
    let hash = common.finish()
    let groups = site.relatedEvents()
    var whole: [Int: ContentHasher] = [:]
    for event in site.events.indices {
        whole[groups[event], default: ContentHasher()].update(own[event].finish())
    }
    let finished = whole.mapValues { $0.finish() }
    return site.events.indices.map { event in
        var key = ContentHasher()
        key.update(hash)
        key.update(site.events[event].folder)
        key.update(context.views.partyLooks(ofEvent: event))
        key.update(context.exports.namesKey(ofEvent: event))
        key.update(context.exports.picturesKey(ofEvent: event))
        // The pages of an event without dates show the latest date of the site.
        if loaded.records[event].date == nil { key.update(context.views.lastDate.edtf) }
        if let group = finished[groups[event]] { key.update(group) }
        return key.finish()
    }
}

/// Finds the event in whose folder a document lies.
private struct EventFolders {
    private var events: [Substring: Int] = [:]
    /// The last folder and its event: documents of one folder follow one another.
    private var last: (folder: Substring, event: Int?)?

    init(_ site: Site) {
        events.reserveCapacity(site.events.count)
        for (index, event) in site.events.enumerated() { events[event.folder[...]] = index }
    }

    /// Nil for shared documents and for those of events that are left out.
    mutating func event(of path: String) -> Int? {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
        if let last, last.folder == folder { return last.event }
        let event = event(in: folder)
        last = (folder, event)
        return event
    }

    private func event(in folder: Substring) -> Int? {
        var folder = folder
        while !folder.isEmpty {
            if let event = events[folder] { return event }
            folder = folder[..<(folder.utf8.lastIndex(of: UInt8(ascii: "/")) ?? folder.startIndex)]
        }
        return events[""]
    }
}
