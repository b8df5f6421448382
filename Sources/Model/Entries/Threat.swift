import Diagnostics
import Reading

/// What a party says it will do unless a demand is met. The threat and its being carried out are kept apart (TIES).
package final class Threat: Entry {
    package enum Kind: String, CaseIterable, Sendable {
        case endContract = "end-contract"
        case endRelations = "end-relations"
        case withdraw, exclude, boycott
        case compelByLaw = "compel-by-law"
        case lawsuit, penalty, arrest
        case withholdService = "withhold-service"
        case restrictSpeech = "restrict-speech"
        case protest, strike, resign, force, other
    }

    package enum State: String, CaseIterable, Sendable {
        case threatened, imposed
        case partlyImposed = "partly-imposed"
        case blocked, withdrawn
        case notCarriedOut = "not-carried-out"
        case unknown
    }

    package static var kind: EntryKind { .threat }
    package let head: EntryHead
    package let title: Located<String>
    package let from: [Reference<Party>]
    package let to: [Reference<Party>]
    package let unless: [Reference<Demand>]
    package let kindOfThreat: Located<Kind>
    package let date: Located<EventDate>
    package let words: Located<String>?
    package let statement: Reference<Statement>?
    package let state: Located<State>
    package let stateDate: Located<EventDate>?
    package let deadline: Located<EventDate>?
    package let term: Reference<Term>?

    init(
        head: EntryHead, title: Located<String>, from: [Reference<Party>], to: [Reference<Party>],
        unless: [Reference<Demand>], kindOfThreat: Located<Kind>, date: Located<EventDate>, words: Located<String>?,
        statement: Reference<Statement>?, state: Located<State>, stateDate: Located<EventDate>?,
        deadline: Located<EventDate>?, term: Reference<Term>?
    ) {
        self.head = head
        self.title = title
        self.from = from
        self.to = to
        self.unless = unless
        self.kindOfThreat = kindOfThreat
        self.date = date
        self.words = words
        self.statement = statement
        self.state = state
        self.stateDate = stateDate
        self.deadline = deadline
        self.term = term
    }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package func resolved(by resolver: inout some EntryResolver) -> Threat {
        let stateDate = resolver.known(stateDate)
        // A threat carried out later was, on that day, a threat.
        let state = stateDate == nil && self.stateDate != nil ? Located(.threatened, state.range) : state
        return Threat(
            head: resolver.resolved(head), title: title, from: resolver.resolved(from), to: resolver.resolved(to),
            unless: resolver.resolved(unless), kindOfThreat: kindOfThreat, date: date, words: words,
            statement: resolver.resolved(statement), state: state, stateDate: stateDate, deadline: deadline,
            term: resolver.resolved(term)
        )
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Threat] { entries.threats }
}
