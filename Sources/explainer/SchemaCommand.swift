import Bytes
import ArgumentParser
import Diagnostics
import Model

/// `explainer schema`
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a JSON Schema of front matter.",
        discussion: """
            Editors use a schema (draft 2020-12) to complete field names and to mark mistakes. A kind is one of an entry \
            (demand, party), 'refusal' for files in the folder 'refusals', or 'event', 'site' or 'page'. Without a kind, \
            the schema is that of event.md, with the entries that it may list.

            Examples:
              explainer schema > event.schema.json
              explainer schema demand > demand.schema.json
            """)

    @Argument(help: "The kind.")
    var kind = "event"

    func validate() throws {
        if FrontMatterSchema(kind) == nil {
            let names = ["site", "refusal"] + EntryKind.allCases.map(\.word)
            let near = nearestName(to: kind, among: names).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no kind '\(kind)'. \(near)The kinds are \(names.joined(separator: ", "))")
        }
    }

    func run() {
        guard let schema = FrontMatterSchema(kind) else { return }
        Console.write(String(decoding: schema.document.encoded(indent: 2), as: UTF8.self) + "\n", to: .output)
    }
}
