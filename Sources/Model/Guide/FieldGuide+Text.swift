extension FieldGuide {
    /// All groups in a line each, for a terminal: `explainer fields`.
    package static func overview(width: Int) -> String {
        var text = "What a writer may write. A field with a star must be there.\n"
        for group in groups {
            let fields = group.fields.map { $0.isRequired ? $0.name + "*" : $0.name }
            text += "\n\(group.name): \(group.place)\n"
            text += wrapped(fields.joined(separator: ", "), indent: 2, width: width)
        }
        text += "\nEvery entry, page and event may also have:\n"
        text += wrapped(common.map(\.name).joined(separator: ", "), indent: 2, width: width)
        return text + "\n'explainer fields demand' says what each field of a demand is for.\n"
    }

    /// One group with all its fields, for a terminal: `explainer fields demand`.
    package static func text(of group: Group, width: Int) -> String {
        var text = wrapped("\(group.name): \(group.meaning)", indent: 0, width: width)
        text += wrapped("Written in \(group.place).", indent: 0, width: width) + "\n" + list(group.fields, width: width)
        if group.isEntry {
            text += "\nLike every entry it may also have:\n\n" + list(common, width: width)
        }
        if group.isEntry, group.place.hasSuffix("in event.md") {
            text += "\n" + wrapped(asListItem, indent: 0, width: width)
        }
        return text + "\nA field with a star must be there.\n"
    }

    /// What an item of a list has that a file needs not.
    private static let asListItem = "As an item of event.md it also has its 'id', and its text as 'body'."

    private static func list(_ fields: [Field], width: Int) -> String {
        var text = ""
        for field in fields {
            text += "  \(field.name)\(field.isRequired ? "*" : "")  (\(field.form))\n"
            text += wrapped(field.meaning, indent: 6, width: width)
            if !field.choices.isEmpty {
                text += wrapped("One of: " + field.choices.joined(separator: ", ") + ".", indent: 6, width: width)
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
