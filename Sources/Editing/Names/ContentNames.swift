import Diagnostics
import Model
import Reading

/// The entries of a content folder and every place that names one: what renaming, adding and an editor's completion ask.
///
/// Made from the texts alone. It has drafts, entries with faults, and what `--as-of` would leave out.
package struct ContentNames: Sendable {
    /// One document with what it names.
    package struct NamedDocument: Sendable {
        package let document: Document
        package let placement: Placement?
        package let entries: [DeclaredEntry]
        package let references: [WrittenReference]
        package let links: [WrittenLink]

        package var file: TextFile { document.file }
        package var path: String { document.path }

        fileprivate func numbered(_ number: Int) -> NamedDocument {
            if entries.first?.document ?? number == number { return self }
            return NamedDocument(
                document: document, placement: placement, entries: entries.map { $0.inDocument(number) },
                references: references, links: links)
        }
    }

    package let documents: [NamedDocument]
    /// Whether the content is about one event whose files lie beside site.md.
    package let isOneEvent: Bool
    /// The folders of events.
    package let eventFolders: Set<String>
    private let declared: [EntryKey: [DeclaredEntry]]
    /// By their folders.
    private let events: [String: DeclaredEntry]

    /// - Parameters:
    ///   - documents: every document, in the order of paths.
    ///   - earlier: names from which those of the same texts are taken.
    package init(_ documents: [Document], reusing earlier: ContentNames? = nil) {
        let placing = Placing(paths: documents.map(\.path))
        isOneEvent = placing.isOneEvent
        eventFolders = placing.eventFolders
        let known = Dictionary((earlier?.documents ?? []).map { ($0.path, $0) }) { first, _ in first }
        self.documents = documents.enumerated().map { number, document in
            let placement = placing.placement(of: document.file, path: document.path).value
            if let same = known[document.path], same.file === document.file, same.placement == placement {
                return same.numbered(number)
            }
            let walk = ReferenceWalk(document, at: placement, number: number)
            return NamedDocument(
                document: document, placement: placement, entries: walk.entries, references: walk.references,
                links: walk.links)
        }
        let entries = self.documents.flatMap(\.entries)
        declared = Dictionary(grouping: entries) { EntryKey($0.kind, $0.id) }
        events = Dictionary(
            entries.filter { $0.kind == .event }.map { ($0.scope ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every entry of a kind, in the order of documents.
    package func entries(of kind: EntryKind) -> [DeclaredEntry] {
        documents.flatMap { $0.entries.filter { $0.kind == kind } }
    }

    /// The entries of a kind and an id, in whatever scope.
    package func entries(_ kind: EntryKind, _ id: String) -> [DeclaredEntry] { declared[EntryKey(kind, id)] ?? [] }

    /// Every entry of a kind that can be named by its id alone from an event, or from outside events.
    package func entries(of kind: EntryKind, namedFrom scope: String?) -> [DeclaredEntry] {
        entries(of: kind).filter { $0.kind == .event || $0.scope == nil || $0.scope == scope }
    }

    /// The fields of an entry; nil if its document has none.
    package func fields(of entry: DeclaredEntry) -> YAMLNode? {
        let document = documents[entry.document].document
        guard let range = entry.idRange, let list = entry.list else {
            return document.hasFrontMatter ? document.frontMatter : nil
        }
        return document.frontMatter.value(of: list.name)?.items.first { $0.value(of: "id")?.range == range }
    }

    /// The document at a path below the content folder.
    package func document(at path: String) -> NamedDocument? { documents.first { $0.path == path } }

    /// The event from which a document looks up names: its own, in a one-event site that event; nil for what lies outside.
    package func scope(of placement: Placement?) -> String? {
        switch placement {
        case .event(let folder): folder
        case .entry(_, let event): event ?? (isOneEvent ? "" : nil)
        case .page(let folder): folder ?? (isOneEvent ? "" : nil)
        case .settings, nil: isOneEvent ? "" : nil
        }
    }

    /// What a reference names; nil if nothing.
    package func target(of reference: WrittenReference, in document: NamedDocument) -> DeclaredEntry? {
        let scope = scope(of: document.placement)
        for kind in reference.kinds {
            if kind == .event {
                if let found = events[reference.id] { return found }
                continue
            }
            let found = entries(kind, String(reference.name))
            if let event = reference.event {
                if let own = found.first(where: { $0.scope == String(event) }) { return own }
                continue
            }
            if let own = found.first(where: { $0.scope == scope && scope != nil }) { return own }
            if let shared = found.first(where: { $0.scope == nil }) { return shared }
        }
        return nil
    }
}
