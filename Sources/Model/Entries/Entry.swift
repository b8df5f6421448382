import Diagnostics
import Reading

/// What every entry has, whatever its kind. A class for the same reason as entries are.
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

    package let summary: Located<String>?
    package let sources: [SourceUse]
    package let updated: Located<EventDate>?
    package let corrections: [Correction]
    package let movedFrom: [Located<String>]
    package let isDraft: Bool
    package let embargo: Located<EventDate>?
    package let hold: Located<String>?
    /// The Markdown body; nil where there is none.
    package let body: Prose?

    init(
        id: Located<String>, file: TextFile, range: TextRange, path: String, isInline: Bool,
        summary: Located<String>? = nil, sources: [SourceUse] = [], updated: Located<EventDate>? = nil,
        corrections: [Correction] = [], movedFrom: [Located<String>] = [], isDraft: Bool = false,
        embargo: Located<EventDate>? = nil, hold: Located<String>? = nil, body: Prose? = nil
    ) {
        self.id = id.value
        idRange = id.range
        self.file = file
        self.range = range
        self.path = path
        self.isInline = isInline
        self.summary = summary
        self.sources = sources
        self.updated = updated
        self.corrections = corrections
        self.movedFrom = movedFrom
        self.isDraft = isDraft
        self.embargo = embargo
        self.hold = hold
        self.body = body
    }

    /// The same head with other sources, corrections and date of update.
    func with(
        sources: [SourceUse]? = nil, corrections: [Correction]? = nil, updated: Located<EventDate>?
    ) -> EntryHead {
        EntryHead(
            id: Located(id, idRange), file: file, range: range, path: path, isInline: isInline, summary: summary,
            sources: sources ?? self.sources, updated: updated, corrections: corrections ?? self.corrections,
            movedFrom: movedFrom, isDraft: isDraft, embargo: embargo, hold: hold, body: body)
    }

    package func location(_ range: TextRange) -> TextLocation { TextLocation(file, range) }
}

/// An entry of one of the kinds that an event is made of.
///
/// Entries are classes, though nothing about one ever changes: a page asks for the same few entries hundreds of times,
/// and each time but one reference is counted instead of the dozens that an entry holds.
@usableFromInline package protocol Entry: AnyObject, Sendable {
    static var kind: EntryKind { get }
    var head: EntryHead { get }
    /// What lists, links and messages call it.
    var displayName: String { get }
    /// The date at which it became known; nil for what has none (parties, people, terms).
    var knownSince: EventDate? { get }
    /// The same entry with each of its parts passed through a resolver.
    func resolved(by resolver: inout some EntryResolver) -> Self
    /// Lets a visitor see every Markdown text of the entry, its body first.
    func visitProse(_ visit: (Prose) -> Void)
    /// The entry's list among others of all kinds.
    static func list(in entries: Entries) -> [Self]
}

extension Entry {
    package var knownSince: EventDate? { nil }
    package var id: String { head.id }
}

/// What is done with each part of an entry when a site is put together: references are looked up, what came after a
/// date is forgotten.
@usableFromInline package protocol EntryResolver {
    mutating func resolved<Target: Entry>(_ reference: Reference<Target>) -> Reference<Target>
    mutating func resolved(_ reference: AnyReference) -> AnyReference
    mutating func resolved(_ head: EntryHead) -> EntryHead
    /// The date of something that may have come later; nil where it did.
    func known(_ date: Located<EventDate>?) -> Located<EventDate>?
}

extension EntryResolver {
    package func known(_ date: Located<EventDate>?) -> Located<EventDate>? { date }

    package mutating func resolved<Target: Entry>(_ references: [Reference<Target>]) -> [Reference<Target>] {
        references.map { resolved($0) }
    }

    package mutating func resolved<Target: Entry>(_ reference: Reference<Target>?) -> Reference<Target>? {
        reference.map { resolved($0) }
    }

    package mutating func resolved(_ references: [AnyReference]) -> [AnyReference] { references.map { resolved($0) } }

    package mutating func resolved(_ uses: [SourceUse]) -> [SourceUse] {
        uses.map { SourceUse(source: resolved($0.source), at: $0.at) }
    }

    package mutating func resolved(_ head: EntryHead) -> EntryHead {
        head.sources.isEmpty ? head : head.with(sources: resolved(head.sources), updated: head.updated)
    }
}

/// A source named by an entry, with the place in it.
package struct SourceUse: Sendable {
    package var source: Reference<Source>
    /// Where in the source: "para. 4".
    package let at: String?

    package init(source: Reference<Source>, at: String?) {
        self.source = source
        self.at = at
    }
}

/// A change that readers are told of.
package struct Correction: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case correction, clarification, update, withdrawn
        case editorsNote = "editors-note"
    }

    package let date: Located<EventDate>
    package let kind: Located<Kind>
    package let text: Prose
}

/// All entries of one event, or those that all events share, each kind in the order of their ids.
@usableFromInline package struct Entries: Sendable {
    package var parties: [Party] = []
    package var people: [Person] = []
    package var demands: [Demand] = []
    package var responses: [Response] = []
    package var threats: [Threat] = []
    package var statements: [Statement] = []
    package var moments: [Moment] = []
    package var sources: [Source] = []
    package var terms: [Term] = []

    package init() {}

    /// The entry at a place in the list of its kind, which is none of events and pages.
    subscript(kind: EntryKind, index: Int) -> any Entry {
        switch kind {
        case .party: parties[index]
        case .person: people[index]
        case .demand: demands[index]
        case .response: responses[index]
        case .threat: threats[index]
        case .statement: statements[index]
        case .moment: moments[index]
        case .source: sources[index]
        case .term, .event, .page: terms[index]
        }
    }

    /// How many there are, of all kinds.
    var count: Int {
        parties.count + people.count + demands.count + responses.count + threats.count + statements.count
            + moments.count + sources.count + terms.count
    }
}
