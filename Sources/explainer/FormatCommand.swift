import ArgumentParser
import Building
import Diagnostics
import Editing

/// `explainer format`
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "Write the front matter of all files in the same form.",
        discussion: """
            Fields are put in the order of 'explainer fields', those that must be written first, with one space behind \
            each colon and lists indented by two spaces. Texts and comments stay as they are; a comment moves with the \
            field below it. Files with errors in their front matter are left alone.

            Examples:
              explainer format
              explainer format content/demands/pay-rise.md
              explainer format --check
            """)

    @Argument(help: "Only these files; all if none is named.")
    var files: [String] = []

    @Flag(help: "Name the files that would change, change nothing, and end with exit code 1 if there is one.")
    var check = false

    @Option(help: "The folder with the Markdown files.")
    var content = "content"

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    func run() throws {
        let documents = try EditedContent(content).names().documents
        let known = Set(documents.map(\.file.path))
        let files = files.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
        for file in files where !known.contains(file) {
            throw ValidationError("'\(file)' is not a document below '\(content)'")
        }
        var changed: [(file: TextFile, bytes: [UInt8])] = []
        for document in documents where files.isEmpty || files.contains(document.file.path) {
            guard let record = document.placement?.record else { continue }
            let bytes = FrontMatterFormat.formatted(document.document, as: record)
            if bytes == document.file.bytes { continue }
            changed.append((document.file, bytes))
        }
        if !check { try EditedContent(content).write(changed) }
        let verb = check ? "not formatted" : "formatted"
        for change in changed where check || !quiet {
            Console.write("\(change.file.path): \(verb)\n", to: .output)
        }
        if check, !changed.isEmpty { throw ExitStatus.content }
    }
}
