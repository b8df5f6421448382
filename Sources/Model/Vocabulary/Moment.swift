import Diagnostics
import Reading

/// Something that happened and is neither a demand, an answer, a threat nor a statement.
@usableFromInline package final class Moment: Entry {
    package enum Kind: String, ClosedList {
        case meeting, agreement, vote, ruling, filing, publication, action, attack, background, other
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
    package var about: [AnyReference] = []
    /// Whether it lies ahead: it is shown as planned, and never moves the record's date.
    package var planned = false
    /// When a planned moment was announced.
    package var announced: Located<EventDate>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "moment", "Something that happened and is none of the others, for the timeline.", place: entryPlace(.moment),
        isEntry: true,
        dataMeaning: "Something that happened and is neither a demand, an answer, a threat nor a statement.",
        fields: [
            Field("title", \.title, "What happened, in a few words."),
            Field("date", \.date, "When."),
            Field("kind", \.kindOfMoment, "What it was."),
            Field("parties", \.parties, "Who took part."),
            Field("about", \.about, "What it is about: 'demand:pay-rise'."),
            Field("planned", \.planned, "Whether it lies ahead."),
            Field("announced", \.announced, "When a planned moment was announced."),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { planned ? announced?.value ?? date.value : date.value }
}
