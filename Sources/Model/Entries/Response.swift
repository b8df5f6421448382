import Diagnostics
import Reading

/// A party's answer to a demand. A refusal is a response of kind `refused` or `refused-for-now`.
package final class Response: Entry {
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

        func resolved(by resolver: inout some EntryResolver) -> Ground {
            Ground(title: title, kind: kind, text: text, sources: resolver.resolved(sources))
        }
    }

    package static var kind: EntryKind { .response }
    package let head: EntryHead
    package let title: Located<String>
    package let answers: [Reference<Demand>]
    package let from: [Reference<Party>]
    package let onBehalfOf: [Reference<Party>]
    package let date: Located<EventDate>
    package let kindOfResponse: Located<Kind>
    package let words: Located<String>?
    package let statements: [Reference<Statement>]
    package let grounds: [Ground]
    package let counter: Reference<Demand>?
    package let replaces: Reference<Response>?
    /// For `no-response`: when, and by whom, the party was asked.
    package let askedOn: Located<EventDate>?
    package let askedBy: Located<String>?
    /// Whether the entry is kept under `refusals`, which decides nothing but the path of its page.
    package let isInRefusals: Bool

    init(
        head: EntryHead, title: Located<String>, answers: [Reference<Demand>], from: [Reference<Party>],
        onBehalfOf: [Reference<Party>], date: Located<EventDate>, kindOfResponse: Located<Kind>,
        words: Located<String>?, statements: [Reference<Statement>], grounds: [Ground], counter: Reference<Demand>?,
        replaces: Reference<Response>?, askedOn: Located<EventDate>?, askedBy: Located<String>?, isInRefusals: Bool
    ) {
        self.head = head
        self.title = title
        self.answers = answers
        self.from = from
        self.onBehalfOf = onBehalfOf
        self.date = date
        self.kindOfResponse = kindOfResponse
        self.words = words
        self.statements = statements
        self.grounds = grounds
        self.counter = counter
        self.replaces = replaces
        self.askedOn = askedOn
        self.askedBy = askedBy
        self.isInRefusals = isInRefusals
    }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package func resolved(by resolver: inout some EntryResolver) -> Response {
        Response(
            head: resolver.resolved(head), title: title, answers: resolver.resolved(answers),
            from: resolver.resolved(from), onBehalfOf: resolver.resolved(onBehalfOf), date: date,
            kindOfResponse: kindOfResponse, words: words, statements: resolver.resolved(statements),
            grounds: grounds.map { $0.resolved(by: &resolver) }, counter: resolver.resolved(counter),
            replaces: resolver.resolved(replaces), askedOn: askedOn, askedBy: askedBy, isInRefusals: isInRefusals
        )
    }

    package func visitProse(_ visit: (Prose) -> Void) {
        head.visitProse(visit)
        for ground in grounds { if let text = ground.text { visit(text) } }
    }

    package static func list(in entries: Entries) -> [Response] { entries.responses }
}
