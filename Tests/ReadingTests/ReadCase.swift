import Diagnostics
import TestSupport
import Testing

@testable import Reading

/// A marked document, read, with its problems as short words: `yaml-tab@1` stands at marker ①.
struct ReadCase {
    let marked: MarkedText
    let file: TextFile
    let document: Document
    var diagnostics: [Diagnostic]

    init(_ text: String, path: String = "content/demands/x.md") {
        marked = MarkedText(text)
        file = marked.file(path)
        let outcome = parseDocument(file, path: "demands/x.md")
        document = outcome.value
        diagnostics = outcome.diagnostics
        expectHonestEdits(diagnostics, in: file) { parseDocument($0, path: "demands/x.md").diagnostics }
    }

    /// The same, for front matter alone.
    init(yaml text: String) { self.init("---\n" + text + "\n---\n") }

    var found: [String] { diagnostics.map { $0.code.name + "@" + place($0.location) } }
    var messages: [String] { diagnostics.map(\.message) }
    var hints: [String] { diagnostics.compactMap(\.hint) }

    /// The marker at which a location starts, or its offset where there is none.
    func place(_ location: TextLocation?) -> String {
        guard let location else { return "-" }
        let start = Int(location.range.start)
        return marked.offsets.first { $0.value == start }.map { String($0.key) } ?? "offset \(start)"
    }

    /// The places of the first problem's notes.
    var notes: [String] { diagnostics.first?.notes.map { $0.message + "@" + place($0.location) } ?? [] }

    /// The text after the first problem's edit; nil where it offers none.
    var mended: String? {
        guard let edit = diagnostics.first?.fixIt else { return nil }
        var bytes = file.bytes
        bytes.replaceSubrange(edit.location.range.offsets, with: Array(edit.replacement.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The problems that are left after the first problem's edit; nil where it offers none.
    var afterMending: [String]? { mended.map { ReadCase($0).found } }

    /// The front matter as text, for comparing whole trees.
    var tree: String { describe(document.frontMatter) }
}

/// A node as one line: `{a: 1, b: [x, y]}`, quoted scalars in quotes.
func describe(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar(let text, let isPlain): isPlain ? text : "\"\(text)\""
    case .sequence(let items): "[" + items.map(describe).joined(separator: ", ") + "]"
    case .mapping(let entries):
        "{" + entries.map { $0.key.value + ": " + describe($0.value) }.joined(separator: ", ") + "}"
    }
}
