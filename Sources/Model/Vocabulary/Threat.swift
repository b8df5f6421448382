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

    /// What the party said that it does: the verb of the threat.
    package enum Label: String, ClosedList {
        case threatened, warned, announced
        case saidItWould = "said-it-would"
    }

    /// One time at which it was carried out.
    package struct Deed: Record {
        package var moment = Reference<Moment>.absent
        package var by: [Reference<Party>] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "deed", "A time at which a threat was carried out.", place: "an item of a threat's 'carried_out'",
            shorthand: Shorthand(field: "moment", words: "a moment's id", plural: "ids of moments"),
            fields: [
                Field("moment", \.moment, "The moment at which it was done."),
                Field("by", \.by, "Who did it, if not the party that threatened."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.threat
    @inlinable package static var list: WritableKeyPath<Entries, [Threat]> { \.threats }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: ThreatFields

    package init(head: EntryHead, fields: ThreatFields) { (self.head, self.fields) = (head, fields) }

    /// The same threat with the deeds that are known. What has become of it is known from the date of its state, else
    /// from a deed; without either nobody knows since when it was so.
    ///
    /// - Parameter hasLater: whether entries of a later time are left out, which the state may be of.
    func asKnown(whenOthersCame hasLater: Bool, isKnown: (Deed) -> Bool) -> Threat {
        var fields = fields
        fields.carriedOut.removeAll { !isKnown($0) }
        let isDeedLess = fields.carriedOut.isEmpty && (hasLater || !self.fields.carriedOut.isEmpty)
        if fields.stateDate == nil, isDeedLess { fields.state.value = .threatened }
        return Threat(head: head, fields: fields)
    }

    /// Whether something became of it, and no date says when.
    package var hasUndatedOutcome: Bool {
        switch fields.state.value {
        case .threatened, .unknown: false
        case .imposed, .partlyImposed, .blocked, .withdrawn, .notCarriedOut:
            fields.stateDate == nil && fields.carriedOut.isEmpty
        }
    }
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
    package var carriedOut: [Threat.Deed] = []
    package var writtenLabel: Located<Threat.Label>?
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
            Field("date", \.date, "When it was made.", .tellsOfLater),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("statement", \.statement, "The statement that the words are of."),
            Field("state", \.state, "What has become of it."),
            Field("state_date", \.stateDate, "Since when it is so.", .tellsOfLater),
            Field("carried_out", \.carriedOut, "The moments at which it was carried out."),
            Field(
                "label", \.writtenLabel,
                "What the party did: it threatened, warned, announced, or said it would. Without it, a lawsuit, force of law and what a court will do are said ('said-it-would'), and all else is threatened."
            ),
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
