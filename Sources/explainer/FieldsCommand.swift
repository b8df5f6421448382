import ArgumentParser
import Diagnostics
import Model

/// `explainer fields`
struct FieldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields",
        abstract: "List what you can write: the kinds of entries and their fields.",
        discussion: """
            Without a kind, all kinds are listed with the names of their fields. A kind is a kind of entry (demand, \
            party), 'event', 'site', 'page', or a record inside one of these (ground, role).

            Examples:
              explainer fields
              explainer fields demand
              explainer fields key fact
              explainer fields --format markdown > FIELDS.md
            """)

    /// How the guide is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown
    }

    @Argument(help: "The kind.")
    var kind: [String] = []

    @Option(help: "The output format; markdown prints all kinds.")
    var format: Format = .text

    func validate() throws {
        if !kind.isEmpty, group == nil {
            let names = FieldGuide.groups.map(\.name)
            let near = nearestName(to: name, among: names).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no kind '\(name)'. \(near)The kinds are \(names.joined(separator: ", "))")
        }
    }

    func run() {
        let width = Console.width
        switch (format, group) {
        case (.markdown, _): Console.write(FieldGuide.markdown, to: .output)
        case (.text, let group?): Console.write(FieldGuide.text(of: group, width: width), to: .output)
        case (.text, nil): Console.write(FieldGuide.overview(width: width), to: .output)
        }
    }

    private var name: String { kind.joined(separator: " ") }
    private var group: FieldGuide.Group? { FieldGuide.group(name) }
}
