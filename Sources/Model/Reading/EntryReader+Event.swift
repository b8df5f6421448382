import Diagnostics
import Reading

extension EntryReader {
    /// The event itself, and the entries that it lists in its front matter.
    mutating func readEvent(folder: String) {
        var fields = Fields(document.frontMatter, in: file, of: "event")
        let id = folder.isEmpty ? "event" : Placing.split(folder).name
        let head = readHead(&fields, id: Located(id, TextRange(at: 0)))
        let title = fields.requiredText("title")
        _ = fields.requiredText("summary")
        let began = date(&fields, "began")
        let ended = date(&fields, "ended")
        let place = fields.text("place")
        let zone = clockZone(&fields)
        let status = fields.choice("status", of: Event.Status.self)
        var facts: [Event.KeyFact] = []
        for var item in fields.mappings("key_facts", of: "key fact") {
            let label = item.requiredText("label")
            let value = item.requiredText("value").map { inline($0) }
            let sources = sourceUses(&item)
            diagnostics += item.finish()
            if let label, let value { facts.append(Event.KeyFact(label: label, value: value, sources: sources)) }
        }
        let asOf = date(&fields, "as_of")
        let language = languageTag(&fields, "language")
        for kind in EntryKind.allCases where kind.folder != nil && kind != .source {
            readList(kind, kind.folder ?? "", &fields, folder: folder)
        }
        readList(.response, "refusals", &fields, folder: folder)
        readSources(&fields, folder: folder)
        diagnostics += fields.finish()
        if document.frontMatter.isIncomplete { entries.append(.cutShort(folder: folder)) }
        // Without a title the site is not built, and yet the event's entries are checked.
        let event = Event(
            head: head, folder: folder, title: title ?? Located(id, TextRange(at: Int(fields.range.start))),
            began: began, ended: ended, place: place, zone: zone, statusOverride: status, keyFacts: facts, asOf: asOf,
            language: language)
        entries.append(.event(event))
    }

    private mutating func readList(_ kind: EntryKind, _ field: String, _ fields: inout Fields, folder: String) {
        for item in fields.mappings(field, of: kind.word) {
            readItem(kind, item, folder: folder, isInRefusals: field == "refusals")
        }
    }

    /// Items of `sources` that have a title define a source; the others only cite.
    private mutating func readSources(_ fields: inout Fields, folder: String) {
        for node in fields.items("sources") {
            guard case .mapping(let pairs) = node.kind, pairs.contains(where: { $0.key.value == "title" }) else {
                continue
            }
            readItem(.source, Fields(node, in: file, of: "source"), folder: folder, isInRefusals: false)
        }
    }

    private mutating func readItem(_ kind: EntryKind, _ item: consuming Fields, folder: String, isInRefusals: Bool) {
        var item = item
        let body = item.text("body")
        guard var id = item.requiredText("id") else {
            // Reads the rest all the same, so that all of the item's problems are reported at once.
            var unnamed = EntryReader(document: document, options: options)
            unnamed.readEntry(
                kind, item, id: Located("", TextRange(at: 0)), folder: folder, isInRefusals: isInRefusals, body: body,
                isInline: true)
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
        readEntry(kind, item, id: id, folder: folder, isInRefusals: isInRefusals, body: body, isInline: true)
    }
}
