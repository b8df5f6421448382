import ArgumentParser
import Diagnostics
import Model

/// `explainer fields`
struct FieldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields",
        abstract: "List the fields of front matter and what they mean.",
        discussion: """
            Without a name, all kinds are listed with the names of their fields. A name is that of a kind of entry \
            (demand, party), of 'event', 'site', 'page' or a record inside one of these (ground, role); a field of one of \
            these (demand.aim); or a value of a field (response.refused-for-now).

            Examples:
              explainer fields
              explainer fields demand
              explainer fields demand.aim
              explainer fields response.refused-for-now
              explainer fields key fact
              explainer fields --format markdown > FIELDS.md
            """)

    /// How the guide is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown
    }

    @Argument(help: "The kind, field or value.")
    var name: [String] = []

    @Option(help: "The output format; markdown prints all kinds.")
    var format: Format = .text

    func validate() throws {
        if !name.isEmpty { _ = try text(width: 80) }
    }

    func run() throws {
        let width = Console.width
        switch format {
        case .markdown: Console.write(FieldGuide.markdown, to: .output)
        case .text where name.isEmpty: Console.write(FieldGuide.overview(width: width), to: .output)
        case .text: Console.write(try text(width: width), to: .output)
        }
    }

    /// The text about what the name means.
    private func text(width: Int) throws -> String {
        let name = name.joined(separator: " ")
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard let kind = parts.first, let record = Vocabulary.record(kind) else {
            throw ValidationError(unknown("kind", parts.first ?? name, among: Vocabulary.records.map(\.name)))
        }
        guard parts.count > 1 else { return FieldGuide.text(of: record, width: width) }
        let fields = record.fields + (record.isEntry ? Vocabulary.common : [])
        if let field = fields.first(where: { $0.name == parts[1] }) {
            return FieldGuide.text(of: field, in: record, width: width)
        }
        let explained = fields.filter { field in field.shape.values.contains { $0.name == parts[1] } }
        if explained.isEmpty {
            throw ValidationError(
                unknown("field or value of \(record.name)", parts[1], among: fields.map(\.name)))
        }
        return explained.flatMap { field in
            field.shape.values.filter { $0.name == parts[1] }.map {
                FieldGuide.text(of: $0, of: field, in: record, width: width)
            }
        }.joined(separator: "\n")
    }

    private func unknown(_ what: String, _ name: String, among names: [String]) -> String {
        let near = nearestName(to: name, among: names).map { "Did you mean '\($0)'? " } ?? ""
        let isKind = what == "kind"
        return "there is no \(what) '\(name)'. \(near)The \(isKind ? "kinds" : "fields") are "
            + names.joined(separator: ", ")
    }
}
