import Diagnostics
import Model

extension EntryKind {
    /// The type of token that an id of the kind has: one that every editor has a colour for, and each kind another.
    fileprivate var tokenType: String {
        switch self {
        case .event: "namespace"
        case .party: "class"
        case .person: "variable"
        case .demand: "function"
        case .response: "method"
        case .threat: "macro"
        case .statement: "string"
        case .moment: "event"
        case .source: "property"
        case .term: "type"
        case .page: "struct"
        }
    }
}

/// The ids in a document that name an entry or declare one. An id that names nothing has no colour.
struct SemanticTokens {
    /// The types by the raw value of their kind, and the modifiers by their bit.
    static let legend = LSP.ServerCapabilities.Tokens.Legend(
        tokenTypes: EntryKind.allCases.map(\.tokenType), tokenModifiers: ["declaration"])

    private let context: DocumentContext

    init(_ context: DocumentContext) { self.context = context }

    /// Five numbers a token: lines after the token before it, characters after it or after the start of the line, length,
    /// type, modifiers.
    var data: [Int] {
        var found: [(range: TextRange, kind: EntryKind, isDeclared: Bool)] = context.document.entries.compactMap {
            entry in
            entry.idRange.map { ($0, entry.kind, true) }
        }
        for reference in context.document.references {
            guard let entry = context.names.target(of: reference, in: context.document),
                let range = reference.nameRange(in: context.file)
            else { continue }
            found.append((range, entry.kind, false))
        }
        found.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
        var data: [Int] = []
        var last = LSP.Position(line: 0, character: 0)
        var end = 0
        for token in found where Int(token.range.start) >= end {
            let range = context.lines.range(token.range)
            guard range.start.line == range.end.line, range.start < range.end else { continue }
            let isSameLine = range.start.line == last.line
            data += [
                range.start.line - last.line, range.start.character - (isSameLine ? last.character : 0),
                range.end.character - range.start.character, Int(token.kind.rawValue), token.isDeclared ? 1 : 0,
            ]
            last = range.start
            end = Int(token.range.end)
        }
        return data
    }
}
