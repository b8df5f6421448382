import Diagnostics
import Reading

/// What one party asks of another.
package final class Demand: Entry {
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
    package let head: EntryHead
    package let title: Located<String>
    package let from: [Reference<Party>]
    package let to: [Reference<Party>]
    package let date: Located<EventDate>
    package let words: Located<String>?
    package let statement: Reference<Statement>?
    package let deadline: Located<EventDate>?
    package let orderedBy: Reference<Party>?
    package let aim: Located<Aim>?
    package let channel: Located<Channel>?
    package let replaces: Reference<Demand>?
    package let withdrawn: Located<EventDate>?
    /// The writer's own word, where the computed status would be wrong.
    package let statusOverride: Located<Status>?
    package let statusReason: Located<String>?

    init(
        head: EntryHead, title: Located<String>, from: [Reference<Party>], to: [Reference<Party>],
        date: Located<EventDate>, words: Located<String>?, statement: Reference<Statement>?,
        deadline: Located<EventDate>?, orderedBy: Reference<Party>?, aim: Located<Aim>?, channel: Located<Channel>?,
        replaces: Reference<Demand>?, withdrawn: Located<EventDate>?, statusOverride: Located<Status>?,
        statusReason: Located<String>?
    ) {
        self.head = head
        self.title = title
        self.from = from
        self.to = to
        self.date = date
        self.words = words
        self.statement = statement
        self.deadline = deadline
        self.orderedBy = orderedBy
        self.aim = aim
        self.channel = channel
        self.replaces = replaces
        self.withdrawn = withdrawn
        self.statusOverride = statusOverride
        self.statusReason = statusReason
    }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package func resolved(by resolver: inout some EntryResolver) -> Demand {
        Demand(
            head: resolver.resolved(head), title: title, from: resolver.resolved(from), to: resolver.resolved(to),
            date: date, words: words, statement: resolver.resolved(statement), deadline: deadline,
            orderedBy: resolver.resolved(orderedBy), aim: aim, channel: channel, replaces: resolver.resolved(replaces),
            withdrawn: resolver.known(withdrawn), statusOverride: statusOverride, statusReason: statusReason
        )
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Demand] { entries.demands }
}
