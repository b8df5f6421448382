import ArgumentParser
import Building
import Diagnostics
import Editing
import Model
import Reading

/// `explainer add`
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Write the file of a new entry, page or event.",
        discussion: """
            The file gets the fields that the kind must have, and the others as comments with their meaning. A title is \
            enough: the id is made from it. On a terminal, the command asks for what is still missing; in a script it \
            never asks. A file that exists is never overwritten.

            A value of a list is given several times, or, if it is ids, between commas. A text that is given for a record \
            fills its first field: '--set "grounds=The budget is closed"' is a ground with that title.

            'add source' also takes a file: a web page that you saved, whose title, publisher, authors, date and address \
            it reads, and whose text it keeps beside the entry, so that quotes can be looked up in it. Nothing is fetched \
            from the network.

            Examples:
              explainer add demand "Raise wages by six per cent"
              explainer add party dock-union --set "name=Dock Workers' Union" kind=union
              explainer add refusal "The authority refuses" --set answers=pay-rise from=authority date=2026-05-04
              explainer add source page.html
              explainer add source --csl library.json
              explainer add event port-strike "The strike at the port"
            """)

    @Argument(help: "The kind of entry, 'page' or 'event'.", completion: .list(NewEntry.Kind.words))
    var kind: String

    @Argument(
        help: ArgumentHelp(
            "The id, the title (of a statement its words), or both; of a source also a file.", valueName: "id or title")
    )
    var texts: [String] = []

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Values of fields; may be repeated.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("The event, named by its folder.", valueName: "folder"))
    var event: String?

    @Option(help: ArgumentHelp("Add the sources of a CSL-JSON file, as Zotero exports it.", valueName: "file"))
    var csl: String?

    @Option(help: ArgumentHelp("Add the sources of a BibTeX file.", valueName: "file"))
    var bibtex: String?

    @Flag(help: "Leave out the comments.")
    var plain = false

    @Option(help: "The folder with the Markdown files.")
    var content = "content"

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false

    func validate() throws {
        _ = try entryKind()
        if texts.count > 2 { throw ValidationError("an id and a title are enough; put a title in quotes") }
        for pair in set where !pair.contains("=") {
            throw ValidationError("--set needs 'field=value', not '\(pair)'; an id and a title stand before it")
        }
        if csl != nil || bibtex != nil {
            if try entryKind() != .entry(.init(.source)) {
                throw ValidationError("only sources are imported from a file")
            }
            if !texts.isEmpty { throw ValidationError("a file of sources has their ids and titles") }
        }
    }

    private func entryKind() throws -> NewEntry.Kind {
        if let kind = NewEntry.Kind(word: kind) { return kind }
        let words = NewEntry.Kind.words
        let near = nearestName(to: kind, among: words).map { "Did you mean '\($0)'? " } ?? ""
        throw ValidationError("there is no kind '\(kind)'. \(near)The kinds are \(words.joined(separator: ", "))")
    }

    func run() throws {
        let kind = try entryKind()
        let names = try EditedContent(content).names()
        let event = try scope(of: kind, names)
        var additions: [Addition] = []
        for source in try imported() {
            let id = source.id.map { NewEntry.id(from: $0) } ?? ""
            let title = source["title"] ?? source["url"] ?? ""
            additions.append(try addition(kind, id: id.isEmpty ? NewEntry.id(from: title) : id, event, source))
        }
        if additions.isEmpty { additions = [try single(kind, event, names)] }
        let files = try additions.map { try finished($0, names) }
        for (entry, text, kept) in files {
            try ContentFiles.create("\(root)/\(entry.path)", Array(text.utf8))
            if let kept { try ContentFiles.create("\(root)/\(keptPath(entry))", Array(kept.utf8)) }
            if quiet { continue }
            Console.write("Wrote \(root)/\(entry.path)\n", to: .output)
            if kept != nil { Console.write("Wrote \(root)/\(keptPath(entry))\n", to: .output) }
        }
        for (entry, text, _) in files { try printUnfinished(entry, text, names) }
    }

    private var root: String { EditedContent(content).root }

    // MARK: What is added

    /// An entry with the text that is kept beside it.
    private struct Addition {
        var entry: NewEntry
        var keptText: String?
    }

    /// The event to which an entry of the kind belongs; nil for what all events share.
    private func scope(of kind: NewEntry.Kind, _ names: ContentNames) throws -> String? {
        let folders = names.eventFolders.sorted()
        if let event {
            if folders.contains(event) { return event }
            let near = nearestName(to: event, among: folders).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no event '\(event)'. \(near)")
        }
        switch kind {
        case .event:
            if names.isOneEvent {
                throw ValidationError(
                    "the site is about one event, '\(root)/event.md'; give that a folder first: explainer rename event / a-name"
                )
            }
            return nil
        case .page: return nil
        case .entry(let folder):
            if folder.kind.isShareable { return nil }
            if names.isOneEvent { return "" }
            if folders.count == 1 { return folders[0] }
            throw ValidationError(
                folders.isEmpty
                    ? "there is no event that the \(kind.word) could belong to; write '\(root)/event.md', or run 'explainer add event'"
                    : "name the event with --event: \(folders.joined(separator: ", "))")
        }
    }

    private func addition(
        _ kind: NewEntry.Kind, id: String, _ event: String?, _ source: ImportedSource = ImportedSource()
    ) throws -> Addition {
        guard var entry = NewEntry(kind, id: id, event: event) else { throw ExitStatus.defect }
        let given = set.map { pair in
            let sign = pair.firstIndex(of: "=") ?? pair.endIndex
            return (name: String(pair[..<sign]), value: String(pair[sign...].dropFirst()))
        }
        for (name, value) in given {
            if let fault = entry.set(name, to: value) { throw ValidationError("--set \(name): \(fault)") }
        }
        for (name, value) in source.fields where !given.contains(where: { $0.name == name }) {
            _ = entry.set(name, to: value)
        }
        return Addition(entry: entry, keptText: source.text)
    }

    /// The entry that the command line describes.
    private func single(_ kind: NewEntry.Kind, _ event: String?, _ names: ContentNames) throws -> Addition {
        var id = texts.count == 2 ? texts[0] : nil
        var title = texts.last
        if texts.count == 1, isValidID(texts[0]) { (id, title) = (texts[0], nil) }
        var source = ImportedSource()
        if kind == .entry(.init(.source)), let text = texts.last, !isValidID(text) || ContentFiles.exists(text) {
            if text.hasPrefix("https://") || text.hasPrefix("http://") {
                source = ImportedSource(url: text)
                title = nil
                if !quiet {
                    Console.write(
                        "Nothing was fetched. Save the page as a file, and 'explainer add source <file>' reads the rest.\n",
                        to: .errors)
                }
            } else if ContentFiles.exists(text) || Self.isFileName(text) {
                source = try page(text)
                title = nil
                if texts.count == 1 { id = nil }
            }
        }
        var addition = try addition(kind, id: id ?? "", event, source)
        if let title, let field = addition.entry.naming, !addition.entry.has(field.name) {
            if let fault = addition.entry.set(field.name, to: title) { throw ValidationError(fault) }
        }
        try ask(&addition.entry, names)
        if id == nil {
            let words = addition.entry.naming.flatMap { addition.entry.value(of: $0.name) } ?? source["url"] ?? ""
            id = NewEntry.id(from: words)
        }
        guard let id, isValidID(id) else {
            let near = validID(near: id ?? "")
            throw ValidationError(
                near.isEmpty
                    ? "give the \(kind.word) an id, or its \(addition.entry.naming?.name ?? "title")"
                    : "'\(id ?? "")' cannot be an id: ids are lower-case ASCII letters, digits and single hyphens: '\(near)'"
            )
        }
        addition.entry = addition.entry.named(id)
        return addition
    }

    // MARK: Sources

    private static let largestFile = 64 << 20

    private func imported() throws -> [ImportedSource] {
        if let csl {
            let bytes = try ContentFiles.read(csl, limit: Self.largestFile)
            if let sources = CSLImport.sources(in: bytes) { return sources }
            throw ValidationError("'\(csl)' is not CSL-JSON: a list of items")
        }
        if let bibtex {
            let bytes = try ContentFiles.read(bibtex, limit: Self.largestFile)
            if let sources = BibTeXImport.sources(in: String(decoding: bytes, as: UTF8.self)) { return sources }
            throw ValidationError("'\(bibtex)' has no entry of BibTeX")
        }
        return []
    }

    /// Whether a text can only be meant as the name of a file, which may be misspelt.
    private static func isFileName(_ text: String) -> Bool {
        let endings = [".html", ".htm", ".xhtml", ".txt", ".md", ".pdf", ".json", ".bib"]
        return !text.contains(" ") && endings.contains(where: text.lowercased().hasSuffix)
    }

    /// What a file tells: a web page its metadata and text, a text itself.
    private func page(_ path: String) throws -> ImportedSource {
        let bytes = try ContentFiles.read(path, limit: Self.largestFile)
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") {
            return SavedPage.source(in: bytes)
        }
        if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
            return ImportedSource(text: text)
        }
        throw ValidationError(
            "'\(path)' is neither a web page nor a text; save its text as a file, and name that one")
    }

    /// Where the kept text of a source stands, beside its entry.
    private func keptPath(_ entry: NewEntry) -> String { String(entry.path.dropLast(3)) + ".txt" }

    // MARK: Asking

    /// Asks for the fields that must be written, if somebody is there to answer. An empty answer leaves a field empty.
    private func ask(_ entry: inout NewEntry, _ names: ContentNames) throws {
        guard Console.isInteractive else { return }
        for field in entry.lacking {
            let choices = entry.choices(field, names)
            Console.write("\(field.name): \(field.meaning) (\(field.shape.words))\n", to: .errors)
            if !choices.isEmpty { Console.write("  \(choices.joined(separator: ", "))\n", to: .errors) }
            while true {
                Console.write("> ", to: .errors)
                guard let answer = readLine() else { return }
                if answer.isEmpty { break }
                var answered = entry
                let fault = answered.set(field.name, to: answer)
                let problem = answered.named("x").problems(
                    in: answered.text(names, hasComments: false), displayPath: ""
                ).first
                guard let words = fault ?? problem.map({ $0.message + ($0.hint.map { " (\($0))" } ?? "") }) else {
                    entry = answered
                    break
                }
                Console.write("  \(words)\n", to: .errors)
            }
        }
    }

    // MARK: Writing

    /// The text of an entry's file; ends the program if it cannot be written.
    private func finished(
        _ addition: Addition, _ names: ContentNames
    ) throws -> (entry: NewEntry, text: String, keptText: String?) {
        var entry = addition.entry
        if addition.keptText != nil, !entry.has("text") { _ = entry.set("text", to: "\(entry.id).txt") }
        let keptText = addition.keptText
        let taken = names.entries(entry.kind.entryKind, entry.id).first { other in
            entry.kind == .event
                ? other.scope == entry.id : other.scope == nil || entry.event == nil || other.scope == entry.event
        }
        if let taken {
            throw ValidationError(
                "there is a \(entry.kind.entryKind.word) '\(entry.id)' already, in \(root)/\(names.documents[taken.document].path); name another id"
            )
        }
        for path in [entry.path] + (keptText == nil ? [] : [keptPath(entry)])
        where ContentFiles.exists("\(root)/\(path)") {
            throw ValidationError("there is '\(root)/\(path)' already; nothing was written")
        }
        let text = entry.text(names, hasComments: !plain)
        let problems = entry.problems(in: text, displayPath: "\(root)/\(entry.path)")
        guard problems.isEmpty else {
            let formatter = DiagnosticFormatter(format: .human, usesColor: Console.usesColor(.errors))
            Console.write(formatter.text(for: problems) + "Nothing was written.\n", to: .errors)
            throw ExitStatus.usage
        }
        return (entry, text, keptText)
    }

    /// Says which fields must still be filled, and which references name nothing yet.
    private func printUnfinished(_ entry: NewEntry, _ text: String, _ names: ContentNames) throws {
        if quiet { return }
        let lacking = entry.lacking.map { "'\($0.name)'" }
        if !lacking.isEmpty {
            Console.write(
                "\(root)/\(entry.path): fill in \(lacking.joined(separator: ", "))\n", to: .errors)
        }
        for name in entry.unknownNames(in: text, names) {
            Console.write("\(root)/\(entry.path): \(name)\n", to: .errors)
        }
    }
}

extension EntryFolder {
    /// The folder that is named after a kind.
    fileprivate init(_ kind: EntryKind) {
        self = EntryFolder.all.first { $0.kind == kind } ?? .refusals
    }
}
