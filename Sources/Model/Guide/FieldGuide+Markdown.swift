extension FieldGuide {
    /// The whole guide as a Markdown page.
    package static var markdown: String {
        var text = introduction
        for record in Vocabulary.records {
            text += "\n## \(record.name.prefix(1).uppercased())\(record.name.dropFirst())\n\n"
            text += "\(code(record.meaning))\nWritten in \(code(place: record.place)).\n\n"
            let fields = fields(record)
            text += table(fields)
            for field in fields { text += meanings(of: field) }
            if let form = record.textForm { text += "\n\(code(form))\n" }
            if record.isEntry { text += "\nIt may also have [what every entry may have](#every-entry).\n" }
        }
        return text
    }

    /// The values of a field's closed list with their meanings, if they have any.
    private static func meanings(of field: FieldDescription) -> String {
        let values = field.shape.values.filter { !$0.meaning.isEmpty }
        if values.isEmpty { return "" }
        return "\n`\(field.name)` is one of:\n\n"
            + values.map { "- `\($0.name)`: \(code($0.meaning))\n" }.joined()
    }

    private static var introduction: String {
        """
        # What a writer may write

        This page is printed by `explainer fields --format markdown`, and a test keeps it true. `explainer fields demand`
        prints one kind.

        Every file begins with front matter: lines of `field: value` between two lines of `---`. What follows is text in
        Markdown. A field that must be there is **bold**. Fields that take several ids or texts take one, or a list:
        `[a, b]`. Fields that this page does not name are errors.

        - **Ids** are names of files without `.md`, or the `id` of an item in a list: lower-case letters, digits and
          single hyphens. An id is looked for in the event first, then among what all events share. From outside an event,
          write `<event>/<id>`.
        - **Dates** are `2026-02-26`, `2026-02`, `2026`, or with a clock time and its offset `2026-02-26T17:01-05:00`.
          Behind a date, `~` means about, `?` uncertain, `%` both. `a/b` lasted from a to b, `a/..` still goes on; `a..b`
          is some time between the two, `..b` on or before, `a..` on or after.
        - **Text** is printed as it is written. A text that contains `: ` or begins with one of ``[]{}"'`@%&*!|>#`` must be
          in quotes. Accents may be typed as one character or as two, in names of files too; pages have the first form (NFC).
        - **Markdown** may link entries by kind, `[the union](party:dock-union)` or with the entry's own name
          `[](demand:pay-rise)`. It may cite sources, `[@gazette, p. 3]` or `[@gazette; @letter]`, and have tables. The kinds
          are \(EntryKind.referenceWords.joined(separator: ", ")).

        Small events need no folders: any entry can be an item of a list in event.md, with its `id`, and its text as
        `body`. Parties, people, sources and terms may also lie beside site.md (`content/parties/`), where all events share them.

        ## Every entry

        What every entry, page and event may have.

        \(table(Vocabulary.common))
        """
    }

    private static func table(_ fields: [FieldDescription]) -> String {
        var text = "| field | form | what it is |\n|---|---|---|\n"
        for field in fields {
            let name = field.isRequired ? "**`\(field.name)`**" : "`\(field.name)`"
            let values = field.shape.values.filter(\.meaning.isEmpty).map(\.name)
            let choices = values.isEmpty ? "" : " One of \(list(values))."
            text += "| \(name) | \(code(field.shape.words)) | \(code(field.meaning))\(choices) |\n"
        }
        return text
    }

    private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

    /// What stands in single quotes is set as code.
    private static func code(_ text: String) -> String {
        var result = ""
        var isOpen = false
        var last: Character = " "
        for (character, next) in zip(text, text.dropFirst() + " ") {
            let isQuote = character == "'" && (isOpen ? !next.isLetter : last == " " || last == "(")
            if isQuote { isOpen.toggle() }
            result.append(isQuote ? "`" : character)
            last = character
        }
        return result
    }

    /// The same, with file names set as code too.
    private static func code(place: String) -> String {
        place.split(separator: " ").map { word in
            let name = word.last == "," ? word.dropLast() : word
            return name.hasSuffix(".md") ? "`\(name)`" + (word.last == "," ? "," : "") : code(String(word))
        }.joined(separator: " ")
    }
}
