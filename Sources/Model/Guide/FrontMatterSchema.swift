import Bytes
import Diagnostics

/// The JSON Schema (draft 2020-12) of front matter, for editors and other tools: what may be written in a document of a
/// kind. Rules that concern more than one document, or more than one field, are left to `explainer check`.
package struct FrontMatterSchema {
    /// What a schema describes: the documents of a record, and of one folder where the record has two.
    private let record: RecordDescription
    private let folder: EntryFolder?
    /// The types of the writer's own data.
    private let extra: ExtraFields

    /// The schema for a kind, or a folder of entries; nil if there is none of that name.
    ///
    /// - Parameter extra: the types that site.md declares for members of `extra`.
    package init?(_ name: String, extra: ExtraFields = ExtraFields()) {
        self.extra = extra
        guard let record = Vocabulary.record(name) else { return nil }
        self.record = record
        folder = EntryFolder.all.last { $0.name == name || $0.word == name }
    }

    package var document: JSON {
        let isEvent = record.name == EventFields.record.description.name
        guard case .object(let members) = Self.object(record, .document, in: folder) else { return .null }
        let head: [JSON.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("Front matter of explainer: \(folder?.word ?? record.name)")),
        ]
        var definitions = Self.definitions(of: record)
        if isEvent { for list in EntryFolder.all { Self.addItem(of: list, to: &definitions) } }
        let sorted = definitions.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) }
        return typed(.object(head + members + (sorted.isEmpty ? [] : [.init("$defs", .object(sorted))])))
    }

    /// A schema with the types of the writer's own data, wherever it has the field `extra`.
    private func typed(_ schema: JSON) -> JSON {
        guard !extra.declared.isEmpty else { return schema }
        switch schema {
        case .array(let items): return .array(items.map(typed))
        case .object(let members):
            return .object(
                members.map { member in
                    guard member.name == "extra", case .object(let own) = member.value else {
                        return JSON.Member(member.name, typed(member.value))
                    }
                    let properties = extra.declared.map { JSON.Member($0.name.value, Self.shape(of: $0.kind)) }
                    return JSON.Member("extra", .object(own + [.init("properties", .object(properties))]))
                })
        default: return schema
        }
    }

    private static func shape(of kind: ExtraFields.Kind) -> JSON {
        guard case .object(let members) = valueShape(of: kind) else { return .null }
        return .object([JSON.Member("description", .string(kind.meaning))] + members)
    }

    private static func valueShape(of kind: ExtraFields.Kind) -> JSON {
        switch kind {
        case .text: text()
        case .number: .members(["type": .strings(["number", "string"]), "pattern": .string("^-?[0-9]+([.][0-9]+)?$")])
        case .truth: .members(["type": .string("boolean")])
        case .date: reference("date")
        case .url: pattern("^(https?|mailto|tel):.+$")
        case .file: .members(["type": .string("string"), "minLength": .number(1)])
        case .list: listOf([text()])
        }
    }

    // MARK: - Records

    private enum Form {
        case document
        /// An item of a list in event.md.
        case item
        /// A record inside one of the others.
        case part
    }

    private static func object(_ record: RecordDescription, _ form: Form, in folder: EntryFolder? = nil) -> JSON {
        var fields = FieldGuide.fields(record)
        if record.isEntry {
            fields += Vocabulary.common.filter { field in !fields.contains { $0.name == field.name } }
        }
        var properties = fields.map { JSON.Member($0.name, described($0, in: record)) }
        var required = fields.filter { $0.isRequired && !(folder == .refusals && $0.isImpliedByRefusals) }.map(\.name)
        if form == .item {
            properties.insert(.init(Vocabulary.itemID.name, id(Vocabulary.itemID.meaning)), at: 0)
            properties.append(.init(Vocabulary.itemBody.name, text(Vocabulary.itemBody.meaning)))
            required.insert(Vocabulary.itemID.name, at: 0)
        }
        return .members([
            "description": .string(record.meaning), "type": .string("object"),
            "required": required.isEmpty ? nil : .strings(required),
            "anyOf": record.needsOneOf.isEmpty
                ? nil : .array(record.needsOneOf.map { .members(["required": .strings([$0])]) }),
            "properties": .object(properties), "additionalProperties": .bool(false),
        ])
    }

    /// The definitions that a record's schema refers to, and theirs.
    private static func definitions(of record: RecordDescription) -> [String: JSON] {
        var definitions: [String: JSON] = ["date": date]
        func add(_ record: RecordDescription) {
            for part in record.fields.compactMap(\.shape.record) where definitions[name(of: part)] == nil {
                definitions[name(of: part)] = object(part, .part)
                add(part)
            }
        }
        add(record)
        if record.isEntry { add(HeadFields.record.description) }
        return definitions
    }

    private static func addItem(of list: EntryFolder, to definitions: inout [String: JSON]) {
        guard let record = Vocabulary.record(list.kind.word) else { return }
        definitions[list.name + "-item"] = object(record, .item, in: list)
        definitions.merge(Self.definitions(of: record)) { first, _ in first }
    }

    private static func name(of record: RecordDescription) -> String {
        String(record.name.map { $0 == " " ? "-" : $0 })
    }

    // MARK: - Fields

    private static func described(_ field: FieldDescription, in record: RecordDescription) -> JSON {
        let isDefining = record.name == EventFields.record.description.name && field.name == "sources"
        var schema = isDefining ? listOf([shape(field.shape.item), reference("sources-item")]) : shape(field.shape)
        if case .list(.entries) = field.shape { schema = listOf([reference(field.name + "-item")]) }
        if field.isRequired, case .list = field.shape { schema = notEmpty(schema) }
        guard case .object(let members) = schema else { return schema }
        return .object([JSON.Member("description", .string(field.meaning))] + members)
    }

    private static func shape(_ shape: FieldShape) -> JSON {
        switch shape {
        case .text(let form):
            if form.values.isEmpty { return text(pattern: form.pattern) }
            return choice(form.values, alsoSpelled: true)
        case .prose: return text()
        case .date(let needsClock):
            return needsClock
                ? .members(["$ref": .string("#/$defs/date"), "type": .string("string"), "pattern": .string("T")])
                : reference("date")
        case .truth: return .members(["type": .string("boolean")])
        case .number:
            return .members(["type": .strings(["integer", "string"]), "pattern": .string("^[0-9]{1,9}$")])
        case .ownData: return .members(["type": .string("object")])
        case .choice(let values): return choice(values)
        case .reference: return id()
        case .typedReference(let kinds):
            let words = EntryKind.referenceWords.filter { word in
                EntryKind(referenceWord: word).map(kinds.contains) ?? false
            }
            return pattern("^(\(words.joined(separator: "|"))):.+$")
        case .levels(let levels, _):
            return .members(["type": .string("object"), "additionalProperties": choice(levels)])
        case .record(let record):
            let mapping = reference(name(of: record))
            guard let short = record.fields.first(where: { $0.name == record.shorthand?.field }) else { return mapping }
            return .members(["anyOf": .array([Self.shape(short.shape), mapping])])
        case .entries(let kind): return reference((kind.folder ?? "") + "-item")
        case .list(let item): return listOf([Self.shape(item)])
        }
    }

    /// A list of what is described, or one of it.
    private static func listOf(_ items: [JSON]) -> JSON {
        let item: JSON = items.count == 1 ? items[0] : .members(["anyOf": .array(items)])
        return .members(["anyOf": .array([item, .members(["type": .string("array"), "items": item])])])
    }

    private static func notEmpty(_ list: JSON) -> JSON {
        .members(["allOf": .array([list]), "not": .members(["type": .string("array"), "maxItems": .number(0)])])
    }

    // MARK: - Values

    /// Numbers are texts too: `title: 1984`.
    private static func text(_ description: String? = nil, pattern: String? = nil) -> JSON {
        .members([
            "description": description.map(JSON.string), "type": .strings(["string", "number"]),
            "minLength": .number(1), "pattern": pattern.map(JSON.string),
        ])
    }

    private static func pattern(_ pattern: String) -> JSON {
        .members(["type": .string("string"), "pattern": .string(pattern)])
    }

    private static func id(_ description: String? = nil) -> JSON {
        text(description, pattern: "^([^/]+/)*[a-z0-9]+(-[a-z0-9]+)*$")
    }

    private static func reference(_ definition: String) -> JSON {
        .members(["$ref": .string("#/$defs/" + definition)])
    }

    /// - Parameter alsoSpelled: whether hyphens may be written as underscores.
    private static func choice(_ values: [ListedValue], alsoSpelled: Bool = false) -> JSON {
        let listed: JSON = .array(
            values.map { value in
                .members([
                    "const": .string(value.name), "description": value.meaning.isEmpty ? nil : .string(value.meaning),
                ])
            })
        let others = values.map(\.name).filter { alsoSpelled && $0.contains("-") }
        if others.isEmpty { return .members(["oneOf": listed]) }
        let spelled = others.map { String($0.map { $0 == "-" ? "_" : $0 }) }
        return .members(["anyOf": .array([.members(["oneOf": listed]), .members(["enum": .strings(spelled)])])])
    }

    /// EDTF, in the part that is read; whether such a day exists is not for a pattern to say. Square brackets that are
    /// not quoted make a list of one in YAML; a year may be read as a number.
    private static let date: JSON = {
        let clock = "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
        let point = "-?[0-9]{4}(-(XX(-XX)?|[0-9]{2}(-(XX|[0-9]{2}(\(clock))?))?))?[~?%]?"
        let dotted = "(\(point)(\\.\\.(\(point))?|/(\(point)|\\.\\.))?|\\.\\./?\(point))"
        let text = pattern("^(\(dotted)|\\[\(dotted)\\]|\\{\(dotted)\\})$")
        return .members([
            "description": .string(
                "A date in EDTF (ISO 8601-2): 2026-02-26, 2026-02, 2026-02-26T17:01-05:00, 2026~, a/b."),
            "anyOf": .array([
                text, .members(["type": .string("integer"), "minimum": .number(0), "maximum": .number(9_999)]),
                .members(["type": .string("array"), "items": text, "minItems": .number(1), "maxItems": .number(1)]),
            ]),
        ])
    }()
}

extension FieldShape {
    /// What an item of a list is; of anything else itself.
    fileprivate var item: FieldShape { if case .list(let item) = self { item } else { self } }
}
