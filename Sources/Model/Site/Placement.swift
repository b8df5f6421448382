import Diagnostics
import Reading

/// What a document is, told by where it lies below `content/`.
package enum Placement: Sendable, Equatable {
    case settings
    case event(folder: String)
    /// An entry of a folder of an event's, nil for what all events share.
    case entry(EntryFolder, event: String?)
    case page(folder: String?)
}

/// Tells what each document of a site is. `folder` is an event's folder, nil for what lies outside every event.
package struct Placing: Sendable {
    /// Folders that hold an `event.md`; the empty one in a one-event site.
    package let eventFolders: Set<String>
    /// The paths of all documents.
    let documents: [String]
    /// What the documents of each folder are, event.md and site.md left out: told once for all that lie in one.
    private let roles: [String: FolderRole]
    /// The first document of each folder and their number.
    private let lying: [String: (first: String, count: Int)]

    /// - Parameter paths: Of all documents, sorted by their UTF-8 bytes.
    package init(paths: [String]) {
        documents = paths
        var events: Set<String> = []
        var folders: [String] = []
        var lying: [String: (first: String, count: Int)] = [:]
        for path in paths {
            let (folder, name) = Self.split(path)
            if name == "event.md" { events.insert(folder) }
            if folders.last != folder { folders.append(folder) }
            let found = lying[folder] ?? (path, 0)
            lying[folder] = (found.first, found.count + 1)
        }
        self.lying = lying
        eventFolders = events
        roles = Dictionary(folders.map { ($0, FolderRole(of: $0, events)) }, uniquingKeysWith: { first, _ in first })
    }

    package var isOneEvent: Bool { eventFolders.contains("") }

    /// The placement of a document, or the problem that it has none. A document whose name makes no id has one all the
    /// same, so that it is read and what refers to it is found: it goes by the id that it should have.
    package func placement(of file: TextFile, path: String) -> Outcome<Placement?> {
        if path == "site.md" { return Outcome(.settings) }
        let (folder, name) = Self.split(path)
        if name == "event.md" { return Outcome(.event(folder: folder)) }
        let id = Self.name(ofDocument: path)
        switch roles[folder] ?? FolderRole(of: folder, eventFolders) {
        case .holds(let placement) where isValidID(id): return Outcome(placement)
        case .holds(let placement): return misnamed(name, validID(near: id), placement, file)
        case .near(let placement, let message, let hint):
            let entry = isValidID(id) ? Outcome(placement) : misnamed(name, validID(near: id), placement, file)
            return Outcome(entry.value, misplaced(message, hint, path, file) + entry.diagnostics)
        case .misplaced(let message, let hint): return Outcome(nil, misplaced(message, hint, path, file))
        }
    }

    /// The problem with a folder, once: at the first of its documents.
    private func misplaced(_ message: String, _ hint: String, _ path: String, _ file: TextFile) -> [Diagnostic] {
        let (folder, _) = Self.split(path)
        guard let all = lying[folder], all.first == path else { return [] }
        let notes =
            all.count > 1 ? [Diagnostic.Note("\(all.count - 1) more documents are in the folder '\(folder)'")] : []
        return [
            Diagnostic(
                .misplacedDocument, message, at: TextLocation(file, TextRange(at: 0)), notes: notes, hint: hint)
        ]
    }

    /// - Parameter near: The id that the file's name is nearest to; empty where there is none.
    private func misnamed(
        _ name: String, _ near: String, _ placement: Placement, _ file: TextFile
    ) -> Outcome<Placement?> {
        Outcome(
            near.isEmpty ? nil : placement,
            [
                Diagnostic(
                    .invalidID, "the file name '\(name)' does not make an id", at: TextLocation(file, TextRange(at: 0)),
                    hint: "ids are lower-case ASCII letters, digits and single hyphens"
                        + (near.isEmpty ? "" : ": rename it to '\(near).md'"))
            ])
    }

    /// The id of a document that is no event's own.
    static func id(ofDocument path: String) -> String {
        usableID(name(ofDocument: path))
    }

    /// The name of a document's file without `.md`.
    private static func name(ofDocument path: String) -> String {
        String(Substring(split(path).name.utf8.dropLast(3)))
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }
}

/// What the documents of a folder are.
private enum FolderRole: Sendable {
    case holds(Placement)
    /// Its name is a slip of one that holds entries, and they are read as those.
    case near(Placement, String, hint: String)
    /// They mean nothing there; the message and the hint say why.
    case misplaced(String, hint: String)

    init(of folder: String, _ eventFolders: Set<String>) {
        if folder.isEmpty {
            self = .holds(.page(folder: eventFolders.contains("") ? "" : nil))
            return
        }
        if eventFolders.contains(folder) {
            self = .holds(.page(folder: folder))
            return
        }
        let (parent, last) = Placing.split(folder)
        let isInEvent = eventFolders.contains(parent)
        guard let entries = EntryFolder(named: last) else {
            self = FolderRole.unknown(last, parent, isInEvent)
            return
        }
        if isInEvent {
            self = .holds(.entry(entries, event: parent))
        } else if parent.isEmpty, entries.kind.isShareable {
            self = .holds(.entry(entries, event: nil))
        } else {
            self = .misplaced(
                "this \(entries.word) belongs to no event",
                hint: parent.isEmpty
                    ? "only parties, people, sources and terms can be shared; put it in an event's folder, or add content/event.md for a site with one event"
                    : "give the folder '\(parent)' an event.md")
        }
    }

    private static func unknown(_ name: String, _ parent: String, _ isInEvent: Bool) -> FolderRole {
        let known = EntryFolder.all.map(\.name)
        if parent.isEmpty || isInEvent, let near = nearestName(to: name, among: known) {
            let message = "the folder '\(name)' is not one that holds entries"
            let hint = "did you mean '\(near)'?"
            guard let entries = EntryFolder(named: near), isInEvent || entries.kind.isShareable else {
                return .misplaced(message, hint: hint)
            }
            return .near(.entry(entries, event: isInEvent ? parent : nil), message, hint: hint)
        }
        return .misplaced(
            "this document is neither a page nor an entry of an event",
            hint: "an event is a folder with an event.md; its entries lie in \(known.sorted().joined(separator: ", "))")
    }
}
