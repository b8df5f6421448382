import Diagnostics
import Reading

/// One public dispute.
@dynamicMemberLookup
@usableFromInline package struct Event: Sendable {
    /// The id of the only event of a site, which has no folder.
    package static let idWithoutFolder = "event"

    package enum Status: String, ClosedList {
        case open, settled, stalled, ended

        /// Whether nothing more is to come.
        package var isOver: Bool { self == .settled || self == .ended }
    }

    /// A fact for the head of the event's page.
    package struct KeyFact: Record {
        package var label = Located<String>.absent
        package var value = Prose.absent
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "key fact", "A fact for the head of the page.", place: "an item of 'key_facts' in event.md",
            fields: [
                Field("label", \.label, "What it is about: 'At stake'."),
                Field("value", \.value, "The fact."),
                Field("sources", \.sources, "Where it was found."),
            ])
    }

    /// A part of the dispute's time; an entry belongs to the phase in which it begins.
    package struct Phase: Record {
        package var id = Located<String>.absent
        package var title = Located<String>.absent
        package var from = Located<EventDate>.absent
        package var until: Located<EventDate>?
        package var summary: Located<String>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "phase", "A part of the dispute's time.", place: "an item of 'phases' in event.md",
            fields: [
                Field("id", \.id, "Its id."),
                Field("title", \.title, "Its title."),
                Field("from", \.from, "Its first day."),
                Field("until", \.until, "Its last day.", .tellsOfLater),
                Field("summary", \.summary, "What happened in it, in one sentence."),
            ])

        package func isLater(than limit: AsOfLimit) -> Bool { from.isLater(than: limit) }

        /// A sentence on what happened in it may tell of its end.
        package mutating func adjust(after before: Phase) {
            if before.until != nil, until == nil { summary = nil }
        }
    }

    package private(set) var head: EntryHead
    /// The folder below `content/`, without a slash; empty in a one-event site.
    package let folder: String
    @usableFromInline package private(set) var fields: EventFields
    @usableFromInline package var entries = Entries()

    init(head: EntryHead, folder: String, fields: EventFields) {
        self.head = head
        self.folder = folder
        self.fields = fields
    }

    @inlinable @inline(__always)
    package subscript<Value>(dynamicMember path: KeyPath<EventFields, Value>) -> Value { fields[keyPath: path] }

    package var displayName: String { fields.title.value }

    /// Looks up the references of its own document and of its entries.
    mutating func resolve(by resolver: inout ReferenceResolver) {
        head = head.resolved(by: &resolver)
        fields.resolve(by: &resolver)
        entries.resolve(by: &resolver)
    }

    /// Takes out what it tells of a time after a moment; returns the names of its own fields that were taken out whole.
    ///
    /// - Parameter hasLater: whether entries of a later time are left out. A word without a date, such as a typed status,
    ///   may then tell of them.
    mutating func forget(after limit: AsOfLimit, hasLater: Bool) -> [String] {
        let (ended, summary) = (fields.ended, head.summary)
        let isRewritten = head.updated?.isLater(than: limit) ?? false
        // Words without a date of their own may tell of what is left out; `updated` says that they do not.
        let mayTellOfLater = isRewritten || (hasLater && head.updated == nil && fields.ended == nil)
        var forgotten: [String] = []
        fields.forget(after: limit)
        if ended != nil, fields.ended == nil { forgotten.append("ended") }
        let endsLater = ended.map { $0.isLater(than: limit) } ?? (hasLater || isRewritten)
        if endsLater { forgotten += fields.forgetEnd() }
        head = head.forgetting(after: limit)
        if summary != nil, mayTellOfLater || (ended != nil && endsLater) {
            head = head.withoutSummary
            forgotten.append("summary")
        }
        entries.forget(after: limit, hasLater: hasLater)
        return forgotten
    }

    /// Leaves out the key facts, accounts and grounds, and the sections of its text and of its entries' texts, that name later entries; returns
    /// what was left out of each.
    mutating func leaveOut(_ later: LaterEntries) -> [LaterEntries.Part] {
        var parts: [LaterEntries.Part] = []
        let own = head
        fields.keyFacts.removeAll { fact in
            let cause =
                later.firstNamed(in: fact.value, fact.value.nodes.indices, of: own.path)
                ?? fact.sources.lazy.compactMap { later.nameOfLater(.source, $0.source.text) }.first
            if let cause {
                parts.append(
                    LaterEntries.Part(
                        kind: .event, head: own, name: "key fact '\(fact.label.value)'", cause: cause))
            }
            return cause != nil
        }
        head = head.leavingOut(later, of: .event, &parts)
        entries.mapHeads { kind, head in head.leavingOut(later, of: kind, &parts) }
        entries.responses = entries.responses.map { $0.leavingOutGrounds(later, &parts) }
        return parts
    }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        fields.visitReferences(visit)
        head.fields.visitReferences(visit)
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        fields.visitProse(visit)
    }
}

@usableFromInline package struct EventFields: Record {
    package var title = Located<String>.absent
    /// The writer's own word, where the computed status would be wrong.
    package var statusOverride: Located<Event.Status>?
    /// The state line in the writer's words.
    package var state: Located<String>?
    /// What was agreed, or how it ended.
    package var outcome: Prose?
    package var phases: [Event.Phase] = []
    package var asOf: Located<EventDate>?
    package var began: Located<EventDate>?
    package var ended: Located<EventDate>?
    package var place: Located<String>?
    /// The zone in which clock times are shown; the site's if the event names none.
    package var zone: ClockZone?
    package var language: Located<String>?
    package var keyFacts: [Event.KeyFact] = []
    package var authors: [Author] = []

    package init() {}

    /// The last phase of those that are left, if it ended with the next, may tell of that.
    package mutating func adjust(after before: EventFields) {
        if phases.count < before.phases.count, let last = phases.indices.last, phases[last].until == nil {
            phases[last].summary = nil
        }
    }

    package static let record = RecordDeclaration<Self>(
        "event", "One public dispute; the text below is its page. It may list entries that have no file of their own.",
        place: "event.md, or <event>/event.md for each of several", isEntry: true,
        fields: [
            Field("title", \.title, "What the dispute is called."),
            Field(
                "language", \.language, "The language of its texts; else the site's.", form: .languageTag,
                note: "BCP 47."),
            Field(
                "zone", \.zone, "The zone in which its clock times are shown; else the site's.",
                note: "IANA time zone in which days are counted and clock times are said."),
            Field("status", \.statusOverride, "Where it stands; computed where it is absent.", .tellsOfEnd),
            Field(
                "as_of", \.asOf, "Until when the record goes; else its latest date.",
                note: "The date of the record: what is open, overdue or lapsed is so at this date."),
            Field(
                "state", \.state, "The state of the event in your own words, in at most 140 characters.",
                .tellsOfEnd, dataName: "stated", note: "The state of the event in the writer's own words."),
            Field("outcome", \.outcome, "What was agreed or how it ended, in one sentence.", .tellsOfEnd),
            Field("phases", \.phases, "The parts of the dispute's time, first to last.", .tellsOfLater),
            Field("began", \.began, "When the dispute began."),
            Field("ended", \.ended, "When it ended.", .tellsOfLater),
            Field("place", \.place, "Where it takes place."),
            Field("key_facts", \.keyFacts, "A few facts for the head of the page."),
            Field("authors", \.authors, "Who wrote it; else the site's authors.", note: "Who wrote it."),
        ],
        further: [
            FieldDescription(
                "summary", "What is going on, in one sentence of at most 200 characters.", .text(.plain),
                isRequired: true)
        ]
            + EntryFolder.all.filter { $0.kind != .source }.map { list in
                FieldDescription(
                    list.name, "Entries as in '\(list.name)/', each with an 'id', and its text as 'body'.",
                    .list(.entries(list.kind)))
            })
}

/// A free page: about, methodology and the like.
@dynamicMemberLookup
package struct Page: Sendable {
    package var head: EntryHead
    package let fields: PageFields
    /// The event it belongs to; nil at the top level.
    package let event: Int?

    package subscript<Value>(dynamicMember path: KeyPath<PageFields, Value>) -> Value { fields[keyPath: path] }

    package var displayName: String { fields.title.value }

    package func visitReferences(_ visit: (FieldReference) -> Void) {
        fields.visitReferences(visit)
        head.fields.visitReferences(visit)
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        fields.visitProse(visit)
    }
}

package struct PageFields: Record {
    package var title = Located<String>.absent
    /// The name of a file in the theme's folder `pages`; nil for the theme's `page.html`.
    package var template: Located<String>?
    package var paged: PagedList?
    package var authors: [Author] = []

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "page", "A page of your own: about, methodology.", place: "<id>.md beside site.md or event.md", isEntry: true,
        fields: [
            Field("title", \.title, "Its title."),
            Field(
                "template", \.template,
                "The page's own template: the name of a file in 'templates/pages/', as in 'deadlines.html'.",
                form: .path),
            Field("paged", \.paged, "The list of its template that takes several pages."),
            Field("authors", \.authors, "Who wrote it."),
        ])
}
