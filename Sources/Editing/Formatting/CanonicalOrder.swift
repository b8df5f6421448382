import Model
import Reading

extension RecordDescription {
    /// The fields in the order in which a file has them: those that must be written, then the others, then what every
    /// entry may have.
    package var canonicalFields: [FieldDescription] {
        let common = isEntry ? Vocabulary.common.filter { other in !fields.contains { $0.name == other.name } } : []
        return FieldGuide.requiredFirst(fields) + common
    }
}

extension Placement {
    /// The record that the front matter of a document at this place holds.
    package var record: RecordDescription? {
        switch self {
        case .settings: Vocabulary.record("site")
        case .event: Vocabulary.record(EntryKind.event.word)
        case .entry(let folder, _): Vocabulary.record(folder.kind.word)
        case .page: Vocabulary.record(EntryKind.page.word)
        }
    }
}
