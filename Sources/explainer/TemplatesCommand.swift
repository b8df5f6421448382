import ArgumentParser
import Rendering
import Templates

/// `explainer templates`
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List what templates can use: pages, records, words, filters and tests.",
        discussion: """
            A file in the templates folder overrides the default theme's file of the same name. Each kind of page has a \
            template. This command lists the names that each template can use, and the fields of each record.

            Examples:
              explainer templates | less
              explainer templates --format markdown > templates.md
              explainer templates --format json | jq '.pages[].file'
            """)

    /// The formats of the reference.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(help: "The output format.")
    var format: Format = .text

    func run() {
        let reference = siteReference
        switch format {
        case .text: Console.write(reference.text, to: .output)
        case .markdown: Console.write(reference.markdown, to: .output)
        case .json:
            Console.write(String(decoding: reference.json.encoded(indent: 2), as: UTF8.self) + "\n", to: .output)
        }
    }
}
