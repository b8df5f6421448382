import Diagnostics
import Reading

/// The count of a vote. Counts are texts, as sources give them: "1,204", "51.1 per cent", "two thirds".
package struct Vote: Record {
    package var question: Located<String>?
    package var inFavour: Located<String>?
    package var against: Located<String>?
    package var abstained: Located<String>?
    package var blank: Located<String>?
    package var void: Located<String>?
    package var absent: Located<String>?
    package var turnout: Located<String>?
    package var threshold: Located<String>?
    package var who: Located<String>?
    package var date: Located<EventDate>?
    package var sources: [SourceUse] = []

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "vote", "The count of a vote: numbers, per cent or words.", place: "'vote' of a response or a moment",
        fields: [
            Field("question", \.question, "What was asked."),
            Field("for", \.inFavour, "How many were for it."),
            Field("against", \.against, "How many were against it."),
            Field("abstained", \.abstained, "How many abstained."),
            Field("blank", \.blank, "How many left the ballot blank."),
            Field("void", \.void, "How many ballots were void."),
            Field("absent", \.absent, "How many did not vote."),
            Field("turnout", \.turnout, "How many voted, of those who could."),
            Field("threshold", \.threshold, "What was needed to pass."),
            Field("who", \.who, "Who voted: 'members'."),
            Field("date", \.date, "When, if not on the date of the entry."),
            Field("sources", \.sources, "Where it was found."),
        ])

    package func isLater(than limit: AsOfLimit) -> Bool { date?.isLater(than: limit) ?? false }
}
