import Diagnostics
import Reading

/// Where a claim was found: the citation only, as CSL describes it.
@usableFromInline package final class Source: Entry {
    /// CSL 1.0.2 item types (written with hyphens or underscores), and four that disputes need.
    package static let types: [String] = [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
        "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
        "figure", "graphic", "hearing", "interview", "legal-case", "legislation", "manuscript", "map",
        "motion-picture", "musical-score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
        "personal-communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
        "song", "speech", "standard", "thesis", "treaty", "webpage", "press-release", "letter", "memo",
        "court-filing", "ruling",
    ]

    package enum Origin: String, ClosedList {
        case selfDeclaration = "self-declaration"
        case officialRegister = "official-register"
        case thirdParty = "third-party"
        case primaryResearch = "primary-research"
    }

    package enum Relation: String, ClosedList {
        case primary, secondary, tertiary
    }

    package struct Archive: Record {
        package var url = Located<String>.absent
        package var date: Located<EventDate>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "archive", "A copy in an archive.", place: "'archive' of a source",
            fields: [
                Field("url", \.url, "Where the copy is.", form: .address),
                Field("date", \.date, "When it was made."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.source
    @inlinable package static var list: WritableKeyPath<Entries, [Source]> { \.sources }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: SourceFields

    package init(head: EntryHead, fields: SourceFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct SourceFields: EntryFields {
    package var title = Located<String>.absent
    /// With hyphens, whatever the writer used.
    package var type = Located<String>.absent
    package var publisher: Located<String>?
    package var authors: [Located<String>] = []
    package var published: Located<EventDate>?
    package var accessed: Located<EventDate>?
    package var url: Located<String>?
    package var archive: Source.Archive?
    package var origin: Located<Source.Origin>?
    package var relation: Located<Source.Relation>?
    package var language: Located<String>?
    /// The path of a text copy kept beside the source's file, as written.
    package var text: Located<String>?
    package var excerpts: [Located<String>] = []

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "source", "Where a claim was found.", place: entryPlace(.source), isEntry: true,
        dataMeaning: "Where claims were found.",
        fields: [
            Field("title", \.title, "Its title."),
            Field("type", \.type, "What it is.", form: .oneOf(Source.types) { Source.meaning(ofSourceType: $0) ?? "" }),
            Field("publisher", \.publisher, "Who published it."),
            Field("authors", \.authors, "Who wrote it."),
            Field("published", \.published, "When it appeared."),
            Field("accessed", \.accessed, "When you looked."),
            Field("url", \.url, "Where it is.", form: .address),
            Field("archive", \.archive, "A copy in an archive."),
            Field("origin", \.origin, "Whose word it is."),
            Field("relation", \.relation, "How near it is to what happened."),
            Field("language", \.language, "The language that it is in.", form: .languageTag, note: "BCP 47."),
            Field(
                "text", \.text, "A copy of its text beside this file: quotes are looked for in it; not published.",
                form: .path, isExported: false),
            Field(
                "excerpts", \.excerpts, "Its exact words: quotes are looked for in them.",
                note: "Passages kept word for word."),
        ])

    package var displayName: String { title.value }
    package var knownSince: EventDate? { published?.value }
}
