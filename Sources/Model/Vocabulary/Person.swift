import Diagnostics
import Reading

/// Somebody who speaks or acts in a dispute (Popolo Person), with the roles held (Popolo Membership).
@usableFromInline package final class Person: Entry {
    /// A role and the time it was held: from `from` to `until`, both included.
    package struct Role: Record {
        package var title = Located<String>.absent
        package var party: Reference<Party>?
        package var from: Located<EventDate>?
        package var until: Located<EventDate>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "role", "Whoever speaks, speaks for the role held at that date.", place: "an item of a person's 'roles'",
            fields: [
                Field("title", \.title, "The role: 'chief executive'."),
                Field("party", \.party, "For whom."),
                Field("from", \.from, "Since when."),
                Field(
                    "until", \.until, "The last day on which it was held.", .tellsOfLater,
                    note: "Inclusive: the role was held until the end of this date."),
            ])

        package func isLater(than limit: AsOfLimit) -> Bool { from?.isLater(than: limit) ?? false }
    }

    /// A picture of the person.
    package struct Photo: Record {
        package var file = ContentFile.absent
        package var credit: Located<String>?
        package var alternative: Located<String>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "photo", "A picture that shows who it is.", place: "a person's 'photo'",
            fields: [
                Field(
                    "file", \.file, "The picture's file, beside this document or below 'content/'.", form: .path,
                    note: "From the site's root."),
                Field("credit", \.credit, "Who took it, and who allows its use: 'Ada Quay, CC BY 4.0'."),
                Field("alt", \.alternative, "What it shows, for readers who do not see it."),
            ])
    }

    @usableFromInline package static let kind = EntryKind.person
    @inlinable package static var list: WritableKeyPath<Entries, [Person]> { \.people }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: PersonFields

    package init(head: EntryHead, fields: PersonFields) { (self.head, self.fields) = (head, fields) }
}

@usableFromInline package struct PersonFields: EntryFields {
    package var name = Located<String>.absent
    package var alsoKnownAs: [Located<String>] = []
    package var roles: [Person.Role] = []
    package var wikidata: Located<String>?
    package var photo: Person.Photo?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "person", "Somebody who speaks or acts.", place: entryPlace(.person), isEntry: true,
        dataMeaning: "Somebody who speaks or acts (Popolo Person), with roles (Popolo Membership).",
        fields: [
            Field("name", \.name, "The full name."),
            Field("also_known_as", \.alsoKnownAs, "Other names."),
            Field("roles", \.roles, "What the person is or was, and for whom.", .tellsOfLater),
            Field("wikidata", \.wikidata, "As in 'Q116758847'.", form: .wikidata),
            Field("photo", \.photo, "A picture of the person, for the person's page."),
        ])

    package var displayName: String { name.value }
}
