import Diagnostics
import Reading

/// Where a claim was found: the citation only, as CSL describes it.
package final class Source: Entry {
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

    package enum Origin: String, CaseIterable, Sendable {
        case selfDeclaration = "self-declaration"
        case officialRegister = "official-register"
        case thirdParty = "third-party"
        case primaryResearch = "primary-research"
    }

    package enum Relation: String, CaseIterable, Sendable {
        case primary, secondary, tertiary
    }

    package struct Archive: Sendable {
        package let url: Located<String>
        package let date: Located<EventDate>?
    }

    package static var kind: EntryKind { .source }
    package let head: EntryHead
    package let title: Located<String>
    /// With hyphens, whatever the writer used.
    package let type: Located<String>
    package let publisher: Located<String>?
    package let authors: [Located<String>]
    package let published: Located<EventDate>?
    package let accessed: Located<EventDate>?
    package let url: Located<String>?
    package let archive: Archive?
    package let origin: Located<Origin>?
    package let relation: Located<Relation>?
    package let language: Located<String>?
    /// The path of a text copy kept beside the source's file, as written.
    package let text: Located<String>?
    package let excerpts: [Located<String>]

    init(
        head: EntryHead, title: Located<String>, type: Located<String>, publisher: Located<String>?,
        authors: [Located<String>], published: Located<EventDate>?, accessed: Located<EventDate>?,
        url: Located<String>?, archive: Archive?, origin: Located<Origin>?, relation: Located<Relation>?,
        language: Located<String>?, text: Located<String>?, excerpts: [Located<String>]
    ) {
        self.head = head
        self.title = title
        self.type = type
        self.publisher = publisher
        self.authors = authors
        self.published = published
        self.accessed = accessed
        self.url = url
        self.archive = archive
        self.origin = origin
        self.relation = relation
        self.language = language
        self.text = text
        self.excerpts = excerpts
    }

    package var displayName: String { title.value }
    package var knownSince: EventDate? { published?.value }

    package func resolved(by resolver: inout some EntryResolver) -> Source {
        Source(
            head: resolver.resolved(head), title: title, type: type, publisher: publisher, authors: authors,
            published: published, accessed: accessed, url: url, archive: archive, origin: origin, relation: relation,
            language: language, text: text, excerpts: excerpts
        )
    }
    package func visitProse(_ visit: (Prose) -> Void) { head.visitProse(visit) }
    package static func list(in entries: Entries) -> [Source] { entries.sources }
}
