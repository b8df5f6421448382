import Diagnostics
import Model
import Reading

extension ContentNames {
    /// The edits that give the event of a site about one a folder of its own, so that others can stand beside it.
    ///
    /// Parties, people, sources and terms stay, and are shared from then on, with the addresses that they have; those
    /// with quotes in their texts go along, since a statement belongs to an event. `moved_from: /` keeps all addresses.
    func movingOnlyEvent(_ event: DeclaredEntry, to new: String) throws(RenamingFault) -> Renaming {
        guard EntryFolder(named: new) == nil else {
            throw RenamingFault("'\(new)' is a folder of entries", hint: "give the event a name of its own")
        }
        if documents.contains(where: { $0.path.hasPrefix(new + "/") || $0.path == new + ".md" }) {
            throw RenamingFault("there is '\(new)' already")
        }
        var renaming = Renaming()
        renaming.oldAddress = "/"
        let moving = documents.filter { moves($0) }
        let paths = Set(moving.map(\.path))
        for document in moving {
            renaming.moves.append(Renaming.Move(from: document.path, to: new + "/" + document.path))
        }
        for (number, document) in documents.enumerated() {
            var edits: [TextEdit] = []
            func edit(_ edit: TextEdit?, _ written: TextRange) {
                guard let edit else {
                    renaming.unreachable.append(TextLocation(document.file, written))
                    return
                }
                if edits.contains(edit) { return }
                edits.append(edit)
                renaming.references += 1
            }
            let isMoving = paths.contains(document.path)
            for reference in document.references {
                let quote = quoteOwner(of: reference, in: document, event)
                if !isMoving, reference.event == nil, quote != nil || moves(reference, document, paths) {
                    let name = reference.nameRange(in: document.file)
                    edit(name.map { TextEdit(TextRange(at: Int($0.start)), new + "/") }, reference.range)
                }
                if let quote { edit(TextEdit(quote, new), quote) }
            }
            for link in document.links {
                guard let change = change(of: link, in: document, paths, to: new) else { continue }
                let place = document.file.place(ofFirst: change.written, in: link.range)
                edit(place.map { TextEdit($0, change.path) }, link.range)
            }
            if number == event.document, document.document.hasFrontMatter {
                let moved = MovedFrom(
                    old: "/", current: new + "/", fields: document.document.frontMatter, document: document.document,
                    isItem: false)
                if let edit = moved.edit { edits.append(edit) }
            }
            if !edits.isEmpty {
                renaming.files.append(Renaming.EditedFile(path: document.path, file: document.file, edits: edits))
            }
        }
        return renaming
    }

    /// Whether a document goes along with the only event.
    private func moves(_ document: NamedDocument) -> Bool {
        switch document.placement {
        case .event: true
        case .entry(let folder, _): !folder.kind.isShareable || hasQuotes(document)
        case .page, .settings, nil: false
        }
    }

    /// Whether a reference names an entry that goes along, or a statement that its text quotes.
    private func moves(_ reference: WrittenReference, _ document: NamedDocument, _ moving: Set<String>) -> Bool {
        func moves(_ entry: DeclaredEntry) -> Bool {
            entry.kind != .event && moving.contains(documents[entry.document].path)
        }
        if let entry = target(of: reference, in: document) { return moves(entry) }
        guard reference.kinds == [.statement], let mark = reference.name.firstRange(of: "-quote-") else { return false }
        let owner = String(reference.name[..<mark.lowerBound])
        return EntryKind.allCases.contains { kind in entries(kind, owner).contains(where: moves) }
    }

    private func hasQuotes(_ document: NamedDocument) -> Bool {
        let prose = Markdown.prose(document.document.body, in: document.file).value
        return !quotedSpeakers(in: prose, document.document.body, of: document.document).isEmpty
    }

    /// What a link is written as after the move; nil if it stays. Paths from the site's root mean the same everywhere.
    private func change(
        of link: WrittenLink, in document: NamedDocument, _ moving: Set<String>, to new: String
    ) -> (written: String, path: String)? {
        guard !link.path.isEmpty, let target = contentPath(link.path, relativeTo: document.path) else { return nil }
        let isMoving = moving.contains(document.path)
        let leadsToMoving = isOfEvent(target, moving)
        if isMoving == leadsToMoving, !(leadsToMoving && link.path.hasPrefix("/")) { return nil }
        // A setting is a path from the root without a slash.
        let isSetting = document.placement == .settings && link.path.hasPrefix("/")
        let written = isSetting ? String(link.path.dropFirst()) : link.path
        return (written, (isSetting ? "" : "/") + (leadsToMoving ? new + "/" : "") + target)
    }

    /// Whether a path is that of a document that moves, of its page, or of a page that the event has by itself.
    private func isOfEvent(_ path: String, _ moving: Set<String>) -> Bool {
        if moving.contains(path) { return true }
        if path.hasSuffix(".html") {
            let document = path.dropLast(".html".utf8.count) + ".md"
            if moving.contains(String(document)) { return true }
            // Quotes have pages and no documents; offers have the pages of demands.
            let parts = path.split(separator: "/")
            if parts.count == 2, let folder = EntryFolder(named: String(parts[0])), !folder.kind.isShareable {
                return true
            }
        }
        return path == "timeline.html" || path == "event.json" || path.hasPrefix("data/")
    }
}
