/// All that a writer may write, as it is declared: what documentation and schemas are made of.
package enum Vocabulary {
    /// Every record, in the order in which a writer meets them.
    package static let records: [RecordDescription] = {
        let common = HeadFields.record.description.fields.compactMap(\.shape.record)
        var records: [RecordDescription] = []
        func add(_ record: RecordDescription, except others: [RecordDescription]) {
            if (records + others).contains(where: { $0.name == record.name }) { return }
            records.append(record)
            for part in record.fields.compactMap(\.shape.record) { add(part, except: others) }
        }
        let documents =
            [SettingsFields.record.description, EventFields.record.description]
            + EntryKind.entryTypes.map(record(of:)) + [PageFields.record.description]
        for document in documents { add(document, except: common) }
        for record in common { add(record, except: []) }
        return records
    }()

    /// What every entry, page and event may have.
    package static let common = HeadFields.record.description.fields

    /// What an item of a list in event.md has before the fields of its kind, and behind them.
    package static let itemID = FieldDescription("id", "The entry's id.", .text(.plain), isRequired: true)
    package static let itemBody = FieldDescription("body", "The entry's text, in Markdown.", .text(.plain))

    /// The record that messages call by this name; a folder's name will do too.
    package static func record(_ name: String) -> RecordDescription? {
        records.first { $0.name == name }
            ?? (EntryFolder(named: name)?.kind ?? EntryKind(referenceWord: name)).flatMap { kind in
                records.first { $0.name == kind.word }
            }
    }

    private static func record(of type: any Entry.Type) -> RecordDescription {
        func record<E: Entry>(_: E.Type) -> RecordDescription { E.Fields.record.description }
        return record(type)
    }
}

/// Where entries of a kind are written, for documentation.
func entryPlace(_ kind: EntryKind, also other: EntryFolder? = nil) -> String {
    let folder = kind.folder ?? ""
    return "\(folder)/<id>.md" + (other.map { " or \($0.name)/<id>.md" } ?? "")
        + ", or an item of '\(folder)' in event.md"
}
