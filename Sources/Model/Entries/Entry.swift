import Diagnostics
import Reading

/// What every entry has, whatever its kind.
package struct EntryHead: Sendable {
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

    package var summary: Located<String>?
    package var sources: [SourceUse] = []
    package var updated: Located<EventDate>?
    package var corrections: [Correction] = []
    package var movedFrom: [Located<String>] = []
    package var isDraft = false
    package var embargo: Located<EventDate>?
    package var hold: Located<String>?
    /// The Markdown body; nil where there is none.
    package var body: Prose?

    package func location(_ range: TextRange) -> TextLocation { TextLocation(file, range) }
}

/// An entry of one of the kinds that an event is made of.
package protocol Entry: Sendable {
    static var kind: EntryKind { get }
    var head: EntryHead { get set }
    /// What lists, links and messages call it.
    var displayName: String { get }
    /// The date at which it became known; nil for what has none (parties, people, terms).
    var knownSince: EventDate? { get }
    /// Lets a visitor see, and look up, every reference that the entry makes in its fields.
    mutating func visitReferences(_ visitor: inout some ReferenceVisitor)
    /// Lets a visitor see every Markdown text of the entry, its body first.
    func visitProse(_ visit: (Prose) -> Void)
    /// The entry's list among others of all kinds.
    static func list(in entries: Entries) -> [Self]
}

extension Entry {
    package var knownSince: EventDate? { nil }
    package var id: String { head.id }
}

/// What is done with each reference of an entry, by kind.
package protocol ReferenceVisitor {
    mutating func visit<Target: Entry>(_ reference: inout Reference<Target>)
    mutating func visit(_ reference: inout AnyReference)
}

extension ReferenceVisitor {
    mutating func visit<Target: Entry>(_ references: inout [Reference<Target>]) {
        for index in references.indices { visit(&references[index]) }
    }

    mutating func visit<Target: Entry>(_ reference: inout Reference<Target>?) {
        guard var present = reference else { return }
        visit(&present)
        reference = present
    }

    mutating func visit(_ references: inout [AnyReference]) {
        for index in references.indices { visit(&references[index]) }
    }

    mutating func visit(_ uses: inout [SourceUse]) {
        for index in uses.indices { visit(&uses[index].source) }
    }

    mutating func visit(_ head: inout EntryHead) { visit(&head.sources) }
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
package struct Entries: Sendable {
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
}
