/// All that a writer may write, as it is declared: what documentation and schemas are made of.
package enum Vocabulary {
    /// Every record, in the order in which a writer meets them.
    package static let records: [RecordDescription] =
        [
            SettingsFields.record.description, SiteSettings.Publisher.record.description,
            SiteSettings.Policies.record.description, SiteSettings.NavigationItem.record.description,
            EventFields.record.description,
        ] + EntryKind.entryTypes.flatMap(withRecords) + [PageFields.record.description]
        + [
            Event.KeyFact.record.description, SourceUse.record.description, Correction.record.description,
        ]

    /// What every entry, page and event may have.
    package static let common = HeadFields.record.description.fields

    /// The record that messages call by this name; a folder's name will do too.
    package static func record(_ name: String) -> RecordDescription? {
        records.first { $0.name == name }
            ?? EntryKind(folder: name).flatMap { kind in records.first { $0.name == kind.word } }
            ?? (EntryKind(referenceWord: name)).flatMap { kind in records.first { $0.name == kind.word } }
    }

    /// The record of a kind of entries, then those inside it that no other kind has.
    private static func withRecords(_ type: any Entry.Type) -> [RecordDescription] {
        func own<E: Entry>(_: E.Type) -> [RecordDescription] {
            let record = E.Fields.record.description
            return [record] + record.fields.compactMap(\.shape.record)
        }
        return own(type)
    }
}

/// Where entries of a kind are written, for documentation.
func entryPlace(_ kind: EntryKind, also other: String? = nil) -> String {
    let folder = kind.folder ?? ""
    return "\(folder)/<id>.md" + (other.map { " or \($0)/<id>.md" } ?? "") + ", or an item of '\(folder)' in event.md"
}
