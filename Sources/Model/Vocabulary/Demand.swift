import Diagnostics
import Reading

/// What one party asks of another.
@usableFromInline package final class Demand: Entry {
    /// PLOVER's modes of REQUEST, which it shares with REJECT, so that a demand and its refusal pair.
    package enum Aim: String, ClosedList {
        case assist, change, yield, meet
    }

    package enum Channel: String, ClosedList {
        case `public`, `private`, reported, leaked, court
    }

    /// In which form it was made; pages take their verb from it.
    package enum Form: String, ClosedList {
        case demand, request, order, offer, proposal
    }

    /// What has become of a demand; computed from its answers, its deadline and the record's date. `lapsed` is only typed.
    package enum Status: String, ClosedList {
        case open, negotiating, agreed
        case agreedWithConditions = "agreed-with-conditions"
        case partlyAgreed = "partly-agreed"
        case met
        case metLate = "met-late"
        case refused
        case challengedInCourt = "challenged-in-court"
        case mixed, unanswered, settled, withdrawn, replaced
        case leftOpen = "left-open"
        case lapsed

        package static var formerValues: KeyValuePairs<String, Status> { ["partly-met": .partlyAgreed] }

        /// Whether nothing is owed any more: the demand was met, or somebody took it off the table.
        package var isClosed: Bool {
            switch self {
            case .met, .metLate, .settled, .withdrawn, .replaced, .leftOpen, .lapsed: true
            case .open, .negotiating, .agreed, .agreedWithConditions, .partlyAgreed, .refused, .challengedInCourt,
                .mixed, .unanswered:
                false
            }
        }
    }

    /// A deadline: the first one, or one to which it was moved.
    package struct Deadline: Record {
        package var date: Located<EventDate>?
        package var lifted: Bool?
        package var set: Located<EventDate>?
        package var by: [Reference<Party>] = []
        package var statement: Reference<Statement>?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "deadline", "A deadline, and if it was moved, when and by whom.",
            place: "'deadline' of a demand, or an item of it",
            shorthand: Shorthand(field: "date", words: "a date", plural: "dates"),
            fields: [
                Field("date", \.date, "By when; with a clock time it needs an offset."),
                Field("lifted", \.lifted, "Whether the deadline was taken away; then without 'date'."),
                Field("set", \.set, "When it was set or moved."),
                Field("by", \.by, "Who set it."),
                Field("statement", \.statement, "The statement in which it was set."),
                Field("sources", \.sources, "Where it was found."),
            ])

        /// Whether nothing but its date is written.
        package var isPlain: Bool {
            lifted == nil && set == nil && by.isEmpty && statement == nil && sources.isEmpty
        }

        package func isLater(than limit: AsOfLimit) -> Bool { set?.isLater(than: limit) ?? false }
    }

    /// When a demand was taken back.
    package struct Withdrawal: Record {
        package var date = Located<EventDate>.absent
        package var statement: Reference<Statement>?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "withdrawal", "When a demand was taken back.", place: "'withdrawn' of a demand",
            shorthand: Shorthand(field: "date", words: "a date", plural: "dates"),
            fields: [
                Field("date", \.date, "When."),
                Field("statement", \.statement, "The statement that took it back."),
                Field("sources", \.sources, "Where it was found."),
            ])

        /// Whether nothing but its date is written.
        package var isPlain: Bool { statement == nil && sources.isEmpty }

        package func isLater(than limit: AsOfLimit) -> Bool { date.isLater(than: limit) }
    }

    /// One point of what is asked or offered.
    package struct Point: Record {
        package var title = Located<String>.absent
        package var text: Prose?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "point", "One point of what is asked or offered.", place: "an item of a demand's 'points'",
            fields: [
                Field("title", \.title, "The point, in a few words."),
                Field("text", \.text, "More about it."),
                Field("sources", \.sources, "Where it was found."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.demand
    @inlinable package static var list: WritableKeyPath<Entries, [Demand]> { \.demands }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: DemandFields

    package init(head: EntryHead, fields: DemandFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct DemandFields: EntryFields {
    package var title = Located<String>.absent
    package var from: [Reference<Party>] = []
    package var to: [Reference<Party>] = []
    package var date = Located<EventDate>.absent
    /// The writer's own word, where the computed status would be wrong.
    package var statusOverride: Located<Demand.Status>?
    package var statusReason: Located<String>?
    package var words: Located<String>?
    package var statement: Reference<Statement>?
    /// The deadline and those to which it was moved, in the order written; the last one counts.
    package var deadlines: [Demand.Deadline] = []
    package var form: Located<Demand.Form>?
    /// Whether the event is about it.
    package var main: Bool?
    package var follows: Reference<Demand>?
    /// What silence would count as.
    package var defaultOutcome: Located<String>?
    package var through: [SpeakerReference] = []
    package var points: [Demand.Point] = []
    package var orderedBy: Reference<Party>?
    package var aim: Located<Demand.Aim>?
    package var channel: Located<Demand.Channel>?
    package var replaces: Reference<Demand>?
    package var withdrawal: Demand.Withdrawal?

    package init() {}

    /// The deadline that holds; nil if there is none or it was lifted.
    package var deadline: Located<EventDate>? { deadlines.last?.lifted == true ? nil : deadlines.last?.date }
    package var withdrawn: Located<EventDate>? { withdrawal?.date }

    package static let record = RecordDeclaration<Self>(
        "demand", "What one party asks of another, or offers it. In 'offers' it is an offer.",
        place: entryPlace(.demand, also: .offers), isEntry: true,
        dataMeaning: "What one party asks of another.",
        fields: [
            Field("title", \.title, "What is asked, in a few words."),
            Field("from", \.from, "Who asks.", isRequired: true, .needed),
            Field("to", \.to, "Who is asked.", isRequired: true, .needed),
            Field("date", \.date, "When it was asked.", .tellsOfLater),
            Field(
                "status", \.statusOverride, "Only where the computed status would be wrong; needs 'status_reason'.",
                .tellsOfEnd),
            Field(
                "status_reason", \.statusReason, "Why the computed status would be wrong.", .tellsOfEnd,
                note: "Why the writer overrides the computed status."),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("statement", \.statement, "The statement that the words are of."),
            Field("form", \.form, "In which form it was made; else a demand, and in 'offers' an offer."),
            Field("main", \.main, "Whether the event is about it: its answer is the state of the event."),
            Field("follows", \.follows, "The demand that it is the next step of."),
            Field("default", \.defaultOutcome, "What silence would count as."),
            Field("through", \.through, "The party or person that carried it."),
            Field("points", \.points, "What is asked or offered, point by point."),
            Field(
                "deadline", \.deadlines, "By when; with a clock time it needs an offset. A list if it was moved.",
                .tellsOfLater),
            Field("ordered_by", \.orderedBy, "The court that ordered it, or the authority that backs it."),
            Field("aim", \.aim, "What kind of thing is asked."),
            Field("channel", \.channel, "How it became known."),
            Field("replaces", \.replaces, "The earlier demand that it takes the place of."),
            Field("withdrawn", \.withdrawal, "When it was taken back.", .tellsOfLater),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        if reader.folder == .offers { finishOffer(&fields) }
        if let unnamed = through.first(where: \.isUnnamed) {
            reader.incomplete(&fields, unnamed.range, "only the speaker of a statement can be unnamed")
        }
        if let status = statusOverride, statusReason == nil {
            reader.incomplete(
                &fields, status.range, "a status that overrides the computed one needs a 'status_reason'")
        }
        if deadlines.contains(where: { $0.date == nil && $0.lifted != true }) {
            reader.incomplete(&fields, fields.range, "a deadline needs a 'date', or 'lifted: true'")
        }
        if let moved = deadlines.dropFirst().first(where: { $0.set == nil }) {
            reader.incomplete(
                &fields, moved.date?.range ?? fields.range,
                "a deadline that was moved needs 'set': the date on which it was moved")
        }
        return true
    }

    private mutating func finishOffer(_ fields: inout Fields) {
        guard let written = form else {
            form = Located(.offer, TextRange(at: Int(fields.range.start)))
            return
        }
        guard written.value != .offer, written.value != .proposal else { return }
        fields.report(
            Diagnostic(
                .misplacedDocument, "'\(written.value.rawValue)' is not an offer",
                at: TextLocation(fields.file, written.range),
                hint: "move the entry to 'demands', or make its form 'offer' or 'proposal'"))
    }
}
