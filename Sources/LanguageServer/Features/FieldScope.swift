import Editing
import Model

/// What may be written at a place of front matter, by the declaration of the vocabulary.
struct FieldScope {
    /// The fields of the mapping at the place, those that must be written first; empty in one of the writer's own.
    var fields: [FieldDescription] = []
    /// Fields of which one at least must be written.
    var needsOneOf: [String] = []
    /// The field that the path ends in; nil at the outermost level.
    var field: FieldDescription?
    /// The kind of the entries whose list the place is in, if it is one of event.md.
    var list: EntryFolder?

    /// - Parameter path: the fields that lead to the place. Nil if one of them is not declared.
    init?(_ path: [String], at placement: Placement) {
        guard let record = placement.record else { return nil }
        fields = record.canonicalFields
        needsOneOf = record.needsOneOf
        if case .entry(.refusals, _) = placement { fields = FieldScope.inRefusals(fields) }
        for (depth, name) in path.enumerated() {
            guard let next = fields.first(where: { $0.name == name }) else {
                // The writer's own data.
                if field?.shape.isOwn == true { return }
                return nil
            }
            field = next
            let isEvent = depth == 0 && record.name == EntryKind.event.word
            list = isEvent ? EntryFolder(named: name) : nil
            enter(next)
        }
    }

    private mutating func enter(_ field: FieldDescription) {
        fields = []
        needsOneOf = []
        if let record = field.shape.record {
            fields = record.canonicalFields
            needsOneOf = record.needsOneOf
        }
        guard let list, let record = Vocabulary.record(list.kind.word) else { return }
        let own = list == .refusals ? FieldScope.inRefusals(record.canonicalFields) : record.canonicalFields
        let item = [Vocabulary.itemID] + own + [Vocabulary.itemBody]
        // An item of 'sources' cites a source, or is one.
        fields += item.filter { new in !fields.contains { $0.name == new.name } }
        needsOneOf = record.needsOneOf
    }

    /// In the folder of refusals a field need not be written that refusals imply.
    private static func inRefusals(_ fields: [FieldDescription]) -> [FieldDescription] {
        fields.filter { !$0.isImpliedByRefusals } + fields.filter(\.isImpliedByRefusals)
    }

    func isRequired(_ field: FieldDescription) -> Bool {
        field.isRequired && !(list == .refusals && field.isImpliedByRefusals)
    }
}

extension FieldShape {
    /// Whether it is a mapping of the writer's own.
    fileprivate var isOwn: Bool {
        switch self {
        case .ownData, .levels: true
        default: false
        }
    }

    /// What one value of it is: an item of a list, the field that a record is short for.
    var single: FieldShape {
        switch self {
        case .list(let item): item.single
        case .record(let record):
            record.fields.first { $0.name == record.shorthand?.field }?.shape.single ?? self
        default: self
        }
    }

    /// Whether it is a list of mappings.
    var isListOfMappings: Bool {
        guard case .list(let item) = self else { return false }
        switch item {
        case .record, .entries: return true
        default: return false
        }
    }
}
