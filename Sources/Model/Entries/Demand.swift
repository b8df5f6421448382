import Diagnostics
import Reading

/// What one party asks of another.
package struct Demand: Entry {
    /// PLOVER's modes of REQUEST, which it shares with REJECT, so that a demand and its refusal pair.
    package enum Aim: String, CaseIterable, Sendable {
        case assist, change, yield, meet
    }

    package enum Channel: String, CaseIterable, Sendable {
        case `public`, `private`, reported, leaked, court
    }

    /// What has become of a demand; computed from its answers, its deadline and the record's date.
    package enum Status: String, CaseIterable, Sendable {
        case open, negotiating, refused
        case partlyMet = "partly-met"
        case met, settled, withdrawn, replaced, lapsed
    }

    package static var kind: EntryKind { .demand }
    package var head: EntryHead
    package let title: Located<String>
    package var from: [Reference<Party>]
    package var to: [Reference<Party>]
    package let date: Located<EventDate>
    package let words: Located<String>?
    package var statement: Reference<Statement>?
    package let deadline: Located<EventDate>?
    package var orderedBy: Reference<Party>?
    package let aim: Located<Aim>?
    package let channel: Located<Channel>?
    package var replaces: Reference<Demand>?
    package var withdrawn: Located<EventDate>?
    /// The writer's own word, where the computed status would be wrong.
    package let statusOverride: Located<Status>?
    package let statusReason: Located<String>?

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        visitor.visit(&from)
        visitor.visit(&to)
        visitor.visit(&statement)
        visitor.visit(&orderedBy)
        visitor.visit(&replaces)
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Demand] { entries.demands }
}
