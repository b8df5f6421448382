import Diagnostics
import Model
import Reading

extension ContentNames {
    /// The edits that give an event's folder another name. Its old folder stays an address of the whole event.
    func renamingEvent(_ event: DeclaredEntry, to new: String) throws(RenamingFault) -> Renaming {
        guard let old = event.scope, !old.isEmpty else { return try movingOnlyEvent(event, to: new) }
        let parent = old.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(old[...$0]) } ?? ""
        let folder = parent + new
        let isTaken = documents.contains { $0.path.hasPrefix(folder + "/") || $0.path == folder + ".md" }
        if isTaken { throw RenamingFault("there is '\(folder)' already") }
        var renaming = Renaming()
        renaming.moves = [Renaming.Move(from: old, to: folder)]
        renaming.oldAddress = old + "/"
        for (number, document) in documents.enumerated() {
            var edits: [TextEdit] = []
            func edit(_ range: TextRange?, _ written: TextRange) {
                guard let range else {
                    renaming.unreachable.append(TextLocation(document.file, written))
                    return
                }
                let edit = TextEdit(range, folder)
                if edits.contains(edit) { return }
                edits.append(edit)
                renaming.references += 1
            }
            for reference in document.references {
                if reference.kinds.contains(.event), reference.id == old, isEvent(reference, document) {
                    let place = document.file.place(ofFirst: reference.prefix + reference.id, in: reference.range)
                    edit(place.map { TextRange(Int($0.end) - old.utf8.count, Int($0.end)) }, reference.range)
                } else {
                    if reference.event == old[...] {
                        edit(reference.eventRange(in: document.file), reference.range)
                    }
                    if let name = quoteOwner(of: reference, in: document, event), new != event.id {
                        edits.append(TextEdit(name, new))
                    }
                }
            }
            for link in document.links where leads(link, into: old, from: document.path) {
                edit(document.file.segments(old, in: link.range), link.range)
            }
            if number == event.document, document.document.hasFrontMatter {
                let moved = MovedFrom(
                    old: old + "/", current: folder + "/", fields: document.document.frontMatter,
                    document: document.document, isItem: false)
                if let edit = moved.edit { edits.append(edit) }
            }
            if !edits.isEmpty {
                renaming.files.append(
                    Renaming.EditedFile(path: document.path, file: document.file, edits: edits))
            }
        }
        return renaming
    }

    /// Where a reference to a statement that an event's text quotes has the event's id; nil for any other reference.
    func quoteOwner(
        of reference: WrittenReference, in document: NamedDocument, _ event: DeclaredEntry
    ) -> TextRange? {
        guard reference.kinds == [.statement], reference.name.hasPrefix(event.id + "-quote-") else { return nil }
        let isHere = (scope(of: document.placement) ?? "") == (event.scope ?? "")
        guard reference.event.map({ $0 == event.scope ?? "" }) ?? isHere else { return nil }
        return reference.nameRange(in: document.file).map {
            TextRange(Int($0.start), Int($0.start) + event.id.utf8.count)
        }
    }

    /// Whether a setting that may name a page or an event names the event: a page comes first.
    private func isEvent(_ reference: WrittenReference, _ document: NamedDocument) -> Bool {
        target(of: reference, in: document)?.kind == .event
    }

    /// Whether a link from outside leads into a folder; links inside a folder move with it.
    private func leads(_ link: WrittenLink, into folder: String, from document: String) -> Bool {
        guard let path = contentPath(link.path, relativeTo: document), !link.path.isEmpty else { return false }
        guard path == folder || path.hasPrefix(folder + "/") else { return false }
        // From inside, only a path that climbs out of the folder names it.
        return !document.hasPrefix(folder + "/") || link.path.hasPrefix("/") || link.path.contains(folder + "/")
    }
}

extension TextFile {
    /// Where a folder stands in a written path as whole segments.
    fileprivate func segments(_ folder: String, in range: TextRange) -> TextRange? {
        for start in ["/", ""] {
            guard let place = place(ofFirst: start + folder, in: range) else { continue }
            let next = Int(place.end) < Int(range.end) ? bytes[Int(place.end)] : UInt8(ascii: "/")
            let isWhole = [UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?")].contains(next)
            // Behind the path a quotation mark of YAML may stand, or the end of a Markdown destination.
            guard isWhole || next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") else { continue }
            return TextRange(Int(place.start) + start.utf8.count, Int(place.end))
        }
        return nil
    }
}
