import Diagnostics
import Model
import Reading

extension NewEntry {
    /// What is wrong with the values that are written: all but that fields are still empty, and what nobody can know yet.
    package func problems(in text: String, displayPath: String) -> [Diagnostic] {
        let file = TextFile(path: displayPath, text: text)
        let document = parseDocument(file, path: path)
        let placement: Placement =
            switch kind {
            case .entry(let folder): .entry(folder, event: event)
            case .page: .page(folder: event)
            case .event: .event(folder: id)
            }
        let entries = readEntries(of: document.value, at: placement, options: MarkdownOptions())
        let unfinished: Set<DiagnosticCode> = [.missingField, .emptyValue, .missingWords, .incompleteEntry]
        return (document.diagnostics + entries.diagnostics).filter { !unfinished.contains($0.code) }.inOrder()
    }

    /// References that name nothing yet, as messages: "there is no party 'union'; did you mean 'dock-union'?".
    package func unknownNames(in text: String, _ names: ContentNames) -> [String] {
        let document = parseDocument(TextFile(path: path, text: text), path: path).value
        var documents = names.documents.map(\.document)
        documents.append(document)
        documents.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let all = ContentNames(documents)
        guard let own = all.documents.first(where: { $0.path == path }) else { return [] }
        return own.references.filter { all.target(of: $0, in: own) == nil && $0.id != "unnamed" && !$0.id.isEmpty }
            .map { reference in
                let kinds = reference.kinds.map(\.word).joined(separator: " or ")
                let known = reference.kinds.flatMap { all.entries(of: $0, namedFrom: event).map(\.id) }
                let near = nearestName(to: reference.id, among: known).map { "; did you mean '\($0)'?" } ?? ""
                return "there is no \(kinds) '\(reference.id)' yet\(near)"
            }
    }

    /// An id from a title: its words, cut between words where they are many. "Don't" is one word.
    package static func id(from title: String) -> String {
        let whole = validID(near: withoutApostrophes(title))
        if whole.utf8.count <= longestID { return whole }
        var id = ""
        for word in whole.split(separator: "-") {
            if !id.isEmpty, id.utf8.count + 1 + word.utf8.count > longestID { break }
            id += id.isEmpty ? String(word.prefix(longestID)) : "-" + word
        }
        return id
    }

    private static let longestID = 48

    /// A text without the apostrophes inside words; quotation marks stay.
    private static func withoutApostrophes(_ title: String) -> String {
        let characters = Array(title)
        return String(
            characters.indices.filter { index in
                guard characters[index] == "'" || characters[index] == "’" else { return true }
                let isInside = index > 0 && index + 1 < characters.count
                return !(isInside && characters[index - 1].isLetter && characters[index + 1].isLetter)
            }.map { characters[$0] })
    }
}
