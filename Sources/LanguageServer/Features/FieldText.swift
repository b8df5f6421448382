import Model

/// Fields and their values in Markdown, for hover and completion.
enum FieldText {
    /// What a field is for, and what it may be.
    static func meaning(_ field: FieldDescription) -> String {
        var text = field.meaning
        let values = field.shape.values
        if !values.isEmpty, values.count <= most { text += "\n\n" + values.map(line).joined(separator: "\n") }
        return text
    }

    /// Longer lists are for completion, which can be searched.
    private static let most = 30

    private static func line(_ value: ListedValue) -> String {
        value.meaning.isEmpty ? "- `\(value.name)`" : "- `\(value.name)`: \(value.meaning)"
    }

    /// A field for hover.
    static func card(_ field: FieldDescription, isRequired: Bool) -> String {
        "**\(field.name)** (\(field.shape.words)\(isRequired ? ", required" : ""))\n\n" + meaning(field)
    }
}
