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

    /// What has become of a demand; computed from its answers, its deadline and the record's date.
    package enum Status: String, ClosedList {
        case open, negotiating, refused
        case partlyMet = "partly-met"
        case met, settled, withdrawn, replaced, lapsed
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
    package var deadline: Located<EventDate>?
    package var orderedBy: Reference<Party>?
    package var aim: Located<Demand.Aim>?
    package var channel: Located<Demand.Channel>?
    package var replaces: Reference<Demand>?
    package var withdrawn: Located<EventDate>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "demand", "What one party asks of another.", place: entryPlace(.demand), isEntry: true,
        dataMeaning: "What one party asks of another.",
        fields: [
            Field("title", \.title, "What is asked, in a few words."),
            Field("from", \.from, "Who asks.", isRequired: true, .needed),
            Field("to", \.to, "Who is asked.", isRequired: true, .needed),
            Field("date", \.date, "When it was asked."),
            Field(
                "status", \.statusOverride, "Only where the computed status would be wrong; needs 'status_reason'.",
                .tellsOfEnd),
            Field(
                "status_reason", \.statusReason, "Why the computed status would be wrong.", .tellsOfEnd,
                note: "Why the writer overrides the computed status."),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("statement", \.statement, "The statement that the words are of."),
            Field("deadline", \.deadline, "By when; with a clock time it needs an offset."),
            Field("ordered_by", \.orderedBy, "A court or authority that backs it."),
            Field("aim", \.aim, "What kind of thing is asked."),
            Field("channel", \.channel, "How it became known."),
            Field("replaces", \.replaces, "The earlier demand that it takes the place of."),
            Field("withdrawn", \.withdrawn, "When it was taken back.", .tellsOfLater),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { date.value }

    package func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        if let status = statusOverride, statusReason == nil {
            reader.incomplete(
                &fields, status.range, "a status that overrides the computed one needs a 'status_reason'")
        }
        return true
    }
}
