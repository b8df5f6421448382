import Bytes
import Diagnostics
import Model
import Presenting

/// `event.schema.json`: the JSON Schema (draft 2020-12) of `event.json`, made from the vocabulary's own closed lists.
///
/// It names every field and allows no other, so that what the program writes and what is published about it agree.
package enum EventSchema {
    package static let path = "event.schema.json"

    /// The schema's bytes, the same for every site.
    package static func encoded() -> [UInt8] { document.encoded(indent: 2) + [0x0A] }

    static var document: JSON {
        let event = object(
            "One public dispute: what was asked, what was answered, and everything that is known of it.",
            required: ["version", "id", "title", "state", "page"] + required(EventFields.record.description, .event)
                + EntryKind.allCases.compactMap(\.folder) + ["answer_sheet", "timeline"],
            [
                ("$schema", text("Where this schema is, relative to the file.")),
                ("version", .members(["const": .number(EventExport.version)])),
                ("id", text("The event's folder.")),
                ("title", text()),
                ("summary", text()),
                ("state", text("How the event stands, as its page says it.")),
                ("page", page),
            ] + members(EventFields.record.description, .event) + common
                + EntryKind.allCases.compactMap { kind in
                    kind.folder.map { ($0, list(reference(to: kind.word), canBeEmpty: true)) }
                } + [
                    (
                        "answer_sheet",
                        list(
                            reference(to: "answers"), "Every demand by date, with everyone who was asked.",
                            canBeEmpty: true)
                    ),
                    (
                        "timeline",
                        list(reference(to: "timeline_item"), "Everything dated, earliest first.", canBeEmpty: true)
                    ),
                ])
        guard case .object(let members) = event else { return event }
        let head: [JSON.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("An event of an explainer site")),
        ]
        return .object(head + members + [.init("$defs", properties(entries + computed + values))])
    }

    // MARK: - The vocabulary

    /// Each kind of entries: its head, its own fields, what all entries have.
    private static let entries: [(String, JSON)] = EntryKind.entryTypes.map(entry)

    private static func entry(_ type: any Entry.Type) -> (String, JSON) {
        func entry<E: Entry>(_: E.Type) -> (String, JSON) {
            let record = E.Fields.record.description
            let name = record.fields[0].name
            let head: [(String, JSON)] = [
                ("id", id), (name, text()), ("page", page),
                ("is_shared", truth("True of what all events of the site share; absent otherwise.")),
                ("summary", text()),
            ]
            return (
                E.kind.word,
                object(
                    record.dataMeaning, required: ["id", name, "page"] + required(record, E.kind),
                    head + members(record, E.kind) + common)
            )
        }
        return entry(type)
    }

    /// What the event and all entries have.
    private static let common: [(String, JSON)] =
        [("body", text("The entry's text without markup, a block a line."))]
        + EventData(HeadFields.record.description).members.filter { $0.name.description != "summary" }.flatMap {
            member in
            [(member.name.description, schema(member.shape, member.note))]
                + (member.name.description == "sources" ? [("cites", ids("Sources that the prose cites."))] : [])
        }

    private static func members(_ record: RecordDescription, _ kind: EntryKind?) -> [(String, JSON)] {
        EventData(record, kind.map(EventData.computed) ?? [], isEntry: kind != nil).members.map { member in
            (member.name.description, schema(member.shape, member.note))
        }
    }

    private static func required(_ record: RecordDescription, _ kind: EntryKind?) -> [String] {
        EventData(record, kind.map(EventData.computed) ?? [], isEntry: kind != nil).members.filter(\.isRequired)
            .map(\.name.description)
    }

    private static func object(_ record: RecordDescription) -> JSON {
        object(record.dataMeaning, required: required(record, nil), members(record, nil))
    }

    /// The schema of a member that holds what a field of a shape holds.
    private static func schema(_ shape: FieldShape, _ note: String?) -> JSON {
        switch shape {
        case .text(let form):
            if let pattern = form.dataPattern {
                .members(["type": .string("string"), "pattern": .string(pattern)])
            } else {
                form.values.isEmpty ? text(note) : choice(form.values.map(\.name))
            }
        case .prose: text(note)
        case .date: date(note)
        case .truth: truth(note ?? "")
        case .choice(let values): choice(values.map(\.name))
        case .reference(let kinds) where kinds.count == 1:
            .members(["description": note.map(JSON.string), "$ref": .string("#/$defs/id")])
        case .reference, .typedReference: reference(to: "entry")
        case .record(let record): record.name == correction.name ? reference(to: "correction") : object(record)
        case .list(.record(let record)) where record.name == sourceUse.name: reference(to: "source_uses")
        case .list(let item): list(schema(item, nil), note)
        case .ownData: .members(["description": note.map(JSON.string), "type": .string("object")])
        case .number, .levels, .entries: text(note)
        }
    }

    private static var correction: RecordDescription { Correction.record.description }
    private static var sourceUse: RecordDescription { SourceUse.record.description }

    private static let computed: [(String, JSON)] = [
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

    private static let values: [(String, JSON)] = [
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
                "pattern": .string("^-?[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$"),
            ])
        ),
        ("source_uses", list(object(sourceUse), "Sources of an entry.")),
        ("correction", object(correction)),
    ]
}

// MARK: - How parts of a schema are written

extension EventSchema {
    static func properties(_ properties: [(String, JSON)]) -> JSON {
        .object(properties.map { JSON.Member($0.0, $0.1) })
    }

    static func object(_ description: String? = nil, required: [String], _ members: [(String, JSON)]) -> JSON {
        .members([
            "description": description.map(JSON.string), "type": .string("object"),
            "required": required.isEmpty ? nil : .strings(required), "properties": properties(members),
            "additionalProperties": .bool(false),
        ])
    }

    static func text(_ description: String? = nil) -> JSON {
        .members(["description": description.map(JSON.string), "type": .string("string")])
    }

    static func truth(_ description: String) -> JSON {
        .members(["description": .string(description), "type": .string("boolean")])
    }

    static func choice<C: CaseIterable & RawRepresentable>(_: C.Type) -> JSON where C.RawValue == String {
        choice(C.allCases.map(\.rawValue))
    }

    static func choice(_ values: [String]) -> JSON { .members(["enum": .strings(values)]) }

    static func reference(to definition: String) -> JSON { .members(["$ref": .string("#/$defs/" + definition)]) }

    static func list(_ items: JSON, _ description: String? = nil, canBeEmpty: Bool = false) -> JSON {
        .members([
            "description": description.map(JSON.string), "type": .string("array"), "items": items,
            "minItems": canBeEmpty ? nil : .number(1),
        ])
    }

    static func ids(_ description: String? = nil) -> JSON { list(reference(to: "id"), description) }

    static func date(_ description: String? = nil) -> JSON {
        .members(["description": description.map(JSON.string), "$ref": .string("#/$defs/date")])
    }

    static let id = reference(to: "id")
    static let page = text("Where readers find it, relative to the file.")
}
