import Diagnostics
import Reading

/// Something that happened and is neither a demand, an answer, a threat nor a statement.
package struct Moment: Entry {
    package enum Kind: String, CaseIterable, Sendable {
        case meeting, agreement, vote, ruling, filing, publication, action, attack, background, other
    }

    package static var kind: EntryKind { .moment }
    package var head: EntryHead
    package let title: Located<String>
    package let date: Located<EventDate>
    package let kindOfMoment: Located<Kind>
    package var parties: [Reference<Party>]
    package var about: [AnyReference]

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        visitor.visit(&parties)
        visitor.visit(&about)
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Moment] { entries.moments }
}
