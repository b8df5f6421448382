import Bytes
import Diagnostics

/// The reference for template authors: page kinds and their names, records and their fields, filters and tests. It is
/// generated from the declarations that templates are checked against.
package struct TemplateReference: Sendable {
    let schema: Schema
    let filters: [Entry]
    let tests: [Entry]

    /// A filter or test.
    struct Entry: Sendable {
        let name: String
        var aliases: [String] = []
        /// Its input: "text", "a list".
        let takes: String
        /// Its arguments: `length=, killwords=`.
        var arguments = ""
        let documentation: String
    }

    init(_ schema: Schema) {
        self.schema = schema
        var filters = Filters.all.map {
            Entry(
                name: $0.name, aliases: $0.aliases, takes: $0.takes, arguments: Self.arguments($0.parameters),
                documentation: $0.documentation)
        }
        filters += Filters.special.map {
            Entry(
                name: $0.name, aliases: $0.aliases, takes: $0.takes, arguments: $0.arguments,
                documentation: $0.documentation)
        }
        self.filters = filters.sorted { $0.name < $1.name }
        var tests = ValueTests.all.map {
            Entry(
                name: $0.name, takes: $0.takes, arguments: Self.arguments($0.parameters),
                documentation: $0.documentation)
        }
        tests.append(Entry(name: "defined", takes: "anything", documentation: "A value that is present."))
        tests.append(Entry(name: "undefined", takes: "anything", documentation: "A value that is absent."))
        for (name, comparison) in ValueTests.comparisons where name.first?.isLetter == true {
            tests.append(
                Entry(
                    name: name, takes: "anything", arguments: "other",
                    documentation: "The same as '\(comparison.symbol)'."))
        }
        self.tests = tests.sorted { $0.name < $1.name }
    }

    private static func arguments(_ parameters: [Filter.Parameter]) -> String {
        parameters.map { $0.isOptional ? $0.name + "=" : $0.name }.joined(separator: ", ")
    }

    /// The reference for a terminal, one name per line.
    package var text: String {
        var result = "Pages: the template of each kind of page and its names\n"
        for page in schema.pages {
            result += "\n\(page.file)  (\(page.kind))  \(page.documentation)\n"
            result += Self.table(page.root.namedFields.map { ($0.name, $0.type.description, $0.documentation) })
        }
        result += "\nRecords: the names after a dot\n"
        for record in records {
            result += "\n\(record.name)  \(record.documentation)\n"
            result += Self.table(record.namedFields.map { ($0.name, $0.type.description, $0.documentation) })
        }
        if !words.isEmpty {
            result += "\nWords: {{ words.name }}, {{ words.name(argument=value) }}\n\n"
            result += Self.table(words.map { ($0.signature, "", $0.spoken) })
        }
        result += "\nFilters: {{ value|filter }}\n\n"
        result += Self.table(filters.map { ($0.signature, $0.takes, $0.spoken) })
        result += "\nTests: {% if value is test %}\n\n"
        result += Self.table(tests.map { ($0.signature, $0.takes, $0.spoken) })
        result += "\nFunctions: {{ function(argument) }}\n\n"
        result += Self.table(functions.map { ($0.signature, "", $0.documentation) })
        result += "\nParts of Jinja that are left out, and alternatives\n\n"
        result += Self.table(LeftOut.all.map { ($0.name, $0.example, $0.hint) })
        return result
    }

    /// The reference as Markdown.
    package var markdown: String {
        func row(_ cells: [String]) -> String {
            let parts = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
            return "| " + parts.map { $0.joined(separator: "\\|") }.joined(separator: " | ") + " |\n"
        }
        func table(_ heads: [String], _ rows: [[String]]) -> String {
            row(heads) + row(heads.map { _ in "---" }) + rows.map(row).joined() + "\n"
        }
        func fields(_ shape: RecordShape) -> String {
            table(
                ["name", "type", ""],
                shape.namedFields.map { ["`\($0.name)`", "`\($0.type)`", $0.documentation] })
        }
        var result = "# Template reference\n\n"
        result += "Generated from the declarations that templates are checked against. Do not edit this page.\n\n"
        result += "## Pages\n\nThe template of each kind of page and the names that it can use.\n\n"
        for page in schema.pages { result += "### `\(page.file)`\n\n\(page.documentation)\n\n" + fields(page.root) }
        result += "## Records\n\nThe names after a dot: `{{ party.name }}`.\n\n"
        for record in records { result += "### \(record.name)\n\n\(record.documentation)\n\n" + fields(record) }
        if !words.isEmpty {
            result += "## Words\n\nThe texts of the language file, in all templates and macros: `{{ words.name }}`, "
            result +=
                "`{{ words.name(argument=value) }}`. Each argument must be given; `count` is a number and chooses the "
            result += "plural form.\n\n"
            result += table(["word", "text"], words.map { ["`\($0.signature)`", $0.spoken] })
        }
        result += "## Filters\n\n`{{ value|filter }}`. An argument with `=` is optional.\n\n"
        result += table(
            ["filter", "takes", ""], filters.map { ["`\($0.signature)`", $0.takes, $0.spoken] })
        result += "## Tests\n\n`{% if value is test %}`.\n\n"
        result += table(["test", "of", ""], tests.map { ["`\($0.signature)`", $0.takes, $0.spoken] })
        result += "## Functions\n\n`{{ function(argument) }}`.\n\n"
        result += table(["function", ""], functions.map { ["`\($0.signature)`", $0.documentation] })
        result += "## Left out of Jinja\n\nEach of these gives an error with its name.\n\n"
        result += table(["part", "example", "instead"], LeftOut.all.map { [$0.name, "`\($0.example)`", $0.hint] })
        result.removeLast()
        return result
    }

    /// The reference as JSON, version 1 of the format.
    package var json: JSON {
        func fields(_ shape: RecordShape) -> JSON {
            .array(
                shape.namedFields.map {
                    .members([
                        "name": .string($0.name), "type": .string($0.type.description),
                        "documentation": .string($0.documentation),
                    ])
                })
        }
        func entries(_ entries: [Entry]) -> JSON {
            .array(
                entries.map {
                    .members([
                        "name": .string($0.name), "aliases": $0.aliases.isEmpty ? nil : .strings($0.aliases),
                        "takes": .string($0.takes), "arguments": $0.arguments.isEmpty ? nil : .string($0.arguments),
                        "documentation": .string($0.documentation),
                    ])
                })
        }
        return .members([
            "version": .number(1),
            "pages": .array(
                schema.pages.map {
                    .members([
                        "kind": .string($0.kind), "file": .string($0.file), "documentation": .string($0.documentation),
                        "names": fields($0.root),
                    ])
                }),
            "records": .array(
                records.map {
                    .members([
                        "name": .string($0.name), "documentation": .string($0.documentation), "fields": fields($0),
                    ])
                }),
            "words": words.isEmpty
                ? nil
                : .array(
                    words.map {
                        .members([
                            "name": .string($0.name),
                            "arguments": $0.parameters.isEmpty ? nil : .strings($0.parameters),
                            "text": .string($0.spoken),
                        ])
                    }),
            "filters": entries(filters), "tests": entries(tests),
            "functions": .array(
                functions.map {
                    .members([
                        "name": .string($0.name), "arguments": .string($0.arguments),
                        "documentation": .string($0.documentation),
                    ])
                }),
            "leftOut": .array(
                LeftOut.all.map {
                    .members(["name": .string($0.name), "example": .string($0.example), "instead": .string($0.hint)])
                }),
        ])
    }

    /// All record types except roots of pages, by name.
    private var records: [RecordShape] {
        schema.records.filter { record in !record.fields.isEmpty && !schema.pages.contains { $0.root === record } }
            .sorted { $0.name < $1.name }
    }

    /// The functions of the host and of the language.
    private var functions: [Entry] {
        schema.addressFunctions.map {
            Entry(name: $0.name, takes: "text", arguments: "name", documentation: $0.documentation)
        } + [
            Entry(
                name: "range", takes: "numbers", arguments: "start=, stop, step=",
                documentation: "The numbers from `start` to below `stop`, as a list.")
        ]
    }

    private var words: [TemplateWords.Entry] { schema.words.sorted }

    private static func table(_ rows: [(String, String, String)]) -> String {
        func width(_ texts: [String]) -> Int { min(40, texts.map(\.unicodeScalars.count).max() ?? 0) }
        let first = width(rows.map(\.0))
        let second = width(rows.map(\.1))
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        }
        return rows.map { "  \(padded($0.0, first))  \(padded($0.1, second))  \($0.2)\n" }.joined()
    }
}

extension TemplateReference.Entry {
    /// `truncate(length=, killwords=)`.
    var signature: String { arguments.isEmpty ? name : "\(name)(\(arguments))" }

    /// Its documentation and its other names.
    var spoken: String {
        aliases.isEmpty ? documentation : "\(documentation) Also `\(aliases.joined(separator: "`, `"))`."
    }
}

extension Schema {
    /// The reference for template authors, with the filters of the language.
    package func reference() -> TemplateReference {
        TemplateReference(self)
    }
}
