extension FieldGuide {
    /// Who takes part.
    static let parts: [Group] = [
        Group(
            name: "party", place: entryPlace("parties"),
            meaning: "Whoever asks or is asked, or is related to one of these.",
            fields: [
                .required("name", "text", "Its full name."),
                .required("kind", "word", "What it is.", names(Party.Kind.self)),
                .optional("short_name", "text", "The name that lists and pictures use."),
                .optional("also_known_as", "texts", "Its other names."),
                .optional("part_of", "a party's id", "The party that it belongs to."),
                .optional("relations", "records of 'relation'", "How it stands to other parties."),
                .optional("website", "address", "Its own site."),
                .optional("wikidata", "Wikidata item", "As in 'Q116758847'."),
                .optional("color", "colour", "As in \"#0b5cad\", in quotes; pictures choose one where it is absent."),
            ]),
        Group(
            name: "relation", place: "an item of a party's 'relations'",
            meaning: "It owns, funds, backs … another party.",
            fields: [
                .required("kind", "word", "What it does to the other.", names(Party.Relation.Kind.self)),
                .required("party", "a party's id", "The other party."),
                .optional("sources", "source ids, or records of 'source reference'", "Where it was found."),
            ], isEntry: false),
        Group(
            name: "person", place: entryPlace("people"), meaning: "Somebody who speaks or acts.",
            fields: [
                .required("name", "text", "The full name."),
                .optional("roles", "records of 'role'", "What the person is or was, and for whom."),
                .optional("also_known_as", "texts", "Other names."),
                .optional("wikidata", "Wikidata item", "As in 'Q116758847'."),
            ]),
        Group(
            name: "role", place: "an item of a person's 'roles'",
            meaning: "Whoever speaks, speaks for the role held at that date.",
            fields: [
                .required("title", "text", "The role: 'chief executive'."),
                .optional("party", "a party's id", "For whom."),
                .optional("from", "date", "Since when."),
                .optional("until", "date", "Up to but not including."),
            ], isEntry: false),
    ]
}
