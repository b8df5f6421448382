import Diagnostics
import Model

/// A place in a text that names an entry by its id.
package struct WrittenReference: Sendable {
    /// The kinds that it may name, in the order in which they are looked up.
    package let kinds: [EntryKind]
    /// As written, with the event's folder before a slash if there is one.
    package let id: String
    /// The whole reference: with its kind, and in front matter with its quotes.
    package let range: TextRange
    /// What stands in the file before the id: `demand:`; empty if nothing.
    package let prefix: String

    init(kinds: [EntryKind], id: String, range: TextRange, prefix: String) {
        self.kinds = kinds
        self.id = id
        self.range = range
        self.prefix = prefix
    }

    /// What names an entry of some kinds by an id, wherever it is written.
    package init(kinds: [EntryKind], id: String) {
        self.init(kinds: kinds, id: id, range: TextRange(at: 0), prefix: "")
    }

    /// The id without an event's folder.
    package var name: Substring {
        id.utf8.lastIndex(of: UInt8(ascii: "/")).map { id[id.utf8.index(after: $0)...] } ?? id[...]
    }

    /// The event's folder before the slash; nil if there is none.
    package var event: Substring? { id.utf8.lastIndex(of: UInt8(ascii: "/")).map { id[..<$0] } }

    /// Where the name stands; nil if escapes keep it from standing in the file as it is.
    package func nameRange(in file: TextFile) -> TextRange? {
        guard let place = file.place(ofFirst: prefix + id, in: range) else { return nil }
        return TextRange(Int(place.end) - name.utf8.count, Int(place.end))
    }

    /// Where the event's folder stands.
    func eventRange(in file: TextFile) -> TextRange? {
        guard let event, let place = file.place(ofFirst: prefix + id, in: range) else { return nil }
        let start = Int(place.start) + prefix.utf8.count
        return TextRange(start, start + event.utf8.count)
    }
}

/// A link or picture in a text that names a file of the site by its path.
package struct WrittenLink: Sendable {
    /// As written, with percent-encoding resolved; empty for `#anchor`.
    package let path: String
    /// Without the `#`; nil if there is none.
    package let fragment: String?
    package let range: TextRange
}

/// An entry, event or page as a text declares it.
package struct DeclaredEntry: Sendable {
    package let kind: EntryKind
    package let id: String
    /// The folder or list in which it is; nil for events and pages.
    package let list: EntryFolder?
    /// The event's folder; nil for what all events share. Of an event its own.
    package let scope: String?
    /// Where its `id` is written if it is an item of a list in event.md; nil if it has a file of its own.
    package let idRange: TextRange?
    /// Its fields.
    package let title: String?
    /// The index of its document.
    package let document: Int

    package var isItem: Bool { idRange != nil }

    /// Whether it is the entry that another text of the same site declares.
    package func isSame(as other: DeclaredEntry) -> Bool {
        kind == other.kind && id == other.id && scope == other.scope
    }

    /// The same entry of a document that has another index.
    func inDocument(_ number: Int) -> DeclaredEntry {
        DeclaredEntry(kind: kind, id: id, list: list, scope: scope, idRange: idRange, title: title, document: number)
    }
}
