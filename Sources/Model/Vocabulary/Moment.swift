import Diagnostics
import Reading

/// Something that happened and is neither a demand, an answer, a threat nor a statement.
@usableFromInline package final class Moment: Entry {
    package enum Kind: String, ClosedList {
        case meeting, agreement, vote, ruling, filing, publication, action, attack, background, other
    }

    /// What has become of an agreement; only one that is ratified or in force settles demands.
    package enum State: String, ClosedList {
        case tentative, ratified, rejected
        case inForce = "in-force"
        case broken

        package var settles: Bool { self == .ratified || self == .inForce }
    }

    /// A state of an agreement, and since when.
    package struct StateChange: Record {
        package var state = Located<State>.absent
        package var date: Located<EventDate>?
        /// Who made it so, where that was not all parties of the agreement.
        package var by: [Reference<Party>] = []
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "agreement state", "What became of an agreement, and when.", place: "an item of a moment's 'state'",
            shorthand: Shorthand(field: "state", words: "a word", plural: "words"),
            fields: [
                Field("state", \.state, "What has become of it."),
                Field("date", \.date, "Since when it is so."),
                Field(
                    "by", \.by,
                    "Who made it so: an agreement that its parties ratify one by one is ratified once all of them have."
                ),
                Field("sources", \.sources, "Where it was found."),
            ])

        package func isLater(than limit: AsOfLimit) -> Bool { date?.isLater(than: limit) ?? false }
    }

    /// One point of what was agreed.
    package struct Point: Record {
        package var title = Located<String>.absent
        package var text: Prose?
        package var demand: Reference<Demand>?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "agreed point", "One point of what was agreed.", place: "an item of a moment's 'points'",
            fields: [
                Field("title", \.title, "The point, in a few words."),
                Field("text", \.text, "More about it."),
                Field("demand", \.demand, "The demand that it settles."),
                Field("sources", \.sources, "Where it was found."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.moment
    @inlinable package static var list: WritableKeyPath<Entries, [Moment]> { \.moments }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: MomentFields

    package init(head: EntryHead, fields: MomentFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct MomentFields: EntryFields {
    package var title = Located<String>.absent
    package var date = Located<EventDate>.absent
    package var kindOfMoment = Located<Moment.Kind>.absent
    package var parties: [Reference<Party>] = []
    package var by: [Reference<Party>] = []
    package var about: [ActReference] = []
    package var settles: [Reference<Demand>] = []
    package var points: [Moment.Point] = []
    /// The states of an agreement in the order written; the last one counts.
    package var states: [Moment.StateChange] = []
    package var votes: [Vote] = []
    /// Whether it lies ahead: it is shown as planned, and never moves the record's date.
    package var planned = false
    /// When a planned moment was announced.
    package var announced: Located<EventDate>?
    /// When a planned moment was called off.
    package var cancelled: Located<EventDate>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "moment", "Something that happened and is none of the others, for the timeline.", place: entryPlace(.moment),
        isEntry: true,
        dataMeaning: "Something that happened and is neither a demand, an answer, a threat nor a statement.",
        fields: [
            Field("title", \.title, "What happened, in a few words."),
            Field("date", \.date, "When.", .tellsOfLater),
            Field("kind", \.kindOfMoment, "What it was."),
            Field("parties", \.parties, "Who took part, or whom it concerned."),
            Field("by", \.by, "Who did it, where not all of those whom it concerned did."),
            Field("about", \.about, "What it is about: 'demand:pay-rise'."),
            Field("settles", \.settles, "The demands that it settles."),
            Field("points", \.points, "What was agreed, point by point."),
            Field(
                "state", \.states, "What has become of an agreement; a list of states if it changed.", .tellsOfLater,
                dataName: "states"),
            Field("vote", \.votes, "The votes that were taken.", .tellsOfLater),
            Field("planned", \.planned, "Whether it lies ahead."),
            Field("announced", \.announced, "When a planned moment was announced."),
            Field(
                "cancelled", \.cancelled, "When a planned moment was called off: it did not take place.",
                .tellsOfLater),
        ])

    /// Who acted.
    package var actors: [Reference<Party>] { by.isEmpty ? parties : by }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { planned ? announced?.value ?? date.value : date.value }

    /// The date of a plan stays as it was planned.
    package mutating func adjust(after before: MomentFields) {
        if planned { date = before.date }
    }

    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        // A first state of the day on which the agreement was made is that of its making, whatever the hour.
        if let first = states.first?.date?.value, first != date.value, first.isDay(of: date.value) {
            states[0].date = nil
        }
        if let cancelled, !planned {
            reader.incomplete(
                &fields, cancelled.range, "only what has 'planned: true' can be called off")
        }
        return true
    }
}
