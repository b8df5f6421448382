import Diagnostics
import Reading

/// What every entry, event and page has, whatever its kind. A class for the same reason as entries are.
@dynamicMemberLookup
@usableFromInline package final class EntryHead: Sendable {
    /// The id: the file's name without `.md`, or a list item's `id`.
    package let id: String
    /// Where the id was written: the list item's `id`, or the start of the file.
    package let idRange: TextRange
    package let file: TextFile
    /// The fields' place in the file.
    package let range: TextRange
    /// The path below `content/` of the file, for relative links and pictures.
    package let path: String
    /// Whether the entry is an item of a list in `event.md`.
    package let isInline: Bool
    @usableFromInline package let fields: HeadFields
    /// The Markdown body; nil if there is none.
    package let body: Prose?

    init(
        id: Located<String>, file: TextFile, range: TextRange, path: String, isInline: Bool, fields: HeadFields,
        body: Prose?
    ) {
        self.id = id.value
        idRange = id.range
        self.file = file
        self.range = range
        self.path = path
        self.isInline = isInline
        self.fields = fields
        self.body = body
    }

    private func with(_ fields: HeadFields) -> EntryHead {
        EntryHead(
            id: Located(id, idRange), file: file, range: range, path: path, isInline: isInline, fields: fields,
            body: body)
    }

    @inlinable @inline(__always)
    package subscript<Value>(dynamicMember path: KeyPath<HeadFields, Value>) -> Value { fields[keyPath: path] }

    /// The same head with another body.
    func with(_ body: Prose?) -> EntryHead {
        EntryHead(
            id: Located(id, idRange), file: file, range: range, path: path, isInline: isInline, fields: fields,
            body: body)
    }

    func with(accounts: [Account]) -> EntryHead {
        var fields = fields
        fields.accounts = accounts
        return with(fields)
    }

    var withoutSummary: EntryHead {
        var fields = fields
        fields.summary = nil
        return with(fields)
    }

    package func location(_ range: TextRange) -> TextLocation { TextLocation(file, range) }

    package func visitProse(_ visit: (Prose) -> Void) {
        if let body { visit(body) }
        fields.visitProse(visit)
    }

    /// The same head with its references looked up; itself if it has none.
    func resolved(by resolver: inout ReferenceResolver) -> EntryHead {
        if fields.sources.isEmpty, fields.accounts.isEmpty, fields.backedBy.isEmpty { return self }
        var fields = fields
        fields.resolve(by: &resolver)
        return with(fields)
    }

    func forgetting(after limit: AsOfLimit) -> EntryHead {
        var fields = fields
        fields.forget(after: limit)
        return with(fields)
    }
}

/// The fields that every entry, event and page may have.
@usableFromInline package struct HeadFields: Record {
    package var summary: Located<String>?
    package var sources: [SourceUse] = []
    package var updated: Located<EventDate>?
    package var corrections: [Correction] = []
    package var movedFrom: [Located<String>] = []
    package var isDraft = false
    package var embargo: Located<EventDate>?
    package var hold: Located<String>?
    package var order: Located<Int>?
    package var accounts: [Account] = []
    /// Parties that support an act.
    package var backedBy: [Reference<Party>] = []
    /// The id of the event's phase that it belongs to, where its date does not say so.
    package var phase: Located<String>?
    package var extra: OwnData?
    /// Of a statement that a text quotes, the entry that the text belongs to: it is left out with that. Not a field.
    var quotedIn: EntryKey?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "entry", "What every entry, page and event may have.", place: "every entry, page and event",
        fields: [
            Field("summary", \.summary, "One sentence, at most 200 characters.", .comesFirst),
            Field("sources", \.sources, "Where it was found."),
            Field("updated", \.updated, "When the text last changed.", .tellsOfLater),
            Field("corrections", \.corrections, "Changes that readers are told of.", .tellsOfLater),
            Field(
                "moved_from", \.movedFrom,
                "Old addresses, from the site's root, that lead here, the oldest first; a folder without '.html'.",
                form: .path,
                isExported: false),
            Field("draft", \.isDraft, "Left out unless the build has --drafts.", isExported: false),
            Field("embargo", \.embargo, "Left out until that moment.", form: .moment, isExported: false),
            Field(
                "hold", \.hold,
                "A legal hold and its reason: the site is not built while the entry would be in it.",
                isExported: false),
            Field(
                "order", \.order,
                "A whole number: among entries of one date, the lowest comes first; 0 where it is absent.",
                isExported: false),
            Field(
                "accounts", \.accounts,
                "What parties, people or sources say happened, where their accounts differ; none is preferred."),
            Field("backed_by", \.backedBy, "The parties that support it."),
            Field(
                "phase", \.phase, "The id of the event's phase that it belongs to; else the one in which it begins."),
            Field(
                "extra", \.extra, "Your own data, in a mapping; it stands in event.json as it is.",
                note: "The writer's own data, as written; texts but for true and false."),
        ])

    package func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        if let embargo, !embargo.value.hasClock || embargo.value.form != .single || !embargo.value.doubt.isEmpty {
            fields.report(
                Diagnostic(
                    .noSuchDate,
                    embargo.value.hasClock
                        ? "an embargo ends at one moment" : "an embargo needs a clock time and an offset",
                    at: TextLocation(fields.file, embargo.range), hint: "write it as in '2026-03-01T06:00-05:00'"))
        }
        return true
    }
}

/// A source named by an entry, with the place in it.
package struct SourceUse: Record {
    package var source = Reference<Source>.absent
    /// Where in the source: "para. 4".
    package var place: Located<String>?
    package var at: String? { place?.value }

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "source reference", "A source with the place in it. In event.md, an item with a 'title' defines a source.",
        place: "an item of 'sources'", shorthand: Shorthand(field: "id", words: "a source's id", plural: "source ids"),
        fields: [
            Field("id", \.source, "The source."),
            Field("at", \.place, "The place in it: 'para. 4'.", note: "Where in the source: “para. 4”."),
        ])

    package static func read(
        _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
    ) -> SourceUse? {
        guard reader.definesSource(node, in: fields) else { return readRecord(node, field, &fields, &reader) }
        // The item is an entry, and is read as one elsewhere; here it cites itself.
        guard case .mapping(let pairs) = node.kind, let id = pairs.first(where: { $0.key.value == "id" })?.value.text
        else { return nil }
        var use = SourceUse()
        use.source = Reference(Located(usableID(id.value), id.range))
        return use
    }
}

/// What somebody says happened, beside what others say.
package struct Account: Record {
    package var by = WitnessReference.absent
    package var text = Prose.absent
    package var sources: [SourceUse] = []

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "account", "What a party, a person or a source says happened, beside what others say.",
        place: "an item of 'accounts'",
        fields: [
            Field("by", \.by, "Who says so: 'party:union', 'person:ada-hill' or 'source:report'."),
            Field("text", \.text, "What happened, as they tell it."),
            Field("sources", \.sources, "Where it was found."),
        ])
}

/// A change that readers are told of.
package struct Correction: Record {
    package enum Kind: String, ClosedList {
        case correction, clarification, update, withdrawn
        case editorsNote = "editors-note"
    }

    package var date = Located<EventDate>.absent
    package var kind = Located<Kind>.absent
    package var text = Prose.absent

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "correction", "A change that readers are told of.", place: "an item of 'corrections'",
        fields: [
            Field("date", \.date, "When it was made."),
            Field("kind", \.kind, "What kind of change."),
            Field("text", \.text, "What was wrong, and what is right."),
        ])

    package func isLater(than limit: AsOfLimit) -> Bool { date.isLater(than: limit) }
}
