import Diagnostics
import Reading

/// What one document holds: an event with the entries listed in it, one entry, or a page.
package enum ReadEntry: Sendable {
    /// Apart, for its size: without, each of the others would be as large.
    indirect case event(Event)
    case page(Page, folder: String?)
    /// `folder` is the event's; nil for what all events share.
    case party(Party, folder: String?)
    case person(Person, folder: String?)
    case source(Source, folder: String?)
    case term(Term, folder: String?)
    case demand(Demand, folder: String)
    case response(Response, folder: String)
    case threat(Threat, folder: String)
    case statement(Statement, folder: String)
    case moment(Moment, folder: String)
    /// An entry that is there and cannot be used; its problems are reported, and what refers to it has none.
    case unusable(EntryKind, id: String, folder: String?)
    /// An event whose document a fault of syntax cut short: nobody knows which entries the rest would have listed.
    case cutShort(folder: String)
}

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
    case .entry(let kind, let folder, let isInRefusals):
        let fields = Fields(document.frontMatter, in: document.file, of: kind.word)
        let id = Placing.id(ofDocument: document.path)
        if !document.hasFrontMatter, !document.frontMatter.isIncomplete {
            return Outcome([.unusable(kind, id: id, folder: folder)], [reader.withoutFrontMatter(kind)])
        }
        reader.readEntry(
            kind, fields, id: Located(id, TextRange(at: 0)), folder: folder, isInRefusals: isInRefusals, body: nil)
    }
    return Outcome(reader.entries, reader.diagnostics)
}

/// Reads the fields of one document's entries; collects entries and problems.
struct EntryReader {
    let document: Document
    let options: MarkdownOptions
    var entries: [ReadEntry] = []
    var diagnostics: [Diagnostic] = []

    init(document: Document, options: MarkdownOptions) {
        self.document = document
        self.options = options
    }

    var file: TextFile { document.file }

    /// Reads one entry from its fields; `inlineBody` is the body of a list item, nil for a file's own.
    mutating func readEntry(
        _ kind: EntryKind, _ fields: consuming Fields, id: Located<String>, folder: String?, isInRefusals: Bool,
        body inlineBody: Located<String>?, isInline: Bool = false
    ) {
        var fields = fields
        let head = readHead(&fields, id: id, isInline: isInline, inlineBody: inlineBody)
        let entry: ReadEntry?
        switch kind {
        case .party: entry = readParty(&fields, head).map { .party($0, folder: folder) }
        case .person: entry = readPerson(&fields, head).map { .person($0, folder: folder) }
        case .source: entry = readSource(&fields, head).map { .source($0, folder: folder) }
        case .term: entry = readTerm(&fields, head).map { .term($0, folder: folder) }
        case .demand: entry = readDemand(&fields, head).map { .demand($0, folder: folder ?? "") }
        case .response: entry = readResponse(&fields, head, isInRefusals).map { .response($0, folder: folder ?? "") }
        case .threat: entry = readThreat(&fields, head).map { .threat($0, folder: folder ?? "") }
        case .statement: entry = readStatement(&fields, head).map { .statement($0, folder: folder ?? "") }
        case .moment: entry = readMoment(&fields, head).map { .moment($0, folder: folder ?? "") }
        case .event, .page: entry = nil
        }
        diagnostics += fields.finish()
        if let entry {
            entries.append(entry)
        } else if !id.value.isEmpty {
            entries.append(.unusable(kind, id: id.value, folder: folder))
        }
    }

    /// What every entry may have.
    mutating func readHead(
        _ fields: inout Fields, id: Located<String>, isInline: Bool = false, inlineBody: Located<String>? = nil
    ) -> EntryHead {
        let summary = fields.text("summary")
        let sources = sourceUses(&fields)
        let updated = date(&fields, "updated")
        let movedFrom = fields.texts("moved_from")
        let isDraft = fields.truth("draft")?.value ?? false
        let embargo = date(&fields, "embargo")
        if let embargo, !embargo.value.hasClock {
            fields.report(
                Diagnostic(
                    .noSuchDate, "an embargo needs a clock time and an offset", at: TextLocation(file, embargo.range),
                    hint: "write it as in '2026-03-01T06:00-05:00'"))
        }
        let hold = fields.text("hold")
        var corrections: [Correction] = []
        for var item in fields.mappings("corrections", of: "correction") {
            let date = requiredDate(&item, "date")
            let kind = item.requiredChoice("kind", of: Correction.Kind.self)
            let text = item.requiredText("text").map { inline($0) }
            diagnostics += item.finish()
            if let date, let kind, let text { corrections.append(Correction(date: date, kind: kind, text: text)) }
        }
        var body: Prose?
        if let inlineBody {
            body = nonEmpty(absorb(Markdown.prose(inlineBody, in: file, options: options)))
        } else if !isInline {
            body = nonEmpty(absorb(Markdown.prose(document.body, in: file, options: options)))
        }
        return EntryHead(
            id: id, file: file, range: fields.range, path: document.path, isInline: isInline, summary: summary,
            sources: sources, updated: updated, corrections: corrections, movedFrom: movedFrom, isDraft: isDraft,
            embargo: embargo, hold: hold, body: body)
    }

    /// An entry that is text alone is reported once, and not for each field that it lacks.
    func withoutFrontMatter(_ kind: EntryKind) -> Diagnostic {
        let fields = FieldGuide.group(kind.word)?.fields.filter(\.isRequired).map { "'\($0.name)'" } ?? []
        return Diagnostic(
            .missingField, "this \(kind.word) has no front matter", at: TextLocation(file, TextRange(at: 0)),
            hint:
                "begin the file with a line of '---', its fields (\(fields.joined(separator: ", "))), and a line of '---'"
        )
    }

    func nonEmpty(_ prose: Prose) -> Prose? { prose.isEmpty ? nil : prose }

    mutating func absorb<Value>(_ outcome: Outcome<Value>) -> Value {
        diagnostics += outcome.diagnostics
        return outcome.value
    }

    /// One paragraph of inline Markdown from a field.
    mutating func inline(_ text: Located<String>) -> Prose {
        absorb(Markdown.inline(text, in: file, options: options))
    }

    // MARK: - Dates

    mutating func date(_ fields: inout Fields, _ name: String) -> Located<EventDate>? {
        guard let node = fields.node(name) else { return nil }
        return date(node, name, &fields)
    }

    mutating func requiredDate(_ fields: inout Fields, _ name: String) -> Located<EventDate>? {
        guard let node = fields.requiredNode(name) else { return nil }
        return date(node, name, &fields)
    }

    /// A date from a scalar, or from the list that YAML makes of unquoted EDTF brackets.
    private mutating func date(_ node: YAMLNode, _ name: String, _ fields: inout Fields) -> Located<EventDate>? {
        switch node.kind {
        case .scalar(let text, _):
            if text.isEmpty { return nil }
            switch EventDate.parse(text) {
            case .success(let date): return Located(date, node.range)
            case .failure(let fault): fields.report(dateDiagnostic(fault, text: text, range: node.range))
            }
        case .sequence(let items):
            // YAML makes a list of EDTF's square brackets where they are not quoted.
            let texts: [(String, TextRange)] = items.compactMap { item in
                if case .scalar(let written, _) = item.kind { (written, item.range) } else { nil }
            }
            switch EventDate.parse(texts.map(\.0)) {
            case .success(let date) where texts.count == items.count: return Located(date, node.range)
            case .success: fields.reportWrongType(name, node, expected: "a date")
            case .failure(let fault):
                let (text, range) = texts.indices.contains(fault.item) ? texts[fault.item] : ("", node.range)
                fields.report(dateDiagnostic(fault, text: text, range: range))
            }
        case .mapping: fields.reportWrongType(name, node, expected: "a date")
        }
        return nil
    }

    private func dateDiagnostic(_ fault: EventDateFault, text: String, range: TextRange) -> Diagnostic {
        // The fault's range counts inside the text; it can be shown, and mended, only where the text stands as it is
        // in the file.
        let written = file.bytes[range.offsets]
        var place = range
        var fixIt: FixIt?
        if let shift = written.firstRange(of: Array(text.utf8))?.lowerBound {
            place = TextRange(
                shift + fault.range.lowerBound, shift + max(fault.range.upperBound, fault.range.lowerBound + 1))
            let exact = TextRange(shift + fault.range.lowerBound, shift + fault.range.upperBound)
            fixIt = fault.replacement.map { replacement in
                FixIt(replacing: TextLocation(file, exact), with: replacement, title: "write '\(replacement)'")
            }
        }
        return Diagnostic(.noSuchDate, fault.message, at: TextLocation(file, place), hint: fault.hint, fixIt: fixIt)
    }

    // MARK: - References

    mutating func references<Target>(_ fields: inout Fields, _ name: String) -> [Reference<Target>] {
        fields.texts(name).map(Reference.init)
    }

    mutating func requiredReferences<Target>(_ fields: inout Fields, _ name: String) -> [Reference<Target>] {
        fields.requiredTexts(name).map(Reference.init)
    }

    mutating func reference<Target>(_ fields: inout Fields, _ name: String) -> Reference<Target>? {
        fields.text(name).map(Reference.init)
    }

    /// `sources`: ids, or `{id, at}`. In `event.md`, items with a title are entries and are read elsewhere.
    mutating func sourceUses(_ fields: inout Fields) -> [SourceUse] {
        let nodes = fields.items("sources")
        var uses: [SourceUse] = []
        uses.reserveCapacity(nodes.count)
        for node in nodes {
            switch node.kind {
            case .scalar(let text, _):
                uses.append(SourceUse(source: Reference(Located(text, node.range)), at: nil))
            case .mapping(let pairs):
                if pairs.contains(where: { $0.key.value == "title" }), document.isEvent,
                    fields.range == document.frontMatter.range
                {
                    if let id = pairs.first(where: { $0.key.value == "id" }), case .scalar(let text, _) = id.value.kind
                    {
                        uses.append(SourceUse(source: Reference(Located(usableID(text), id.value.range)), at: nil))
                    }
                    continue
                }
                var item = Fields(node, in: file, of: "source reference")
                let id = item.requiredText("id")
                let place = item.text("at")
                diagnostics += item.finish()
                if let id { uses.append(SourceUse(source: Reference(id), at: place?.value)) }
            case .sequence:
                fields.reportWrongType("sources", node, expected: "a source's id, or a mapping with 'id' and 'at'")
            }
        }
        return uses
    }
}

extension Document {
    /// Whether this is an event's own document.
    var isEvent: Bool { Placing.split(path).name == "event.md" }
}
