import Diagnostics
import Reading

/// A party to a dispute, or one that is related to a party.
@usableFromInline package final class Party: Entry {
    /// PLOVER's sectors and schema.org's organisation types, in plain words.
    package enum Kind: String, ClosedList {
        case government, military, legislature, court, police, intelligence
        case centralBank = "central-bank"
        case headOfState = "head-of-state"
        case politicalParty = "political-party"
        case company, union, association, ngo, movement
        case newsMedia = "news-media"
        case university, research, intergovernmental, group, person, unknown
    }

    /// How a party stands to another: it *owns* the other, it is *member-of* the other, and so on.
    package struct Relation: Record {
        package enum Kind: String, ClosedList {
            case owns
            case partOwns = "part-owns"
            case funds, backs
            case memberOf = "member-of"
            case supplies, regulates, represents
            case alliedWith = "allied-with"
            case succeeds, mediates, other
        }

        package var kind = Located<Kind>.absent
        package var party = Reference<Party>.absent
        package var from: Located<EventDate>?
        package var until: Located<EventDate>?
        package var sources: [SourceUse] = []

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "relation", "It owns, funds, backs … another party.", place: "an item of a party's 'relations'",
            dataMeaning: "How this party stands to another: it *owns* the other.",
            fields: [
                Field("kind", \.kind, "What it does to the other."),
                Field("party", \.party, "The other party."),
                Field("from", \.from, "Since when."),
                Field("until", \.until, "The last day on which it was so.", .tellsOfLater),
                Field("sources", \.sources, "Where it was found."),
            ])

        package func isLater(than limit: AsOfLimit) -> Bool { from?.isLater(than: limit) ?? false }
    }

    /// Another name of a party, with the time in which it was used where that is known.
    package struct OtherName: Record {
        package var name = Located<String>.absent
        package var from: Located<EventDate>?
        package var until: Located<EventDate>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "other name", "A name that the party has or had.", place: "an item of a party's 'also_known_as'",
            shorthand: Shorthand(field: "name", words: "a name", plural: "names"),
            fields: [
                Field("name", \.name, "The name."),
                Field("from", \.from, "Since when."),
                Field("until", \.until, "Until when.", .tellsOfLater),
            ])

        package func isLater(than limit: AsOfLimit) -> Bool { from?.isLater(than: limit) ?? false }
    }

    @usableFromInline package static let kind = EntryKind.party
    @inlinable package static var list: WritableKeyPath<Entries, [Party]> { \.parties }
    @usableFromInline package let head: EntryHead
    @usableFromInline package let fields: PartyFields

    package init(head: EntryHead, fields: PartyFields) { (self.head, self.fields) = (head, fields) }

    /// The short name if there is one.
    package var briefName: String { fields.shortName?.value ?? fields.name.value }
    /// As it stands within a sentence, with its article: "the White House".
    package var nameInText: String { fields.inText?.value ?? briefName }
    /// The same at the beginning of a sentence.
    package var nameAtStart: String {
        fields.inText.map { $0.value.prefix(1).uppercased() + $0.value.dropFirst() } ?? briefName
    }
}

@usableFromInline package struct PartyFields: EntryFields {
    package var name = Located<String>.absent
    package var shortName: Located<String>?
    package var inText: Located<String>?
    package var initials: Located<String>?
    package var alsoKnownAs: [Party.OtherName] = []
    package var kindOfParty = Located<Party.Kind>.absent
    package var partOf: Reference<Party>?
    package var relations: [Party.Relation] = []
    package var website: Located<String>?
    package var wikidata: Located<String>?
    package var color: Located<String>?

    package init() {}

    package static let record = RecordDeclaration<Self>(
        "party", "Whoever asks or is asked, or is related to one of these.", place: entryPlace(.party), isEntry: true,
        dataMeaning: "A party to the dispute, or one that is related to a party.",
        fields: [
            Field("name", \.name, "Its full name."),
            Field("short_name", \.shortName, "The name that lists and pictures use."),
            Field("in_text", \.inText, "How it is called within a sentence, with its article: 'the White House'."),
            Field("initials", \.initials, "One to four letters or digits for its badge.", form: .initials),
            Field("also_known_as", \.alsoKnownAs, "Its other names.", .tellsOfLater),
            Field("kind", \.kindOfParty, "What it is."),
            Field("part_of", \.partOf, "The party that it belongs to."),
            Field("relations", \.relations, "How it stands to other parties.", .tellsOfLater),
            Field("website", \.website, "Its own site.", form: .address),
            Field("wikidata", \.wikidata, "As in 'Q116758847'.", form: .wikidata),
            Field(
                "color", \.color, "As in \"#0b5cad\", in quotes; pictures choose one where it is absent.", form: .color),
        ])

    package var displayName: String { name.value }
}
