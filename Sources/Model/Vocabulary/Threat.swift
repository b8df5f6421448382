import Diagnostics
import Reading

/// What a party says it will do unless a demand is met. The threat and its being carried out are kept apart (TIES).
@usableFromInline package final class Threat: Entry {
    package enum Kind: String, ClosedList {
        case endContract = "end-contract"
        case endRelations = "end-relations"
        case withdraw, exclude, boycott
        case compelByLaw = "compel-by-law"
        case lawsuit, penalty, arrest
        case withholdService = "withhold-service"
        case restrictSpeech = "restrict-speech"
        case protest, strike, resign, force, other
    }

    package enum State: String, ClosedList {
        case threatened, imposed
        case partlyImposed = "partly-imposed"
        case blocked, withdrawn
        case notCarriedOut = "not-carried-out"
        case unknown
    }

    @usableFromInline package static let kind = EntryKind.threat
    @inlinable package static var list: WritableKeyPath<Entries, [Threat]> { \.threats }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: ThreatFields

    package init(head: EntryHead, fields: ThreatFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct ThreatFields: EntryFields {
    package var title = Located<String>.absent
    package var from: [Reference<Party>] = []
    package var to: [Reference<Party>] = []
    package var unless: [Reference<Demand>] = []
    package var kindOfThreat = Located<Threat.Kind>.absent
    package var date = Located<EventDate>.absent
    package var words: Located<String>?
    package var statement: Reference<Statement>?
    package var state = Located<Threat.State>.absent
    package var stateDate: Located<EventDate>?
    package var deadline: Located<EventDate>?
    package var term: Reference<Term>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "threat", "What a party says it will do unless a demand is met.", place: entryPlace(.threat), isEntry: true,
        dataMeaning: "What a party says it will do unless a demand is met; and whether it did.",
        fields: [
            Field("title", \.title, "What is threatened, in a few words."),
            Field("from", \.from, "Who threatens.", isRequired: true, .needed),
            Field("to", \.to, "Whom.", isRequired: true, .needed),
            Field("unless", \.unless, "The demands that it hangs on.", .needed, note: "Demands."),
            Field("kind", \.kindOfThreat, "What kind of harm."),
            Field("date", \.date, "When it was made."),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("statement", \.statement, "The statement that the words are of."),
            Field("state", \.state, "What has become of it."),
            Field("state_date", \.stateDate, "Since when it is so.", .tellsOfLater),
            Field(
                "deadline", \.deadline, "By when; else the demand's.",
                note: "Its own; else that of its demands holds."),
            Field("term", \.term, "The law or practice that it is about."),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    /// A threat carried out later was, on that day, a threat.
    package mutating func adjust(after before: ThreatFields) {
        if before.stateDate != nil, stateDate == nil { state.value = .threatened }
    }
}
