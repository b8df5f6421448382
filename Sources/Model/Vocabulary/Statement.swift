import Diagnostics
import Reading

/// Something that somebody said or wrote (Popolo Speech). Verbatim words and the writer's own never share a field.
@usableFromInline package final class Statement: Entry {
    package enum Medium: String, ClosedList {
        case speech, interview
        case pressConference = "press-conference"
        case hearing, debate
        case pressRelease = "press-release"
        case letter
        case socialPost = "social-post"
        case blogPost = "blog-post"
        case website, broadcast, podcast
        case courtFiling = "court-filing"
        case declaration, report, memo, article, other
    }

    package enum Act: String, ClosedList {
        case demands, refuses, threatens, promises, explains, accuses, denies, announces, asks, answers
    }

    /// Whose translation `words` are.
    package enum Translation: String, ClosedList {
        case ours, official, source
    }

    /// Who spoke: a person, or a party as such.
    package enum Speaker: Sendable {
        case person(Handle<Person>)
        case party(Handle<Party>)
    }

    @usableFromInline package static let kind = EntryKind.statement
    @inlinable package static var list: WritableKeyPath<Entries, [Statement]> { \.statements }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: StatementFields

    package init(head: EntryHead, fields: StatementFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct StatementFields: EntryFields {
    package var title: Located<String>?
    package var speakers: [SpeakerReference] = []
    /// Who an unnamed speaker is, and why the name is kept back.
    package var describedAs: Located<String>?
    package var whyUnnamed: Located<String>?
    package var forParty: Reference<Party>?
    package var asRole: Located<String>?
    package var date = Located<EventDate>.absent
    package var words: Located<String>?
    package var paraphrase: Prose?
    package var medium = Located<Statement.Medium>.absent
    package var venue: Located<String>?
    package var act: Located<Statement.Act>?
    package var about: [ActReference] = []
    package var originalLanguage: Located<String>?
    /// The exact words in the language in which they were said; `words` are then a translation.
    package var original: Located<String>?
    package var translation: Located<Statement.Translation>?

    package init() {}

    /// The words where they are not a translation.
    package var verbatimWords: Located<String>? { isTranslated ? nil : words }
    /// Whether `words` are a translation.
    package var isTranslated: Bool { originalLanguage != nil || original != nil || translation != nil }
    /// What is looked for in the texts kept of its sources.
    package var searchedWords: String? { (original ?? verbatimWords)?.value }

    package static let record = RecordDeclaration<Self>(
        "statement", "Something that somebody said or wrote. It has 'words' or a 'paraphrase'.",
        place: entryPlace(.statement), isEntry: true, needsOneOf: ["words", "paraphrase"],
        dataMeaning: "Something that somebody said or wrote (Popolo Speech).",
        textForm:
            "A blockquote in the text of the event, or of one of its entries, is a statement too if its last line says whose words it has: '> — @mara-lind, letter, 2026-05-02 [@gazette, p. 3]'. In order: who spoke, the medium, the date, the sources.",
        fields: [
            Field("title", \.title, "A name for it; else its words."),
            Field(
                "speaker", \.speakers,
                "Who spoke; several if together; 'unnamed' for somebody whose name is kept back.",
                isRequired: true, .needed, dataName: "speakers", note: "Who spoke; empty for somebody unnamed."),
            Field(
                "described_as", \.describedAs,
                "Who an unnamed speaker is, as far as it can be told: 'an official of the ministry'."),
            Field("why_unnamed", \.whyUnnamed, "Why the name is kept back: 'not allowed to speak to the press'."),
            Field(
                "for", \.forParty, "For whom the speaker spoke, where the role at that date does not say so.",
                note: "The party for which they spoke at that date."),
            Field(
                "as", \.asRole, "In which role, where the role at that date does not say so.",
                note: "The role in which they spoke."),
            Field("date", \.date, "When.", .tellsOfLater),
            Field("words", \.words, "The exact words, letter by letter.", note: "Verbatim."),
            Field("paraphrase", \.paraphrase, "What was said, in your words.", note: "The writer's words."),
            Field("medium", \.medium, "How it was said."),
            Field("venue", \.venue, "Where it was said."),
            Field("act", \.act, "What was done by saying it."),
            Field("about", \.about, "What it is about: 'demand:pay-rise'."),
            Field(
                "original_language", \.originalLanguage, "Where 'words' are a translation: from what.",
                form: .languageTag, note: "BCP 47."),
            Field(
                "original", \.original,
                "The exact words in the language in which they were said; 'words' translate them.",
                note: "Verbatim, in the original language."),
            Field("translation", \.translation, "Whose translation 'words' are."),
        ])

    package var displayName: String { title?.value ?? words?.value ?? "" }
    package var knownSince: EventDate? { date.value }

    package func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        finishSpeakers(&fields, &reader)
        if words != nil || paraphrase != nil { return true }
        if !fields.has("words"), !fields.has("paraphrase") {
            fields.report(
                Diagnostic(
                    .missingWords, "this statement has neither 'words' nor a 'paraphrase'",
                    at: TextLocation(fields.file, TextRange(at: Int(fields.range.start))),
                    hint: "quote it in 'words', or say it in your own in 'paraphrase'"))
        }
        return false
    }

    private func finishSpeakers(_ fields: inout Fields, _ reader: inout EntryReader) {
        if let unnamed = speakers.first(where: \.isUnnamed) {
            if describedAs == nil || whyUnnamed == nil {
                reader.incomplete(
                    &fields, unnamed.range, "an unnamed speaker needs 'described_as' and 'why_unnamed'")
            }
            if speakers.count > 1 {
                reader.incomplete(&fields, unnamed.range, "an unnamed speaker speaks alone: write a statement for each")
            }
        } else if let text = describedAs ?? whyUnnamed, !speakers.isEmpty {
            reader.incomplete(
                &fields, text.range, "'described_as' and 'why_unnamed' are for 'speaker: \(SpeakerReference.unnamed)'")
        }
    }
}
