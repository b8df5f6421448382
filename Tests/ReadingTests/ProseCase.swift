import Diagnostics
import TestSupport

@testable import Reading

/// A marked Markdown body, read, with its pieces as one text: `{party:x}` … `{/}`, `{cite a|para. 4;b}`,
/// `{to path#fragment}` … `{/}`, `{picture path|alternative|title}`.
struct ProseCase {
    let marked: MarkedText
    let file: TextFile
    let prose: Prose
    let diagnostics: [Diagnostic]

    init(_ text: String, html: Bool = false) {
        marked = MarkedText(text)
        file = marked.file("content/x.md")
        let outcome = Markdown.prose(
            TextRange(0, file.bytes.count), in: file, options: MarkdownOptions(allowsRawHTML: html))
        prose = outcome.value
        diagnostics = outcome.diagnostics
    }

    /// A field of front matter: YAML after `text: `.
    init(field yaml: String, inline: Bool = true) {
        marked = MarkedText("---\né: ü\ntext: " + yaml + "\n---\n")
        file = marked.file("content/x.md")
        let document = parseDocument(file, path: "x.md")
        var fields = Fields(document.value.frontMatter, in: file, of: "term")
        let text = fields.text("text") ?? Located("", TextRange(at: 0))
        let outcome =
            inline
            ? Markdown.inline(text, in: file) : Markdown.prose(text, in: file, options: MarkdownOptions())
        prose = outcome.value
        diagnostics = document.diagnostics + outcome.diagnostics
    }

    var found: [String] { diagnostics.map { $0.code.name + "@" + place($0.location?.range) } }
    var messages: [String] { diagnostics.map(\.message) }

    func place(_ range: TextRange?) -> String {
        guard let range else { return "-" }
        return marked.offsets.first { $0.value == Int(range.start) }.map { String($0.key) } ?? "offset \(range.start)"
    }

    /// The text in the file of each reference, citation, link and picture.
    var spans: [String] {
        prose.pieces.flatMap { piece -> [TextRange] in
            switch piece {
            case .openReference(let reference): [reference.range]
            case .citation(let citations): citations.map(\.range)
            case .openLink(let link): [link.range]
            case .image(let image): [image.range]
            case .html, .closeReference, .closeLink: []
            }
        }.map { file.text(in: $0) + "@" + place($0) }
    }

    var mended: String? {
        guard let edit = diagnostics.first?.fixIt else { return nil }
        var bytes = file.bytes
        bytes.replaceSubrange(edit.location.range.offsets, with: Array(edit.replacement.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    var shown: String {
        prose.pieces.map { piece in
            switch piece {
            case .html(let range): String(decoding: prose.html[range], as: UTF8.self)
            case .openReference(let reference):
                "{\(reference.kind):\(reference.id)\(reference.fragment.map { "#" + $0 } ?? "")"
                    + (reference.hasText ? "}" : " bare}")
            case .closeReference, .closeLink: "{/}"
            case .citation(let citations):
                "{cite " + citations.map { $0.id + ($0.locator.map { "|" + $0 } ?? "") }.joined(separator: ";") + "}"
            case .openLink(let link):
                "{to \(link.path)\(link.query.map { "?" + $0 } ?? "")\(link.fragment.map { "#" + $0 } ?? "")}"
            case .image(let image): "{picture \(image.path)|\(image.alternative)|\(image.title)}"
            }
        }.joined()
    }
}
