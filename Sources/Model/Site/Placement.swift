import Diagnostics
import Reading

/// What a document is, told by where it lies below `content/`.
package enum Placement: Sendable, Equatable {
    case settings
    case event(folder: String)
    case entry(kind: EntryKind, folder: String?, isInRefusals: Bool)
    case page(folder: String?)
}

/// Tells what each document of a site is. `folder` is an event's folder, nil for what lies outside every event.
package struct Placing: Sendable {
    /// Folders that hold an `event.md`; the empty one in a one-event site.
    package let eventFolders: Set<String>
    /// The paths of all documents.
    let documents: [String]

    /// - Parameter paths: Of all documents, sorted by their UTF-8 bytes.
    package init(paths: [String]) {
        documents = paths
        var folders: Set<String> = []
        for path in paths {
            if path == "event.md" { folders.insert("") }
            if path.utf8.count > 9, path.hasSuffix("/event.md") { folders.insert(String(path.dropLast(9))) }
        }
        eventFolders = folders
    }

    package var isOneEvent: Bool { eventFolders.contains("") }

    /// The placement of a document, or the problem that it has none. A document whose name makes no id has one all the
    /// same, so that it is read and what refers to it is found: it goes by the id that it should have.
    package func placement(of file: TextFile, path: String) -> Outcome<Placement?> {
        if path == "site.md" { return Outcome(.settings) }
        let (folder, name) = Self.split(path)
        if name == "event.md" { return Outcome(.event(folder: folder)) }
        let root: String? = isOneEvent ? "" : nil
        if folder.isEmpty { return named(name, .page(folder: root), file) }
        if eventFolders.contains(folder) { return named(name, .page(folder: folder), file) }
        let (parent, last) = Self.split(folder)
        if let kind = EntryKind(folder: last) {
            if eventFolders.contains(parent) {
                return named(name, .entry(kind: kind, folder: parent, isInRefusals: last == "refusals"), file)
            }
            if parent.isEmpty, kind.isShareable {
                return named(name, .entry(kind: kind, folder: nil, isInRefusals: false), file)
            }
            let hint =
                parent.isEmpty
                ? "only parties, people, sources and terms can be shared; put it in an event's folder, or add content/event.md for a site with one event"
                : "give the folder '\(parent)' an event.md"
            return misplaced(file, "this \(kind.word) belongs to no event", hint)
        }
        let known = EntryKind.allCases.compactMap(\.folder) + ["refusals"]
        if parent.isEmpty || eventFolders.contains(parent), let near = nearestName(to: last, among: known) {
            return misplaced(file, "the folder '\(last)' is not one that holds entries", "did you mean '\(near)'?")
        }
        return misplaced(
            file, "this document is neither a page nor an entry of an event",
            "an event is a folder with an event.md; its entries lie in \(known.sorted().joined(separator: ", "))")
    }

    private func named(_ name: String, _ placement: Placement, _ file: TextFile) -> Outcome<Placement?> {
        let id = Self.withoutEnding(name)
        if isValidID(id) { return Outcome(placement) }
        let near = validID(near: id)
        return Outcome(
            near.isEmpty ? nil : placement,
            [
                Diagnostic(
                    .invalidID, "the file name '\(name)' does not make an id", at: TextLocation(file, TextRange(at: 0)),
                    hint: "ids are lower-case ASCII letters, digits and single hyphens"
                        + (near.isEmpty ? "" : ": rename it to '\(near).md'"))
            ])
    }

    private func misplaced(_ file: TextFile, _ message: String, _ hint: String) -> Outcome<Placement?> {
        Outcome(
            nil, [Diagnostic(.misplacedDocument, message, at: TextLocation(file, TextRange(at: 0)), hint: hint)])
    }

    /// The id of a document that is no event's own.
    static func id(ofDocument path: String) -> String {
        usableID(withoutEnding(split(path).name))
    }

    /// A document's name without `.md`.
    private static func withoutEnding(_ name: String) -> String {
        String(decoding: name.utf8.dropLast(3), as: UTF8.self)
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        var path = path
        return path.withUTF8 { bytes in
            let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
            return (
                String(decoding: UnsafeBufferPointer(rebasing: bytes[..<(slash ?? 0)]), as: UTF8.self),
                String(decoding: UnsafeBufferPointer(rebasing: bytes[(slash.map { $0 + 1 } ?? 0)...]), as: UTF8.self)
            )
        }
    }
}
