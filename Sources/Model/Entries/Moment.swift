import Diagnostics
import Reading

/// Something that happened and is neither a demand, an answer, a threat nor a statement.
package final class Moment: Entry {
    package enum Kind: String, CaseIterable, Sendable {
        case meeting, agreement, vote, ruling, filing, publication, action, attack, background, other
    }

    package static var kind: EntryKind { .moment }
    package let head: EntryHead
    package let title: Located<String>
    package let date: Located<EventDate>
    package let kindOfMoment: Located<Kind>
    package let parties: [Reference<Party>]
    package let about: [AnyReference]

    init(
        head: EntryHead, title: Located<String>, date: Located<EventDate>, kindOfMoment: Located<Kind>,
        parties: [Reference<Party>], about: [AnyReference]
    ) {
        self.head = head
        self.title = title
        self.date = date
        self.kindOfMoment = kindOfMoment
        self.parties = parties
        self.about = about
    }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package func resolved(by resolver: inout some EntryResolver) -> Moment {
        Moment(
            head: resolver.resolved(head), title: title, date: date, kindOfMoment: kindOfMoment,
            parties: resolver.resolved(parties), about: resolver.resolved(about)
        )
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Moment] { entries.moments }
}
