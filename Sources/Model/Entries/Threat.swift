import Diagnostics
import Reading

/// What a party says it will do unless a demand is met. The threat and its being carried out are kept apart (TIES).
package struct Threat: Entry {
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
    package var head: EntryHead
    package let title: Located<String>
    package var from: [Reference<Party>]
    package var to: [Reference<Party>]
    package var unless: [Reference<Demand>]
    package let kindOfThreat: Located<Kind>
    package let date: Located<EventDate>
    package let words: Located<String>?
    package var statement: Reference<Statement>?
    package var state: Located<State>
    package var stateDate: Located<EventDate>?
    package let deadline: Located<EventDate>?
    package var term: Reference<Term>?

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        visitor.visit(&from)
        visitor.visit(&to)
        visitor.visit(&unless)
        visitor.visit(&statement)
        visitor.visit(&term)
    }

    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Threat] { entries.threats }
}
