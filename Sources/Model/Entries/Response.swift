import Diagnostics
import Reading

/// A party's answer to a demand. A refusal is a response of kind `refused` or `refused-for-now`.
package struct Response: Entry {
    package enum Kind: String, CaseIterable, Sendable {
        case refused
        case refusedForNow = "refused-for-now"
        case accepted
        case acceptedWithConditions = "accepted-with-conditions"
        case partlyAccepted = "partly-accepted"
        case counterOffer = "counter-offer"
        case negotiating, complied, reversed
        case declinedToComment = "declined-to-comment"
        case noResponse = "no-response"
        case challengedInCourt = "challenged-in-court"
        case unknown

        package var isRefusal: Bool { self == .refused || self == .refusedForNow }
    }

    /// One reason given for the answer.
    package struct Ground: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case law, contract, safety, ethics, technical, commercial, political, procedural
        }

        package let title: Located<String>
        package let kind: Located<Kind>?
        package let text: Prose?
        package var sources: [SourceUse]
    }

    package static var kind: EntryKind { .response }
    package var head: EntryHead
    package let title: Located<String>
    package var answers: [Reference<Demand>]
    package var from: [Reference<Party>]
    package var onBehalfOf: [Reference<Party>]
    package let date: Located<EventDate>
    package let kindOfResponse: Located<Kind>
    package let words: Located<String>?
    package var statements: [Reference<Statement>]
    package var grounds: [Ground]
    package var counter: Reference<Demand>?
    package var replaces: Reference<Response>?
    /// For `no-response`: when, and by whom, the party was asked.
    package let askedOn: Located<EventDate>?
    package let askedBy: Located<String>?
    /// Whether the entry is kept under `refusals`, which decides nothing but the path of its page.
    package let isInRefusals: Bool

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func visitReferences(_ visitor: inout some ReferenceVisitor) {
        visitor.visit(&head)
        visitor.visit(&answers)
        visitor.visit(&from)
        visitor.visit(&onBehalfOf)
        visitor.visit(&statements)
        visitor.visit(&counter)
        visitor.visit(&replaces)
        for index in grounds.indices { visitor.visit(&grounds[index].sources) }
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        for ground in grounds { if let text = ground.text { visit(text) } }
    }

    package static func list(in entries: Entries) -> [Response] { entries.responses }
}
