import Diagnostics
import Reading

/// A word that needs explaining (schema.org DefinedTerm).
@usableFromInline package final class Term: Entry {
    @usableFromInline package static let kind = EntryKind.term
    @inlinable package static var list: WritableKeyPath<Entries, [Term]> { \.terms }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: TermFields

    package init(head: EntryHead, fields: TermFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct TermFields: EntryFields {
    package var name = Located<String>.absent
    package var alsoKnownAs: [Located<String>] = []
    package var definition = Prose.absent

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "term", "A word that needs explaining.", place: entryPlace(.term), isEntry: true,
        dataMeaning: "A word that needs explaining.",
        fields: [
            Field("name", \.name, "The word."),
            Field("also_known_as", \.alsoKnownAs, "Other words for it."),
            Field("definition", \.definition, "What it means, in a paragraph."),
        ])

    package var displayName: String { name.value }
}
