import Diagnostics

/// Turns places and problems into those of the protocol. Makes one table of lines for each text.
struct PlaceConverter {
    let encoding: PositionEncoding
    /// The content folder with a slash, and what its parent is called in messages: nothing.
    let base: String
    /// How the client names open documents, by their paths.
    let openURIs: [String: String]
    private var tables: [ObjectIdentifier: LineTable] = [:]

    init(_ encoding: PositionEncoding, folders: SiteFolders, openURIs: [String: String]) {
        self.encoding = encoding
        self.openURIs = openURIs
        base = String(folders.content.prefix(through: folders.content.lastIndex(of: "/") ?? folders.content.startIndex))
    }

    func uri(_ path: String) -> String { openURIs[path] ?? FileURI.uri(path) }

    mutating func table(_ file: TextFile) -> LineTable {
        if let known = tables[ObjectIdentifier(file)] { return known }
        let table = LineTable(file.bytes, encoding)
        tables[ObjectIdentifier(file)] = table
        return table
    }

    mutating func range(_ location: TextLocation) -> LSP.Range { table(location.file).range(location.range) }

    mutating func location(_ location: TextLocation) -> LSP.Location {
        LSP.Location(uri: uri(location.file.path), range: range(location))
    }

    mutating func edits(_ fixIt: FixIt) -> [LSP.TextEdit] {
        [LSP.TextEdit(range: range(fixIt.location), newText: fixIt.replacement)]
    }

    mutating func diagnostic(_ problem: Diagnostic) -> LSP.Diagnostic {
        let start = LSP.Position(line: 0, character: 0)
        var message = problem.message
        var related: [LSP.Diagnostic.RelatedInformation] = []
        for note in problem.notes {
            if let place = note.location {
                related.append(.init(location: location(place), message: shortened(note.message)))
            } else {
                message += "\nnote: \(note.message)"
            }
        }
        if let hint = problem.hint { message += "\nhint: \(hint)" }
        return LSP.Diagnostic(
            range: problem.location.map { range($0) } ?? LSP.Range(start: start, end: start),
            severity: problem.severity == .error ? 1 : 2, code: problem.code.name, message: shortened(message),
            relatedInformation: related.isEmpty ? nil : related, data: .explaining(problem.code.name))
    }

    /// A message with paths as `explainer check` shows them in the site's folder.
    func shortened(_ message: String) -> String { message.replacing(base, with: "") }
}

extension LSP.Command {
    /// Shows the article of a code.
    static func explaining(_ code: String) -> LSP.Command {
        LSP.Command(title: "Explain '\(code)'", command: explain, arguments: [code])
    }
}

extension String {
    /// With a capital letter, as titles of actions begin.
    var asTitle: String { prefix(1).uppercased() + dropFirst() }
}
