import Reading

/// What is written in a field, for documentation and schemas.
package indirect enum FieldShape: Sendable {
    case text(TextForm)
    /// One paragraph of inline Markdown.
    case prose
    case date(needsClock: Bool)
    /// `true` or `false`.
    case truth
    /// A whole number.
    case number
    /// A mapping of the writer's own.
    case ownData
    case choice([ListedValue])
    /// The id of an entry of one of these kinds.
    case reference([EntryKind])
    /// `kind:id`
    case typedReference([EntryKind])
    /// Names of a kind, such as codes of checks, each with a word of a list.
    case levels([ListedValue], of: String)
    case record(RecordDescription)
    /// Items of `event.md` that are entries of a kind.
    case entries(EntryKind)
    /// A list of at least one; a single value counts as a list of one.
    case list(FieldShape)

    /// The closed list of what it may be; empty if there is none.
    package var values: [ListedValue] {
        switch self {
        case .choice(let values): values
        case .text(let form): form.values
        case .list(let item): item.values
        case .record(let record):
            record.fields.first { $0.name == record.shorthand?.field }?.shape.values ?? []
        default: []
        }
    }

    /// The record that it holds, or a list of.
    package var record: RecordDescription? {
        switch self {
        case .record(let record): record
        case .list(let item): item.record
        default: nil
        }
    }

    /// In a few words: "text", "a party's id", "records of 'role'".
    package var words: String {
        switch self {
        case .text(let form): form.values.isEmpty ? form.name : "word"
        case .prose: "Markdown"
        case .date(let needsClock): needsClock ? "date with clock time and offset" : "date"
        case .truth: "true or false"
        case .number: "whole number"
        case .ownData: "mapping of your own"
        case .choice: "word"
        case .reference(let kinds): "a " + kinds.map { $0.word + "'s" }.joined(separator: " or ") + " id"
        case .typedReference: "reference with its kind"
        case .levels(let levels, let names): names + " with " + joined(levels.map(\.name))
        case .record(let record): (record.shorthand.map { $0.words + ", or " } ?? "") + "a record of '\(record.name)'"
        case .entries: "list"
        case .list(.text(let form)): form.plural
        case .list(.reference(let kinds)): "ids of " + kinds.map { $0.folder ?? $0.word }.joined(separator: " or ")
        case .list(.typedReference): "references with their kind"
        case .list(.record(let record)):
            (record.shorthand.map { $0.plural + ", or " } ?? "") + "records of '\(record.name)'"
        case .list(.entries): "list"
        case .list(let item): "list: " + item.words
        }
    }

    private func joined(_ words: [String]) -> String {
        words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}

/// The value of a field as data: what an export writes.
package enum FieldData: Sendable {
    /// Nothing is written: the field is absent, or what it names is not published.
    case absent
    case text(String)
    case truth(Bool)
    case date(EventDate)
    case prose(Prose)
    /// An entry by its id alone.
    case id(AnyHandle)
    /// An entry by its kind and id.
    case entry(AnyHandle)
    /// Members in order.
    case record([(field: FieldDescription, value: FieldData)])
    /// Items that are absent are left out.
    case list([FieldData])
    /// A mapping of the writer's own.
    case tree(YAMLNode)

    package var isAbsent: Bool {
        switch self {
        case .absent: true
        case .list(let items): items.allSatisfy(\.isAbsent)
        default: false
        }
    }
}
