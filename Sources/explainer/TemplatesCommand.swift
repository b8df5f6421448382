import ArgumentParser
import Rendering
import Templates

/// `explainer templates`
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Say what templates may use: pages, records, words, filters and tests.",
        discussion: """
            A file of the same name in the templates folder takes the place of one of the default theme. Each kind of page \
            has a template; this lists the names that it may use, and what may follow a dot.

            Examples:
              explainer templates | less
              explainer templates --format markdown > templates.md
              explainer templates --format json | jq '.pages[].file'
            """)

    /// How the reference is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(help: "How it is printed.")
    var format: Format = .text

    func run() {
        let reference = siteSchema.reference()
        switch format {
        case .text: Console.write(reference.text, to: .output)
        case .markdown: Console.write(reference.markdown, to: .output)
        case .json:
            Console.write(String(decoding: reference.json.encoded(indent: 2), as: UTF8.self) + "\n", to: .output)
        }
    }
}
