import Diagnostics
import Model
import Reading

/// An entry, page or event to be written as a file of its own, from the declaration of its kind.
package struct NewEntry: Sendable {
    /// What can be added.
    package enum Kind: Sendable, Equatable {
        case entry(EntryFolder)
        case page
        case event

        /// `demand`, `refusal`, `demands`, `page`.
        package init?(word: String) {
            if word == EntryKind.page.word {
                self = .page
            } else if word == EntryKind.event.word {
                self = .event
            } else if let folder = EntryFolder.all.first(where: { $0.word == word || $0.name == word }) {
                self = .entry(folder)
            } else {
                return nil
            }
        }

        /// What `explainer add` calls the kinds.
        package static let words = EntryFolder.all.map(\.word) + [EntryKind.page.word, EntryKind.event.word]

        /// The kind under which its id is known.
        package var entryKind: EntryKind {
            switch self {
            case .entry(let folder): folder.kind
            case .page: .page
            case .event: .event
            }
        }

        /// As messages call it: "refusal".
        package var word: String {
            if case .entry(let folder) = self { folder.word } else { entryKind.word }
        }
    }

    package let kind: Kind
    package let record: RecordDescription
    package private(set) var id: String
    /// The event's folder; nil for what all events share.
    package let event: String?
    /// The values of fields, in the order given; a list has several.
    private var values: [(field: FieldDescription, items: [String])] = []
    /// The text below the front matter.
    package var body = ""

    package init?(_ kind: Kind, id: String, event: String?) {
        guard let record = Vocabulary.record(kind.entryKind.word) else { return nil }
        self.kind = kind
        self.record = record
        self.id = id
        self.event = event
    }

    /// Its path below the content folder.
    package var path: String {
        let prefix = event.map { $0.isEmpty ? "" : $0 + "/" } ?? ""
        return switch kind {
        case .entry(let folder): "\(prefix)\(folder.name)/\(id).md"
        case .page: "\(prefix)\(id).md"
        case .event: "\(id)/event.md"
        }
    }

    /// The same entry under another id, event and all else kept.
    package func named(_ id: String) -> NewEntry {
        var entry = self
        entry.id = id
        return entry
    }

    // MARK: Fields

    /// Every field that it may have: those that must be written first, in the order in which they are written.
    package var fields: [FieldDescription] {
        // An event's lists of entries are written as files.
        record.canonicalFields.filter { field in
            if case .list(.entries) = field.shape { false } else { true }
        }
    }

    /// Whether a field must be written for this kind: in `refusals` the kind need not be.
    package func isRequired(_ field: FieldDescription) -> Bool {
        field.isRequired && !(kind == .entry(.refusals) && field.isImpliedByRefusals)
    }

    /// The field that a text on the command line fills: the name of the entry, of a statement its words.
    package var naming: FieldDescription? {
        let names = record.needsOneOf + (record.fields.first.map { [$0.name] } ?? [])
        return names.lazy.compactMap { name in record.fields.first { $0.name == name } }.first
    }

    /// Fields that must be written and have no value yet.
    package var lacking: [FieldDescription] {
        var lacking = fields.filter { isRequired($0) && !has($0.name) }
        if !record.needsOneOf.isEmpty, !record.needsOneOf.contains(where: has), let first = record.needsOneOf.first {
            lacking += fields.filter { $0.name == first }
        }
        return lacking
    }

    package func has(_ field: String) -> Bool { values.contains { $0.field.name == field } }

    /// The first value of a field; nil if it has none.
    package func value(of field: String) -> String? { values.first { $0.field.name == field }?.items.first }

    /// Gives a field a value; a list gets one item more. Ids of a list may stand between commas.
    ///
    /// - Returns: what is wrong with it; nil if nothing.
    package mutating func set(_ name: String, to text: String) -> String? {
        guard let field = fields.first(where: { $0.name == name }) else {
            let near = nearestName(to: name, among: fields.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            let article = "aeiou".contains(kind.word.first ?? "x") ? "an" : "a"
            return "\(article) \(kind.word) has no field '\(name)'\(near)"
        }
        let items = field.splits ? text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty } : [text]
        if items.isEmpty || items.contains("") { return "'\(name)' is empty" }
        if let place = values.firstIndex(where: { $0.field.name == name }) {
            guard case .list = field.shape else { return "'\(name)' takes one value" }
            values[place].items += items
        } else {
            values.append((field, items))
        }
        return nil
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    // MARK: The file

    /// The text of the file: fields with a value and those that must get one first, the others as comments.
    ///
    /// - Parameters:
    ///   - names: what exists, for the ids that a field may name.
    ///   - hasComments: whether to say what each empty field is for, and to list the fields that may be added.
    package func text(_ names: ContentNames, hasComments: Bool) -> String {
        var text = "---\n"
        let lacking = Set(lacking.map(\.name))
        for field in fields where has(field.name) || lacking.contains(field.name) {
            if let items = values.first(where: { $0.field.name == field.name })?.items {
                let value = written(items, field.shape)
                text += "\(field.name):\(value.hasPrefix("\n") ? "" : " ")\(value)\n"
            } else {
                if hasComments { text += comment(field, names) }
                text += "\(field.name):\n"
            }
        }
        if hasComments { text += optionalFields(names) }
        return text + "---\n" + body
    }

    private func written(_ items: [String], _ shape: FieldShape) -> String {
        guard case .list(let item) = shape else { return written(items[0], shape) }
        if case .record(let record) = item, record.shorthand == nil || items.contains(where: isFlow) {
            if items.count == 1, isFlow(items[0]) { return items[0] }
            return items.map { "\n  - " + written($0, item) }.joined()
        }
        return items.count == 1 ? written(items[0], item) : YAMLWriter.list(items)
    }

    private func written(_ text: String, _ shape: FieldShape) -> String {
        switch shape {
        case .list(let item): return written(text, item)
        case .record(let record):
            if isFlow(text) { return text }
            guard record.shorthand == nil, let first = record.fields.first(where: \.isRequired) else {
                return YAMLWriter.scalar(text)
            }
            return "\(first.name): \(YAMLWriter.scalar(text))"
        case .ownData, .levels: return text
        default: return YAMLWriter.scalar(text)
        }
    }

    /// Whether a value is written as YAML: a mapping in braces, or a list in brackets.
    private func isFlow(_ text: String) -> Bool {
        text.hasPrefix("{") && text.hasSuffix("}") || text.hasPrefix("[") && text.hasSuffix("]")
    }

    // MARK: Comments

    /// What a field is for, and what it may be, in lines that begin with `#`.
    private func comment(_ field: FieldDescription, _ names: ContentNames) -> String {
        var text = "# \(field.meaning)\n"
        let choices = choices(field, names)
        if !choices.isEmpty { text += "# One of: \(choices.joined(separator: ", "))\n" }
        return text
    }

    /// The values of a closed list, or the ids that a reference may name; at most as many as one reads.
    package func choices(_ field: FieldDescription, _ names: ContentNames) -> [String] {
        let values = field.shape.values.map(\.name)
        if !values.isEmpty { return values.count > 24 ? Array(values.prefix(24)) + ["…"] : values }
        let kinds = field.shape.namedKinds
        let ids = kinds.flatMap { kind in
            names.entries(of: kind, namedFrom: event).map {
                kinds.count > 1 && field.shape.isTyped ? "\(kind.word):\($0.id)" : $0.id
            }
        }
        return ids.count > 12 ? Array(ids.prefix(12)) + ["…"] : ids
    }

    /// The fields that may be added. `#words:` becomes a field where its '#' is deleted.
    private func optionalFields(_ names: ContentNames) -> String {
        let optional = record.fields.filter { field in
            !has(field.name) && !lacking.contains { $0.name == field.name } && fields.contains { $0.name == field.name }
        }
        let shown =
            optional
            + Vocabulary.common.filter {
                ["summary", "sources"].contains($0.name) && !has($0.name) && !optional.map(\.name).contains($0.name)
                    && !lacking.map(\.name).contains($0.name)
            }
        let others = Vocabulary.common.map(\.name).filter { name in
            !has(name) && !shown.contains { $0.name == name } && !lacking.contains { $0.name == name }
        }
        var text = ""
        for field in shown { text += comment(field, names) + "#\(field.name):\n" }
        text += "# Every entry may also have: \(others.joined(separator: ", ")); see 'explainer fields \(kind.word)'.\n"
        return text
    }
}

extension FieldDescription {
    /// Whether several values may stand between commas: ids have none, and texts do.
    fileprivate var splits: Bool {
        guard case .list(let item) = shape else { return false }
        switch item {
        case .reference, .typedReference: return true
        case .record(let record):
            guard let field = record.fields.first(where: { $0.name == record.shorthand?.field }) else { return false }
            if case .reference = field.shape { return true }
            return false
        default: return false
        }
    }
}

extension FieldShape {
    /// The kinds of entries that a field of this shape names.
    package var namedKinds: [EntryKind] {
        switch self {
        case .reference(let kinds), .typedReference(let kinds): kinds
        case .list(let item): item.namedKinds
        case .record(let record):
            record.fields.first { $0.name == record.shorthand?.field }?.shape.namedKinds ?? []
        default: []
        }
    }

    /// Whether the kind is written before the id.
    fileprivate var isTyped: Bool {
        switch self {
        case .typedReference: true
        case .list(let item): item.isTyped
        default: false
        }
    }
}
