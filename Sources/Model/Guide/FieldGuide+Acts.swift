extension FieldGuide {
    /// What parties do to each other.
    static let acts: [Group] = [
        Group(
            name: "demand", place: entryPlace("demands"), meaning: "What one party asks of another.",
            fields: [
                .required("title", "text", "What is asked, in a few words."),
                .required("from", "ids of parties", "Who asks."),
                .required("to", "ids of parties", "Who is asked."),
                .required("date", "date", "When it was asked."),
                .optional("deadline", "date", "By when; with a clock time it needs an offset."),
                .optional("words", "text", "The exact words, letter by letter."),
                .optional("statement", "a statement's id", "The statement that the words are of."),
                .optional("aim", "word", "What kind of thing is asked.", names(Demand.Aim.self)),
                .optional("channel", "word", "How it became known.", names(Demand.Channel.self)),
                .optional("ordered_by", "a party's id", "A court or authority that backs it."),
                .optional("replaces", "a demand's id", "The earlier demand that it takes the place of."),
                .optional("withdrawn", "date", "When it was taken back."),
                .optional(
                    "status", "word", "Only where the computed status would be wrong; needs 'status_reason'.",
                    names(Demand.Status.self)),
                .optional("status_reason", "text", "Why the computed status would be wrong."),
            ]),
        Group(
            name: "response", place: entryPlace("responses", also: "refusals"),
            meaning: "A party's answer to a demand. In 'refusals' the kind may be left out: it is 'refused'.",
            fields: [
                .required("title", "text", "The answer, in a few words."),
                .required("answers", "ids of demands", "What it answers."),
                .required("from", "ids of parties", "Who answers: a party that was asked."),
                .required("date", "date", "When."),
                .required("kind", "word", "What the answer is.", names(Response.Kind.self)),
                .optional("grounds", "records of 'ground'", "The reasons given."),
                .optional("words", "text", "The exact words, letter by letter."),
                .optional("statement", "ids of statements", "The statements that the words are of."),
                .optional("on_behalf_of", "ids of parties", "Others who were asked and for whom it answers."),
                .optional("counter", "a demand's id", "The demand that it makes instead."),
                .optional("replaces", "a response's id", "The earlier answer that it takes the place of."),
                .optional("asked_on", "date", "For 'no-response': when you asked."),
                .optional("asked_by", "text", "For 'no-response': who asked."),
            ]),
        Group(
            name: "ground", place: "an item of a response's 'grounds'", meaning: "A reason given for an answer.",
            fields: [
                .required("title", "text", "The reason, in a few words."),
                .optional("kind", "word", "What kind of reason.", names(Response.Ground.Kind.self)),
                .optional("text", "Markdown", "More about it."),
                .optional("sources", "source ids, or records of 'source reference'", "Where it was found."),
            ], isEntry: false),
        Group(
            name: "threat", place: entryPlace("threats"),
            meaning: "What a party says it will do unless a demand is met.",
            fields: [
                .required("title", "text", "What is threatened, in a few words."),
                .required("from", "ids of parties", "Who threatens."),
                .required("to", "ids of parties", "Whom."),
                .required("kind", "word", "What kind of harm.", names(Threat.Kind.self)),
                .required("date", "date", "When it was made."),
                .required("state", "word", "What has become of it.", names(Threat.State.self)),
                .optional("state_date", "date", "Since when it is so."),
                .optional("unless", "ids of demands", "The demands that it hangs on."),
                .optional("deadline", "date", "By when; else the demand's."),
                .optional("words", "text", "The exact words, letter by letter."),
                .optional("statement", "a statement's id", "The statement that the words are of."),
                .optional("term", "a term's id", "The law or practice that it is about."),
            ]),
        Group(
            name: "statement", place: entryPlace("statements"),
            meaning: "Something that somebody said or wrote. It has 'words' or a 'paraphrase'.",
            fields: [
                .required("speaker", "a person's or party's id", "Who spoke."),
                .required("date", "date", "When."),
                .required("medium", "word", "How it was said.", names(Statement.Medium.self)),
                .optional("words", "text", "The exact words, letter by letter."),
                .optional("paraphrase", "Markdown", "What was said, in your words."),
                .optional("act", "word", "What was done by saying it.", names(Statement.Act.self)),
                .optional("about", "references with their kind", "What it is about: 'demand:pay-rise'."),
                .optional("venue", "text", "Where it was said."),
                .optional("title", "text", "A name for it; else its words."),
                .optional(
                    "for", "a party's id", "For whom the speaker spoke, where the role at that date does not say so."),
                .optional("as", "text", "In which role, where the role at that date does not say so."),
                .optional("original_language", "language tag", "Where 'words' are a translation: from what."),
            ]),
        Group(
            name: "moment", place: entryPlace("moments"),
            meaning: "Something that happened and is none of the others, for the timeline.",
            fields: [
                .required("title", "text", "What happened, in a few words."),
                .required("date", "date", "When."),
                .required("kind", "word", "What it was.", names(Moment.Kind.self)),
                .optional("parties", "ids of parties", "Who took part."),
                .optional("about", "references with their kind", "What it is about: 'demand:pay-rise'."),
            ]),
    ]

    /// How we know, and what words mean.
    static let evidence: [Group] = [
        Group(
            name: "source", place: entryPlace("sources"), meaning: "Where a claim was found.",
            fields: [
                .required("title", "text", "Its title."),
                .required("type", "word", "What it is.", Source.types),
                .optional("publisher", "text", "Who published it."),
                .optional("authors", "texts", "Who wrote it."),
                .optional("published", "date", "When it appeared."),
                .optional("url", "address", "Where it is."),
                .optional("accessed", "date", "When you looked."),
                .optional("archive", "a record of 'archive'", "A copy in an archive."),
                .optional(
                    "text", "path", "A copy of its text beside this file: quotes are looked for in it; not published."),
                .optional("excerpts", "texts", "Its exact words: quotes are looked for in them."),
                .optional("origin", "word", "Whose word it is.", names(Source.Origin.self)),
                .optional("relation", "word", "How near it is to what happened.", names(Source.Relation.self)),
                .optional("language", "language tag", "The language that it is in."),
            ]),
        Group(
            name: "archive", place: "'archive' of a source", meaning: "A copy in an archive.",
            fields: [
                .required("url", "address", "Where the copy is."),
                .optional("date", "date", "When it was made."),
            ], isEntry: false),
        Group(
            name: "term", place: entryPlace("terms"), meaning: "A word that needs explaining.",
            fields: [
                .required("name", "text", "The word."),
                .required("definition", "Markdown", "What it means, in a paragraph."),
                .optional("also_known_as", "texts", "Other words for it."),
            ]),
    ]
}
