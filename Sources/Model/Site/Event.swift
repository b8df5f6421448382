import Diagnostics
import Reading

/// One public dispute.
package struct Event: Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case open, settled, stalled, ended
    }

    package struct KeyFact: Sendable {
        package let label: Located<String>
        package let value: Prose
        package var sources: [SourceUse]
    }

    package var head: EntryHead
    /// The folder below `content/`, without a slash; empty in a one-event site.
    package let folder: String
    package let title: Located<String>
    package let began: Located<EventDate>?
    package var ended: Located<EventDate>?
    package let place: Located<String>?
    /// The zone in which clock times are shown; the site's where the event names none.
    package let zone: ClockZone?
    package let statusOverride: Located<Status>?
    package var keyFacts: [KeyFact]
    package let asOf: Located<EventDate>?
    package let language: Located<String>?
    package var entries = Entries()

    package var displayName: String { title.value }

    /// Looks up the references that its own document makes.
    package mutating func resolve(by resolver: inout some EntryResolver) {
        head = resolver.resolved(head)
        for index in keyFacts.indices { keyFacts[index].sources = resolver.resolved(keyFacts[index].sources) }
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        for fact in keyFacts { visit(fact.value) }
    }
}

/// A free page: about, methodology and the like.
package struct Page: Sendable {
    package var head: EntryHead
    package let title: Located<String>
    /// The event it belongs to; nil at the top level.
    package let event: Int?

    package var displayName: String { title.value }
}
