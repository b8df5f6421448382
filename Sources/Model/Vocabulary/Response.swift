import Diagnostics
import Reading

/// A party's answer to a demand. A refusal is a response of kind `refused` or `refused-for-now`.
@usableFromInline package final class Response: Entry {
    package enum Kind: String, ClosedList {
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
        case agreedInPrinciple = "agreed-in-principle"
        case recommended
        case putToVote = "put-to-vote"
        case unclear
        case unknown

        package var isRefusal: Bool { self == .refused || self == .refusedForNow }
    }

    /// One reason given for the answer.
    package struct Ground: Record {
        package enum Kind: String, ClosedList {
            case law, contract, safety, ethics, technical, commercial, political, procedural
        }

        package var title = Located<String>.absent
        package var kind: Located<Kind>?
        package var text: Prose?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "ground", "A reason given for an answer.", place: "an item of a response's 'grounds'",
            fields: [
                Field("title", \.title, "The reason, in a few words."),
                Field("kind", \.kind, "What kind of reason."),
                Field("text", \.text, "More about it."),
                Field("sources", \.sources, "Where it was found."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.response
    @inlinable package static var list: WritableKeyPath<Entries, [Response]> { \.responses }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: ResponseFields

    package init(head: EntryHead, fields: ResponseFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct ResponseFields: EntryFields {
    package var title = Located<String>.absent
    package var answers: [Reference<Demand>] = []
    package var from: [Reference<Party>] = []
    package var onBehalfOf: [Reference<Party>] = []
    package var date = Located<EventDate>.absent
    package var kindOfResponse = Located<Response.Kind>.absent
    package var words: Located<String>?
    package var statements: [Reference<Statement>] = []
    package var grounds: [Response.Ground] = []
    package var votes: [Vote] = []
    package var counter: Reference<Demand>?
    package var replaces: Reference<Response>?
    /// For `no-response`: when, and by whom, the party was asked.
    package var askedOn: Located<EventDate>?
    package var askedBy: Located<String>?

    package init() {}

    /// Whether its page stands in the folder `refusals`.
    package var isInRefusals: Bool { kindOfResponse.value.isRefusal }

    package static let record = RecordDeclaration<Self>(
        "response", "A party's answer to a demand. In 'refusals' the kind may be left out: it is 'refused'.",
        place: entryPlace(.response, also: .refusals), isEntry: true,
        dataMeaning: "An answer to a demand. Refusals are of kind refused or refused-for-now.",
        fields: [
            Field("title", \.title, "The answer, in a few words."),
            Field("answers", \.answers, "What it answers.", isRequired: true, .needed, note: "Demands."),
            Field("from", \.from, "Who answers: a party that was asked.", isRequired: true, .needed),
            Field("on_behalf_of", \.onBehalfOf, "Others who were asked and for whom it answers."),
            Field("date", \.date, "When.", .tellsOfLater),
            Field("kind", \.kindOfResponse, "What the answer is.", .impliedByRefusals),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("statement", \.statements, "The statements that the words are of.", dataName: "statements"),
            Field("grounds", \.grounds, "The reasons given."),
            Field("vote", \.votes, "The votes by which it was decided.", .tellsOfLater),
            Field("counter", \.counter, "The demand that it makes instead.", note: "The demand that it puts instead."),
            Field("replaces", \.replaces, "The earlier answer that it takes the place of."),
            Field("asked_on", \.askedOn, "For 'no-response': when you asked."),
            Field("asked_by", \.askedBy, "For 'no-response': who asked."),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        if kindOfResponse.isAbsent {
            if reader.folder == .refusals { kindOfResponse = Located(.refused, TextRange(at: Int(fields.range.start))) }
            return true
        }
        let kind = kindOfResponse
        if reader.folder == .refusals, !kind.value.isRefusal {
            fields.report(
                Diagnostic(
                    .misplacedDocument, "'\(kind.value.rawValue)' is not a refusal",
                    at: TextLocation(fields.file, kind.range),
                    hint: "move the entry to 'responses', or make its kind 'refused' or 'refused-for-now'"))
        }
        if kind.value == .noResponse, askedOn == nil || askedBy == nil {
            reader.incomplete(
                &fields, kind.range, "a response of kind 'no-response' needs 'asked_on' and 'asked_by'")
        }
        if kind.value == .reversed, replaces == nil {
            reader.incomplete(
                &fields, kind.range, "a response of kind 'reversed' needs 'replaces': the answer it reverses")
        }
        return true
    }
}
