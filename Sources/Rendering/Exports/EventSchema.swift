import Bytes
import Diagnostics
import Model

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
            required: [
                "version", "id", "title", "page", "language", "zone", "status", "parties", "people", "demands",
                "responses", "threats", "statements", "moments", "sources", "terms", "answer_sheet", "timeline",
            ],
            [
                ("$schema", text("Where this schema is, relative to the file.")),
                ("version", .members(["const": .number(EventExport.version)])),
                ("id", text("The event's folder.")),
                ("title", text()),
                ("summary", text()),
                ("page", page),
                ("language", text("BCP 47.")),
                ("zone", text("IANA time zone in which days are counted and clock times are said.")),
                ("status", choice(Event.Status.self)),
                ("as_of", date("The date of the record: what is open, overdue or lapsed is so at this date.")),
                ("began", date()),
                ("ended", date()),
                ("place", text()),
                ("key_facts", list(object(required: ["label", "value"], keyFact))),
            ] + common
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

    private static let keyFact: [(String, JSON)] = [
        ("label", text()), ("value", text()), ("sources", reference(to: "source_uses")),
    ]

    /// What the event and all entries have.
    static let common: [(String, JSON)] = [
        ("body", text("The entry's text without markup, a block a line.")),
        ("sources", reference(to: "source_uses")),
        ("cites", ids("Sources that the prose cites.")),
        ("updated", date()),
        ("corrections", list(reference(to: "correction"))),
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
    static let texts = list(text())
    static let page = text("Where readers find it, relative to the file.")
    static let webAddress: JSON = .members(["type": .string("string"), "pattern": .string("^[Hh][Tt][Tt][Pp][Ss]?://")])
}
