/// What a writer may write, record by record and field by field: what `explainer fields` prints, and `docs/content/fields.md`.
package enum FieldGuide {
    /// The fields of a record, those that must be written first.
    static func fields(_ record: RecordDescription) -> [FieldDescription] { requiredFirst(record.fields) }

    package static func requiredFirst(_ fields: [FieldDescription]) -> [FieldDescription] {
        fields.filter(\.isRequired) + fields.filter { !$0.isRequired }
    }
}
