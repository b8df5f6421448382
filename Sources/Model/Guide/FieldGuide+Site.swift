extension FieldGuide {
    static let settings: [Group] = [
        Group(
            name: "site", place: "site.md",
            meaning: "The site's settings; the text below is the home page's introduction.",
            fields: [
                .required("title", "text", "The site's name."),
                .optional("description", "text", "One sentence about the site."),
                .optional(
                    "language", "language tag", "The language of your texts, as in 'de'; 'en' where it is absent."),
                .optional(
                    "zone", "time zone", "The zone in which clock times are shown, as in 'Europe/Berlin'; else UTC."),
                .optional("base_url", "address", "Where the site will be, for feed, sitemap and previews."),
                .optional("publisher", "a record of 'publisher'", "Who publishes the site."),
                .optional("policies", "a record of 'policies'", "Where readers find how you work."),
                .optional(
                    "navigation", "page ids or event folders, or records of 'navigation item'",
                    "What the header links to."),
                .optional("raw_html", "true or false", "Whether Markdown may hold HTML; false where it is absent."),
                .optional("checks", "codes with off, warning or error", "How warnings count: 'unused-term: off'."),
            ], isEntry: false),
        Group(
            name: "publisher", place: "'publisher' in site.md", meaning: "Who publishes the site.",
            fields: [
                .required("name", "text", "Its name."),
                .optional("url", "address", "Its own site."),
                .optional("logo", "path or address", "A picture of its logo."),
                .optional("kind", "word", "What it is.", names(Party.Kind.self)),
            ], isEntry: false),
        Group(
            name: "policies", place: "'policies' in site.md",
            meaning: "Pages by id, or addresses, that say how you work.",
            fields: [
                .optional("corrections", "page id or address", "How mistakes are corrected."),
                .optional("ethics", "page id or address", "What you hold yourselves to."),
                .optional("sources", "page id or address", "How sources are chosen and named."),
                .optional("feedback", "page id or address", "How readers reach you."),
            ], isEntry: false),
        Group(
            name: "navigation item", place: "an item of 'navigation' in site.md", meaning: "A link of the header.",
            fields: [
                .required("title", "text", "The link's words."),
                .required("to", "page id, event folder, path or address", "Where it leads; 'term:cap' names an entry."),
            ], isEntry: false),
    ]

    static let event = Group(
        name: "event", place: "event.md, or <event>/event.md for each of several",
        meaning: "One public dispute; the text below is its page. It may list entries that have no file of their own.",
        fields: [
            .required("title", "text", "What the dispute is called."),
            .required("summary", "text", "What is going on, in one sentence of at most 200 characters."),
            .optional("as_of", "date", "Until when the record goes; else its latest date."),
            .optional("began", "date", "When the dispute began."),
            .optional("ended", "date", "When it ended."),
            .optional("status", "word", "Where it stands; computed where it is absent.", names(Event.Status.self)),
            .optional("place", "text", "Where it takes place."),
            .optional("zone", "time zone", "The zone in which its clock times are shown; else the site's."),
            .optional("language", "language tag", "The language of its texts; else the site's."),
            .optional("key_facts", "records of 'key fact'", "A few facts for the head of the page."),
        ]
            + (EntryKind.allCases.compactMap(\.folder) + ["refusals"]).filter { $0 != "sources" }.map { folder in
                .optional(folder, "list", "Entries as in '\(folder)/', each with an 'id', and its text as 'body'.")
            })

    static let page = Group(
        name: "page", place: "<id>.md beside site.md or event.md", meaning: "A page of your own: about, methodology.",
        fields: [.required("title", "text", "Its title.")])

    /// Records inside entries.
    static let records: [Group] = [
        Group(
            name: "key fact", place: "an item of 'key_facts' in event.md", meaning: "A fact for the head of the page.",
            fields: [
                .required("label", "text", "What is told: 'At stake'."),
                .required("value", "Markdown", "The fact."),
                .optional("sources", "source ids, or records of 'source reference'", "Where it was found."),
            ], isEntry: false),
        Group(
            name: "source reference", place: "an item of 'sources'",
            meaning: "A source with the place in it. In event.md, an item with a 'title' defines a source.",
            fields: [
                .required("id", "a source's id", "The source."),
                .optional("at", "text", "The place in it: 'para. 4'."),
            ], isEntry: false),
        Group(
            name: "correction", place: "an item of 'corrections'", meaning: "A change that readers are told of.",
            fields: [
                .required("date", "date", "When it was made."),
                .required("kind", "word", "What kind of change.", names(Correction.Kind.self)),
                .required("text", "Markdown", "What was wrong, and what is right."),
            ], isEntry: false),
    ]
}
