import Diagnostics
import Reading

/// Something that somebody said or wrote (Popolo Speech). Verbatim words and the writer's own never share a field.
package struct Statement: Entry {
    package enum Medium: String, CaseIterable, Sendable {
        case speech, interview, hearing
        case pressRelease = "press-release"
        case letter
        case socialPost = "social-post"
        case blogPost = "blog-post"
        case website, broadcast
        case courtFiling = "court-filing"
        case report, memo, article, other
    }

    package enum Act: String, CaseIterable, Sendable {
        case demands, refuses, threatens, promises, explains, accuses, denies, announces, asks, answers
    }

    /// Who spoke: a person, or a party as such.
    package enum Speaker: Sendable {
        case person(Handle<Person>)
        case party(Handle<Party>)
    }

    package static var kind: EntryKind { .statement }
    package var head: EntryHead
    /// The id of a person or a party; looked up among people first.
    package var speaker: SpeakerReference
    package var forParty: Reference<Party>?
    package let asRole: Located<String>?
    package let date: Located<EventDate>
    package let words: Located<String>?
    package let paraphrase: Prose?
    package let medium: Located<Medium>
    package let venue: Located<String>?
    package let act: Located<Act>?
    package var about: [AnyReference]
    package let originalLanguage: Located<String>?
    package let title: Located<String>?

    package var displayName: String { title?.value ?? words?.value ?? "" }
    package var knownSince: EventDate? { date.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        speaker.visitReferences(&visitor)
        visitor.visit(&forParty)
        visitor.visit(&about)
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        if let paraphrase { visit(paraphrase) }
    }

    package static func list(in entries: Entries) -> [Statement] { entries.statements }
}

/// The speaker as written: an id that may name a person or a party.
package struct SpeakerReference: Sendable {
    package var person: Reference<Person>
    package var party: Reference<Party>

    package init(_ located: Located<String>) {
        person = Reference(located)
        party = Reference(located)
    }

    package var range: TextRange { person.range }
    package var text: String { person.text }

    package var target: Statement.Speaker? {
        if let found = person.target { return .person(found) }
        return party.target.map(Statement.Speaker.party)
    }

    package var isWithheld: Bool { target == nil && (person.resolution == .withheld || party.resolution == .withheld) }

    mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&person)
        visitor.visit(&party)
    }
}
