extension FieldGuide {
    /// All groups in a line each, for a terminal: `explainer fields`.
    package static func overview(width: Int) -> String {
        var text = "The fields of front matter, by kind. * = required\n"
        for record in Vocabulary.records {
            let fields = fields(record).map { $0.isRequired ? $0.name + "*" : $0.name }
            text += "\n\(record.name): \(record.place)\n"
            text += wrapped(fields.joined(separator: ", "), indent: 2, width: width)
        }
        text += "\nEvery entry, page and event may also have:\n"
        text += wrapped(Vocabulary.common.map(\.name).joined(separator: ", "), indent: 2, width: width)
        return text
            + "\n'explainer fields demand' explains the fields of a demand, 'explainer fields demand.aim' the values"
            + " of one of them.\n"
    }

    /// One record with all its fields, for a terminal: `explainer fields demand`.
    package static func text(of record: RecordDescription, width: Int) -> String {
        var text = wrapped("\(record.name): \(record.meaning)", indent: 0, width: width)
        text += wrapped("Written in \(record.place). * = required", indent: 0, width: width)
        text += "\n" + list(fields(record), width: width)
        if record.isEntry {
            text += "\nLike every entry it may also have:\n\n"
            text += list(
                Vocabulary.common.filter { field in !record.fields.contains { $0.name == field.name } }, width: width)
        }
        if record.isEntry, record.place.hasSuffix("in event.md") {
            let item = "An item of event.md also has its 'id', and its text as 'body'."
            text += "\n" + wrapped(item, indent: 0, width: width)
        }
        if let form = record.textForm { text += "\n" + wrapped(form, indent: 0, width: width) }
        if let listed = fields(record).first(where: { $0.shape.values.contains { !$0.meaning.isEmpty } }) {
            let command = "'explainer fields \(record.name).\(listed.name)' says what each word means."
            text += "\n" + wrapped(command, indent: 0, width: width)
        }
        return text
    }

    /// One field with what each value means: `explainer fields demand.aim`.
    package static func text(of field: FieldDescription, in record: RecordDescription, width: Int) -> String {
        var text = wrapped("\(record.name).\(field.name): \(field.meaning)", indent: 0, width: width)
        text += wrapped("Form: \(field.shape.words)." + (field.isRequired ? " Required." : ""), indent: 0, width: width)
        for value in field.shape.values { text += "\n" + explained(value, width: width) }
        return text
    }

    /// One value of a closed list: `explainer fields response.refused-for-now`.
    package static func text(
        of value: ListedValue, of field: FieldDescription, in record: RecordDescription, width: Int
    ) -> String {
        wrapped("A value of \(record.name).\(field.name).", indent: 0, width: width) + "\n"
            + explained(value, width: width)
    }

    private static func explained(_ value: ListedValue, width: Int) -> String {
        "  \(value.name)\n" + (value.meaning.isEmpty ? "" : wrapped(value.meaning, indent: 6, width: width))
    }

    private static func list(_ fields: [FieldDescription], width: Int) -> String {
        var text = ""
        for field in fields {
            text += "  \(field.name)\(field.isRequired ? "*" : "")  (\(field.shape.words))\n"
            text += wrapped(field.meaning, indent: 6, width: width)
            let values = field.shape.values.map(\.name)
            if !values.isEmpty {
                text += wrapped("One of: " + values.joined(separator: ", ") + ".", indent: 6, width: width)
            }
        }
        return text
    }

    /// Running text in lines of at most `width` columns, each behind an indent.
    private static func wrapped(_ text: String, indent: Int, width: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var result = ""
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                result += margin + line + "\n"
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return line.isEmpty ? result : result + margin + line + "\n"
    }
}
