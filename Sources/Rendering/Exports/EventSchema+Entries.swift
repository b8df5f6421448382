import Bytes
import Diagnostics
import Model

extension EventSchema {
    /// An entry of one kind: its head, its own fields, what all entries have.
    private static func entry(
        _ kind: EntryKind, _ description: String, name: String = "title", required: [String], _ fields: [(String, JSON)]
    ) -> (String, JSON) {
        let head: [(String, JSON)] = [
            ("id", id), (name, text()), ("page", page),
            ("is_shared", truth("True of what all events of the site share; absent otherwise.")), ("summary", text()),
        ]
        return (kind.word, object(description, required: ["id", name, "page"] + required, head + fields + common))
    }

    static let entries: [(String, JSON)] = [
        entry(
            .party, "A party to the dispute, or one that is related to a party.", name: "name", required: ["kind"],
            [
                ("short_name", text()), ("also_known_as", texts), ("kind", choice(Party.Kind.self)), ("part_of", id),
                (
                    "relations",
                    list(
                        object(
                            "How this party stands to another: it *owns* the other.", required: ["kind", "party"],
                            [
                                ("kind", choice(Party.Relation.Kind.self)), ("party", id),
                                ("sources", reference(to: "source_uses")),
                            ]))
                ),
                ("website", webAddress),
                ("wikidata", .members(["type": .string("string"), "pattern": .string("^Q[0-9]+$")])),
                ("color", text()),
            ]),
        entry(
            .person, "Somebody who speaks or acts (Popolo Person), with roles (Popolo Membership).", name: "name",
            required: [],
            [
                ("also_known_as", texts),
                (
                    "roles",
                    list(
                        object(
                            required: ["title"],
                            [
                                ("title", text()), ("party", id), ("from", date()),
                                ("until", date("Exclusive: the role was no longer held on this date.")),
                            ]))
                ), ("wikidata", .members(["type": .string("string"), "pattern": .string("^Q[0-9]+$")])),
            ]),
        entry(
            .demand, "What one party asks of another.", required: ["from", "to", "date", "status", "force"],
            [
                ("from", ids()), ("to", ids()), ("date", date()), ("status", choice(Demand.Status.self)),
                ("status_reason", text("Why the writer overrides the computed status.")),
                ("force", choice(["ultimatum", "demand"])), ("words", text("Verbatim.")), ("statement", id),
                ("deadline", date()),
                ("deadline_has_passed", truth("Whether it has passed for certain at the record's date.")),
                ("ordered_by", id), ("aim", choice(Demand.Aim.self)), ("channel", choice(Demand.Channel.self)),
                ("replaces", id), ("replaced_by", id), ("withdrawn", date()), ("threats", ids("That hang on it.")),
                ("responses", ids("All answers to it, by date.")),
            ]),
        entry(
            .response, "An answer to a demand. Refusals are of kind refused or refused-for-now.",
            required: ["answers", "from", "date", "kind"],
            [
                ("answers", ids("Demands.")), ("from", ids()), ("on_behalf_of", ids()), ("date", date()),
                ("kind", choice(Response.Kind.self)), ("words", text("Verbatim.")), ("statements", ids()),
                (
                    "grounds",
                    list(
                        object(
                            required: ["title"],
                            [
                                ("title", text()), ("kind", choice(Response.Ground.Kind.self)), ("text", text()),
                                ("sources", reference(to: "source_uses")),
                            ]))
                ),
                ("counter", text("The demand that it puts instead.")), ("replaces", id), ("asked_on", date()),
                ("asked_by", text()),
            ]),
        entry(
            .threat, "What a party says it will do unless a demand is met; and whether it did.",
            required: ["from", "to", "unless", "kind", "date", "state"],
            [
                ("from", ids()), ("to", ids()), ("unless", ids("Demands.")), ("kind", choice(Threat.Kind.self)),
                ("date", date()), ("words", text("Verbatim.")), ("statement", id), ("state", choice(Threat.State.self)),
                ("state_date", date()), ("deadline", date("Its own; else that of its demands holds.")),
                ("deadline_has_passed", truth("Whether it has passed for certain at the record's date.")), ("term", id),
            ]),
        entry(
            .statement, "Something that somebody said or wrote (Popolo Speech).",
            required: ["speaker", "date", "medium"],
            [
                ("speaker", reference(to: "entry")), ("for", text("The party for which they spoke at that date.")),
                ("as", text("The role in which they spoke.")), ("date", date()), ("words", text("Verbatim.")),
                ("paraphrase", text("The writer's words.")), ("medium", choice(Statement.Medium.self)),
                ("venue", text()), ("act", choice(Statement.Act.self)), ("about", list(reference(to: "entry"))),
                ("original_language", text("BCP 47.")),
            ]),
        entry(
            .moment, "Something that happened and is neither a demand, an answer, a threat nor a statement.",
            required: ["date", "kind"],
            [
                ("date", date()), ("kind", choice(Moment.Kind.self)), ("parties", ids()),
                ("about", list(reference(to: "entry"))),
            ]),
        entry(
            .source, "Where claims were found.", required: ["type"],
            [
                ("type", choice(Source.types)), ("publisher", text()), ("authors", texts), ("published", date()),
                ("accessed", date()), ("url", webAddress),
                ("archive", object(required: ["url"], [("url", webAddress), ("date", date())])),
                ("origin", choice(Source.Origin.self)), ("relation", choice(Source.Relation.self)),
                ("language", text("BCP 47.")), ("excerpts", list(text(), "Passages kept word for word.")),
            ]),
        entry(
            .term, "A word that needs explaining.", name: "name", required: ["definition"],
            [("also_known_as", texts), ("definition", text())]),
    ]

    static let computed: [(String, JSON)] = [
        (
            "answers",
            object(
                "One demand, and the current answer of each party that was asked.", required: ["demand", "answers"],
                [
                    ("demand", id),
                    (
                        "answers",
                        list(
                            object(
                                required: ["party"],
                                [
                                    ("party", id),
                                    (
                                        "response",
                                        .members([
                                            "description": .string("Absent where no answer is recorded."),
                                            "$ref": .string("#/$defs/id"),
                                        ])
                                    ),
                                    ("kind", choice(Response.Kind.self)),
                                    ("earlier", ids("Answers that came before, latest first.")),
                                ]), canBeEmpty: true)
                    ),
                ])
        ),
        (
            "timeline_item",
            object(
                required: ["kind", "date", "entry", "title"],
                [
                    ("kind", choice(TimelineItem.Kind.allCases.map(\.word))), ("date", date()),
                    ("entry", reference(to: "entry")), ("title", text()), ("parties", ids("Who acts.")),
                ])
        ),
    ]

    static let values: [(String, JSON)] = [
        (
            "id",
            .members([
                "description": .string(
                    "The id of an entry in this file; of another event's entry, with the event before it."),
                "type": .string("string"), "pattern": .string("^([^/]+/)*[a-z0-9]+(-[a-z0-9]+)*$"),
            ])
        ),
        (
            "entry",
            object(
                "An entry of any kind.", required: ["kind", "id"],
                [("kind", choice(EntryKind.allCases.map(\.word))), ("id", id)])
        ),
        (
            "date",
            object(
                "When something was, as exactly as it is known.", required: ["edtf", "words"],
                [
                    ("edtf", text("ISO 8601-2 (EDTF).")),
                    ("earliest", reference(to: "bound")), ("latest", reference(to: "bound")),
                    ("words", text("As readers see it.")),
                ])
        ),
        (
            "bound",
            .members([
                "description": .string("A day in the event's zone, or an instant in UTC; absent where it is open."),
                "type": .string("string"),
                "pattern": .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$"),
            ])
        ),
        (
            "source_uses",
            list(
                object(
                    required: ["id"], [("id", id), ("at", text("Where in the source: “para. 4”."))]),
                "Sources of an entry.")
        ),
        (
            "correction",
            object(
                required: ["date", "kind", "text"],
                [("date", date()), ("kind", choice(Correction.Kind.self)), ("text", text())])
        ),
    ]
}
