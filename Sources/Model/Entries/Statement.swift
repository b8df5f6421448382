import Diagnostics
import Reading

/// Something that somebody said or wrote (Popolo Speech). Verbatim words and the writer's own never share a field.
package final class Statement: Entry {
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
    package let head: EntryHead
    /// The id of a person or a party; looked up among people first.
    package let speaker: SpeakerReference
    package let forParty: Reference<Party>?
    package let asRole: Located<String>?
    package let date: Located<EventDate>
    package let words: Located<String>?
    package let paraphrase: Prose?
    package let medium: Located<Medium>
    package let venue: Located<String>?
    package let act: Located<Act>?
    package let about: [AnyReference]
    package let originalLanguage: Located<String>?
    package let title: Located<String>?

    init(
        head: EntryHead, speaker: SpeakerReference, forParty: Reference<Party>?, asRole: Located<String>?,
        date: Located<EventDate>, words: Located<String>?, paraphrase: Prose?, medium: Located<Medium>,
        venue: Located<String>?, act: Located<Act>?, about: [AnyReference], originalLanguage: Located<String>?,
        title: Located<String>?
    ) {
        self.head = head
        self.speaker = speaker
        self.forParty = forParty
        self.asRole = asRole
        self.date = date
        self.words = words
        self.paraphrase = paraphrase
        self.medium = medium
        self.venue = venue
        self.act = act
        self.about = about
        self.originalLanguage = originalLanguage
        self.title = title
    }

    package var displayName: String { title?.value ?? words?.value ?? "" }
    package var knownSince: EventDate? { date.value }

    package func resolved(by resolver: inout some EntryResolver) -> Statement {
        Statement(
            head: resolver.resolved(head), speaker: speaker.resolved(by: &resolver),
            forParty: resolver.resolved(forParty), asRole: asRole, date: date, words: words, paraphrase: paraphrase,
            medium: medium, venue: venue, act: act, about: resolver.resolved(about), originalLanguage: originalLanguage,
            title: title
        )
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

    func resolved(by resolver: inout some EntryResolver) -> SpeakerReference {
        var result = self
        result.person = resolver.resolved(person)
        result.party = resolver.resolved(party)
        return result
    }
}
