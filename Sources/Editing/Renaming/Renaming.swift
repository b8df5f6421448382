import Diagnostics
import Model
import Reading

/// What giving an entry, a page or an event another id changes: texts, and the names of files.
package struct Renaming: Sendable {
    /// A file, with the edits of its text.
    package struct EditedFile: Sendable {
        /// Below the content folder, as it is before the renaming.
        package let path: String
        package let file: TextFile
        package let edits: [TextEdit]
    }

    /// A file or a folder that gets another name, below the content folder.
    package struct Move: Sendable, Equatable {
        package let from: String
        /// Folders above it are made.
        package let to: String
    }

    package internal(set) var files: [EditedFile] = []
    /// Applied after the edits.
    package internal(set) var moves: [Move] = []
    /// How many places that name the entry were changed.
    package internal(set) var references = 0
    /// Places that name it and cannot be edited, because escapes keep the id from standing there as it is.
    package internal(set) var unreachable: [TextLocation] = []
    /// The address that leads to the new one by `moved_from`; nil if the entry has no page of its own.
    package internal(set) var oldAddress: String?
}

/// Why nothing can be renamed.
package struct RenamingFault: Error, Equatable {
    package let message: String
    package let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}

extension ContentNames {
    /// Finds every edit that gives an entry another id: its declaration, every reference and link, and `moved_from`, so
    /// that its address keeps working.
    ///
    /// - Parameters:
    ///   - old: the id, behind its event's folder and a slash if several events have it.
    ///   - hasPages: whether entries of the kind have pages of their own.
    package func renaming(
        _ kind: EntryKind, from old: String, to new: String, hasPages: Bool
    ) throws(RenamingFault) -> Renaming {
        try renaming(try target(kind, old), to: new, hasPages: hasPages)
    }

    /// The same for an entry that was found.
    package func renaming(
        _ entry: DeclaredEntry, to new: String, hasPages: Bool
    ) throws(RenamingFault) -> Renaming {
        guard isValidID(new) else {
            let near = validID(near: new)
            throw RenamingFault(
                "'\(new)' cannot be an id",
                hint: "ids are lower-case ASCII letters, digits and single hyphens"
                    + (near.isEmpty ? "" : ": '\(near)'"))
        }
        guard new != entry.id || entry.kind == .event else {
            throw RenamingFault("the \(entry.kind.word) is called '\(new)' already")
        }
        if entry.kind == .event { return try renamingEvent(entry, to: new) }
        try checkIsFree(new, for: entry)
        var edits = RenamingEdits(names: self, entry: entry, new: new)
        edits.editReferences()
        edits.editQuotes()
        edits.editLinks()
        edits.editDeclaration(hasPages: hasPages)
        return edits.renaming()
    }

    /// Every place that names an entry, but for its declaration.
    package func places(naming entry: DeclaredEntry) -> [TextLocation] {
        if entry.kind == .event {
            return documents.flatMap { document in
                document.references.filter { target(of: $0, in: document).map(entry.isSame(as:)) == true }
                    .map { TextLocation(document.file, $0.nameRange(in: document.file) ?? $0.range) }
            }
        }
        var edits = RenamingEdits(names: self, entry: entry, new: entry.id)
        edits.editReferences()
        edits.editQuotes()
        edits.editLinks()
        let found = edits.renaming()
        let places = found.files.flatMap { file in
            file.edits.map(\.range).sorted { $0.start < $1.start }.map { TextLocation(file.file, $0) }
        }
        return places + found.unreachable
    }

    /// The one entry that an id names.
    private func target(_ kind: EntryKind, _ old: String) throws(RenamingFault) -> DeclaredEntry {
        if kind == .event {
            let folder = old == "/" ? "" : old
            if let found = entries(of: .event).first(where: { $0.scope == folder }) { return found }
            if isOneEvent {
                throw RenamingFault("there is no event '\(old)'", hint: "the only event of the site is '/'")
            }
            let near = nearestName(to: old, among: eventFolders.sorted())
            throw RenamingFault("there is no event '\(old)'", hint: near.map { "did you mean '\($0)'?" })
        }
        let slash = old.utf8.lastIndex(of: UInt8(ascii: "/"))
        let id = slash.map { String(old[old.utf8.index(after: $0)...]) } ?? old
        let found = entries(kind, id).filter { entry in slash.map { entry.scope == String(old[..<$0]) } ?? true }
        guard let first = found.first else {
            let near = nearestName(to: id, among: Set(entries(of: kind).map(\.id)).sorted())
            throw RenamingFault("there is no \(kind.word) '\(old)'", hint: near.map { "did you mean '\($0)'?" })
        }
        if found.count > 1 {
            let scopes = Set(found.map(\.scope))
            if scopes.count == 1 {
                throw RenamingFault("\(found.count) entries have the id '\(id)'", hint: "see 'explainer check'")
            }
            let names = found.map { $0.scope.map { "\($0)/\(id)" } ?? id }.sorted().map { "'\($0)'" }
            throw RenamingFault(
                "\(found.count) entries have the id '\(id)'",
                hint: "name the event too: \(names.joined(separator: ", "))")
        }
        return first
    }

    /// Ids are unique in an event and what all events share together. A person comes before a party of the same id where
    /// either may be named, and 'unnamed' is the word for a speaker whose name is kept back.
    private func checkIsFree(_ new: String, for entry: DeclaredEntry) throws(RenamingFault) {
        let isSpeaker = entry.kind == .person || entry.kind == .party
        if isSpeaker, new == "unnamed" {
            throw RenamingFault("'unnamed' is the word for a speaker whose name is kept back")
        }
        for kind in isSpeaker ? [.person, .party] : [entry.kind] {
            let taken = entries(kind, new).first { other in
                other.scope == entry.scope || other.scope == nil || entry.scope == nil
            }
            if let taken {
                let path = documents[taken.document].path
                throw RenamingFault("there is a \(kind.word) '\(new)' already", hint: "it is in \(path)")
            }
        }
    }
}

/// The edits of a renaming, gathered.
struct RenamingEdits {
    let names: ContentNames
    let entry: DeclaredEntry
    let new: String
    private var edits: [Int: [TextEdit]] = [:]
    private var result = Renaming()

    init(names: ContentNames, entry: DeclaredEntry, new: String) {
        self.names = names
        self.entry = entry
        self.new = new
    }

    mutating func renaming() -> Renaming {
        result.files = edits.sorted { $0.key < $1.key }.map { number, edits in
            let document = names.documents[number]
            return Renaming.EditedFile(path: document.path, file: document.file, edits: edits)
        }
        return result
    }

    private var own: ContentNames.NamedDocument { names.documents[entry.document] }

    private mutating func edit(_ document: Int, _ range: TextRange?, _ written: TextRange, _ text: String) {
        guard let range else {
            result.unreachable.append(TextLocation(names.documents[document].file, written))
            return
        }
        let edit = TextEdit(range, text)
        // One place can be found twice: a setting that is a path names a page too.
        if edits[document]?.contains(edit) == true { return }
        edits[document, default: []].append(edit)
        result.references += 1
    }

    /// Whether a name of the declared entry is this entry.
    private func isOwn(_ other: DeclaredEntry?) -> Bool { other.map(entry.isSame(as:)) ?? false }

    mutating func editReferences() {
        for (number, document) in names.documents.enumerated() {
            for reference in document.references where isOwn(names.target(of: reference, in: document)) {
                edit(number, reference.nameRange(in: document.file), reference.range, new)
            }
        }
    }

    /// Statements that the entry's text quotes have ids that begin with the entry's own.
    mutating func editQuotes() {
        for (number, document) in names.documents.enumerated() {
            let isHere = (names.scope(of: document.placement) ?? "") == (entry.scope ?? "")
            for reference in document.references
            where reference.kinds == [.statement] && reference.name.hasPrefix(entry.id + "-quote-")
                && (reference.event.map { $0 == entry.scope ?? "" } ?? isHere)
            {
                let range = reference.nameRange(in: document.file).map {
                    TextRange(Int($0.start), Int($0.start) + entry.id.utf8.count)
                }
                edit(number, range, reference.range, new)
            }
        }
    }

    // MARK: Links

    /// Links by path (`../demands/pay.md`, `pay.html`) and to the entry's place on a page (`#demand-pay`).
    mutating func editLinks() {
        let anchor = "\(entry.kind.word)-\(entry.id)"
        for (number, document) in names.documents.enumerated() {
            for link in document.links {
                let file = document.file
                if !link.path.isEmpty, let path = contentPath(link.path, relativeTo: document.path), isOwn(path: path) {
                    edit(number, file.lastName(entry.id, in: link.range), link.range, new)
                }
                if link.fragment == anchor, isInScope(link, document) {
                    let place = file.place(ofFirst: "#" + anchor, in: link.range)
                    let range = place.map { TextRange(Int($0.end) - entry.id.utf8.count, Int($0.end)) }
                    edit(number, range, link.range, new)
                }
            }
        }
    }

    /// Whether a path below `content/` is that of the entry's document or page.
    private func isOwn(path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last, name == entry.id + ".md" || name == entry.id + ".html" else { return false }
        let folders = parts.dropLast()
        guard entry.kind != .page else { return folders.joined(separator: "/") == entry.scope ?? "" }
        guard let last = folders.last, EntryFolder(named: last)?.kind == entry.kind else { return false }
        return folders.dropLast().joined(separator: "/") == entry.scope ?? ""
    }

    /// Whether a link leads to a page on which the entry may have its place: one of its event, or of the site for what is
    /// shared.
    private func isInScope(_ link: WrittenLink, _ document: ContentNames.NamedDocument) -> Bool {
        guard let scope = entry.scope else { return true }
        let own = names.scope(of: document.placement)
        if link.path.isEmpty { return own == scope || own == nil }
        guard let path = contentPath(link.path, relativeTo: document.path) else { return false }
        return scope.isEmpty || path.hasPrefix(scope + "/")
    }

    // MARK: The entry itself

    mutating func editDeclaration(hasPages: Bool) {
        let fields = names.fields(of: entry)
        if let range = entry.idRange {
            edit(entry.document, own.file.place(ofFirst: entry.id, in: range), range, new)
        } else {
            let folder = own.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            result.moves.append(Renaming.Move(from: own.path, to: "\(folder)\(new).md"))
        }
        guard hasPages, let fields else { return }
        let folder = pageFolder(fields)
        let old = folder + entry.id + ".html"
        result.oldAddress = old
        let edit = MovedFrom(
            old: old, current: folder + new + ".html", fields: fields, document: own.document, isItem: entry.isItem
        ).edit
        guard let edit else {
            result.oldAddress = nil
            return
        }
        edits[entry.document, default: []].append(edit)
    }

    /// The folder of the entry's page, with a slash; refusals have one of their own.
    private func pageFolder(_ fields: YAMLNode) -> String {
        let prefix = entry.scope.map { $0.isEmpty ? "" : $0 + "/" } ?? ""
        guard let list = entry.list else { return prefix }
        var folder = entry.kind.folder ?? ""
        if entry.kind == .response {
            let kind = fields.value(of: "kind")?.text?.value
            let isRefusal = kind.map { Response.Kind(rawValue: $0)?.isRefusal ?? false } ?? (list == .refusals)
            folder = isRefusal ? EntryFolder.refusals.name : folder
        }
        return prefix + folder + "/"
    }
}

extension TextFile {
    /// Where the last segment of a written path has an id as its name.
    fileprivate func lastName(_ id: String, in range: TextRange) -> TextRange? {
        for ending in [".md", ".html"] {
            for start in ["/", ""] {
                guard let place = place(ofFirst: start + id + ending, in: range) else { continue }
                let first = Int(place.start) + start.utf8.count
                return TextRange(first, first + id.utf8.count)
            }
        }
        return nil
    }
}
