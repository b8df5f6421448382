import ArgumentParser
import Building
import Diagnostics
import Editing
import Model

/// `explainer rename`
struct RenameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give an entry another id everywhere.",
        discussion: """
            The file gets the new name, and every place that names the entry is changed: fields, links such as \
            'demand:pay-rise', citations such as '[@gazette]', links by path. The old address is added to 'moved_from', \
            so that it leads to the new page. An event's id is the name of its folder; the event of a site about one is '/', and \
            gets a folder of its own, so that others can be added. Its parties, people, sources and terms stay where they \
            are, and are shared by all events.

            If several events have an entry of this id, name the event too: 'port-strike/pay-rise'.

            Examples:
              explainer rename demand pay-rise six-per-cent
              explainer rename party port-strike/union dock-union
              explainer rename event port-strike velmar-strike
              explainer rename event / port-strike
              explainer rename source gazette gazette-5-may --dry-run
            """)

    @Argument(help: "The kind of entry.", completion: .list(EntryKind.referenceWords))
    var kind: String

    @Argument(help: "The id it has.")
    var old: String

    @Argument(help: "The id it gets.")
    var new: String

    @Option(help: "The folder with the Markdown files.")
    var content = "content"

    @Flag(name: .customLong("dry-run"), help: "Print what would change, and change nothing.")
    var isDryRun = false

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    func validate() throws { _ = try entryKind() }

    private func entryKind() throws -> EntryKind {
        if let kind = EntryKind(referenceWord: kind) ?? EntryFolder(named: kind)?.kind { return kind }
        let near = nearestName(to: kind, among: EntryKind.referenceWords).map { "Did you mean '\($0)'? " } ?? ""
        throw ValidationError(
            "there is no kind '\(kind)'. \(near)The kinds are \(EntryKind.referenceWords.joined(separator: ", "))")
    }

    func run() throws {
        let kind = try entryKind()
        let names = try EditedContent(content).names()
        let renaming: Renaming
        do {
            renaming = try names.renaming(kind, from: old, to: new, hasPages: kind.hasPages)
        } catch {
            let hint = error.hint.map { " (\($0))" } ?? ""
            Console.write("explainer: \(error.message)\(hint); nothing was changed\n", to: .errors)
            throw ExitStatus.usage
        }
        if !isDryRun {
            try EditedContent(content).write(renaming.files.map { ($0.file, $0.file.applying($0.edits)) })
            for move in renaming.moves {
                try ContentFiles.move("\(root)/\(move.from)", to: "\(root)/\(move.to)")
            }
        }
        if !quiet { Console.write(summary(renaming), to: .output) }
        for place in renaming.unreachable {
            Console.write(
                "\(place.file.path):\(place.position.line): warning: this still names '\(old)'; change it by hand\n",
                to: .errors)
        }
    }

    private var root: String { EditedContent(content).root }

    private func summary(_ renaming: Renaming) -> String {
        var text = ""
        for move in renaming.moves { text += "  \(root)/\(move.from) -> \(root)/\(move.to)\n" }
        for file in renaming.files { text += "  \(file.file.path): \(count(file.edits.count, "edit"))\n" }
        let places = count(renaming.references, "place")
        text += isDryRun ? "Would rename '\(old)' to '\(new)': \(places)" : "Renamed '\(old)' to '\(new)': \(places)"
        if let address = renaming.oldAddress { text += "; '\(address)' leads to the new address" }
        return text + ".\n"
    }

    private func count(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
}

/// The content folder of a command that edits it.
struct EditedContent {
    let folder: String

    init(_ folder: String) { self.folder = folder }

    /// The folder without slashes at its end, as messages name it.
    var root: String {
        let trimmed = folder.reversed().drop { $0 == "/" }.reversed()
        return trimmed.isEmpty ? folder : String(trimmed)
    }

    /// Replaces the texts of files that nobody else has changed meanwhile; ends with exit code 3 if one cannot be written.
    func write(_ files: [(file: TextFile, bytes: [UInt8])]) throws {
        let options = try SiteOptions.parse(["--content", folder])
        var workspace = Workspace(try options.configuration(), in: options.world)
        let pairs = files.map { ($0.file.path, (old: $0.file.bytes, new: $0.bytes)) }
        let unwritten = workspace.writeFixes(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        if unwritten.isEmpty { return }
        let formatter = DiagnosticFormatter(format: .human, usesColor: Console.usesColor(.errors))
        Console.write(formatter.text(for: unwritten.flatMap(\.diagnostics)), to: .errors)
        throw ExitStatus.environment
    }

    /// What the documents name; ends with exit code 2 or 3 if they cannot be read.
    func names() throws -> ContentNames {
        let options = try SiteOptions.parse(["--content", folder])
        let (report, names) = Workspace(try options.configuration(), in: options.world).names()
        if let names { return names }
        ReportPrinter(options: options, duration: .zero).printProblems(of: report, to: .errors)
        throw ExitStatus(report.exitStatus)
    }
}
