import Diagnostics
import Reading

/// Reads one document at its placement into typed entries. Pure: callers run it on many cores.
///
/// An entry with a missing or unusable required field is left out of the value; the diagnostics say why.
package func readEntries(
    of document: Document, at placement: Placement, options: MarkdownOptions
) -> Outcome<[ReadEntry]> {
    var reader = EntryReader(document: document, options: options)
    switch placement {
    case .settings: return Outcome([])
    case .event(let folder): reader.readEvent(folder: folder)
    case .page(let folder): reader.readPage(folder: folder)
    case .entry(let entries, let folder):
        let kind = entries.kind
        let id = Placing.id(ofDocument: document.path)
        if !document.hasFrontMatter, !document.frontMatter.isIncomplete {
            return Outcome([.unusable(kind, id: id, folder: folder)], [reader.withoutFrontMatter(kind)])
        }
        reader.folder = entries
        reader.readEntry(
            kind, Fields(document.frontMatter, in: document.file, of: kind.word), id: Located(id, TextRange(at: 0)),
            folder: folder)
    }
    return Outcome(reader.entries, reader.diagnostics)
}

extension EntryReader {
    fileprivate mutating func readEntry(
        _ kind: EntryKind, _ fields: Fields, id: Located<String>, folder: String?, item body: Located<String>?? = nil
    ) {
        if let type = kind.entryType { read(type, fields, id: id, folder: folder, item: body) }
    }

    /// - Parameter item: the body of an item of a list in event.md; nil for an entry with a file of its own.
    private mutating func read<E: Entry>(
        _: E.Type, _ fields: Fields, id: Located<String>, folder: String?, item body: Located<String>??
    ) {
        var fields = fields
        let head = readHead(&fields, E.kind, id: id, event: E.kind.isShareable ? folder : folder ?? "", item: body)
        var values = E.Fields()
        let isUsable = values.read(&fields, &self)
        diagnostics += fields.finish()
        if isUsable {
            entries.append(.entry(E(head: head, fields: values), folder: E.kind.isShareable ? folder : folder ?? ""))
        } else if !id.value.isEmpty {
            entries.append(.unusable(E.kind, id: id.value, folder: folder))
        }
    }

    /// What every entry may have, and its text.
    private mutating func readHead(
        _ fields: inout Fields, _ kind: EntryKind, id: Located<String>, event: String?,
        item body: Located<String>?? = nil
    ) -> EntryHead {
        var values = HeadFields()
        _ = values.read(&fields, &self)
        if body == nil { reportFieldInText(kind) }
        let prose: Prose? =
            switch body {
            case nil: absorb(Markdown.prose(document.body, in: file, options: options))
            case let text?: text.map { absorb(Markdown.prose($0, in: file, options: options)) }
            }
        let head = EntryHead(
            id: id, file: file, range: fields.range, path: document.path, isInline: body != nil, fields: values,
            body: prose.flatMap { $0.isEmpty ? nil : $0 })
        let range =
            switch body {
            case .some(.some(let text)): text.range
            default: document.body
            }
        return withQuotes(head, kind, range, event: event)
    }

    /// The head, after its text's quotes that are statements were added to the entries.
    private mutating func withQuotes(
        _ head: EntryHead, _ kind: EntryKind, _ range: TextRange, event: String?
    ) -> EntryHead {
        guard let body = head.body else { return head }
        let quoted = QuotedStatements(in: body, of: head, kind, range, isInEvent: event != nil)
        diagnostics += quoted.diagnostics
        if quoted.statements.isEmpty { return head }
        for statement in quoted.statements { entries.append(.entry(statement, folder: event)) }
        return head.with(quoted.prose)
    }

    /// Reports a text that begins with a field of the document, which was meant to be above the text.
    private mutating func reportFieldInText(_ kind: EntryKind) {
        let start = document.body.start
        let text = file.bytes[Int(start)..<Int(document.body.end)]
        guard let first = text.firstIndex(where: { $0 > 0x20 }) else { return }
        let name = text[first...].prefix {
            $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ":") else { return }
        let after = name.endIndex + 1
        if after < text.endIndex, text[after] > 0x20 { return }
        let word = String(decoding: name, as: UTF8.self)
        let fields = (Vocabulary.record(kind.word)?.fields ?? []) + Vocabulary.common
        let isField = fields.contains { $0.name == word } || (kind == .event && EntryFolder(named: word) != nil)
        guard document.hasFrontMatter, isField else { return }
        diagnostics.append(
            Diagnostic(
                .fieldBelowFrontMatter, "'\(word):' stands in the text, where readers see it",
                at: TextLocation(file, TextRange(first, name.endIndex)),
                hint: "a field of the \(kind.word) stands above the second line of '---'"))
    }

    /// An entry that is text alone is reported once, and not for each field that it lacks.
    fileprivate func withoutFrontMatter(_ kind: EntryKind) -> Diagnostic {
        let fields = Vocabulary.record(kind.word)?.fields.filter(\.isRequired).map { "'\($0.name)'" } ?? []
        return Diagnostic(
            .missingField, "this \(kind.word) has no front matter", at: TextLocation(file, TextRange(at: 0)),
            hint:
                "begin the file with a line of '---', its fields (\(fields.joined(separator: ", "))), and a line of '---'"
        )
    }

    fileprivate mutating func readPage(folder: String?) {
        var fields = Fields(document.frontMatter, in: file, of: PageFields.record.description.name)
        let id = Placing.id(ofDocument: document.path)
        let head = readHead(&fields, .page, id: Located(id, TextRange(at: 0)), event: folder)
        var values = PageFields()
        let isUsable = values.read(&fields, &self)
        diagnostics += fields.finish()
        entries.append(
            isUsable
                ? .page(Page(head: head, fields: values, event: nil), folder: folder)
                : .unusable(.page, id: id, folder: folder))
    }

    /// The event itself, and the entries that it lists in its front matter.
    fileprivate mutating func readEvent(folder: String) {
        var fields = Fields(document.frontMatter, in: file, of: EventFields.record.description.name)
        let id = folder.isEmpty ? Event.idWithoutFolder : Placing.split(folder).name
        let head = readHead(&fields, .event, id: Located(id, TextRange(at: 0)), event: folder)
        var values = EventFields()
        _ = values.read(&fields, &self)
        _ = fields.requiredText("summary")
        for list in EntryFolder.all where list.kind != .source {
            for item in fields.mappings(list.name, of: list.word) {
                readItem(list, item, folder: folder)
            }
        }
        for list in EntryFolder.all where list.kind == .source {
            for node in fields.items(list.name) where definesSource(node, in: fields) {
                readItem(list, Fields(node, in: file, of: list.word), folder: folder)
            }
        }
        // Without a title the site is not built, and yet the event's entries are checked.
        if values.title.isAbsent { values.title = Located(id, TextRange(at: Int(fields.range.start))) }
        diagnostics += fields.finish()
        if document.frontMatter.isIncomplete { entries.append(.cutShort(folder: folder)) }
        entries.append(.event(Event(head: head, folder: folder, fields: values)))
    }

    private mutating func readItem(_ list: EntryFolder, _ item: Fields, folder: String) {
        var item = item
        let body = item.text("body")
        guard var id = item.requiredText("id") else {
            // Reads the rest all the same, so that all of the item's problems are reported at once.
            var unnamed = EntryReader(document: document, options: options)
            unnamed.folder = list
            unnamed.readEntry(list.kind, item, id: Located("", TextRange(at: 0)), folder: folder, item: body)
            diagnostics += unnamed.diagnostics
            return
        }
        if !isValidID(id.value) {
            let near = validID(near: id.value)
            item.report(
                Diagnostic(
                    .invalidID, "'\(id.value)' cannot be an id", at: TextLocation(file, id.range),
                    hint: "ids are lower-case ASCII letters, digits and single hyphens"
                        + (near.isEmpty ? "" : ": '\(near)'"),
                    fixIt: near.isEmpty
                        ? nil : FixIt(replacing: TextLocation(file, id.range), with: near, title: "write '\(near)'")))
            id = id.map(usableID)
        }
        self.folder = list
        readEntry(list.kind, item, id: id, folder: folder, item: body)
        self.folder = nil
    }
}
