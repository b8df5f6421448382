import Diagnostics
import TestSupport
import Testing

@testable import Reading

/// A marked Markdown body, read, with its tree as one text: tags for blocks and emphasis, and `{party:x}` … `{/}`,
/// `{cite a|para. 4;b}`, `{to path#fragment}` … `{/}`, `{picture path|alternative|title}`.
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
        expectHonestEdits(diagnostics, in: file) { edited in
            Markdown.prose(
                TextRange(0, edited.bytes.count), in: edited, options: MarkdownOptions(allowsRawHTML: html)
            ).diagnostics
        }
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
        prose.targets.flatMap { target -> [TextRange] in
            switch target {
            case .reference(let reference): [reference.range]
            case .speaker(let speaker): [speaker.range]
            case .citation(let citations): citations.map(\.range)
            case .link(let link): [link.range]
            case .image(let image): [image.range]
            case .webLink, .dataImage: []
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
        var shown = ""
        var walk = ProseWalk(prose, prose.nodes.indices)
        while let (index, isEntering) = walk.next() {
            let (before, after) = marks(prose.nodes[index].content)
            let mark = isEntering ? before : after
            let isAtStart = shown.isEmpty || shown.last == "\n"
            shown += isAtStart && mark.first == "\n" ? String(mark.dropFirst()) : mark
        }
        return shown
    }

    /// What stands before and after a node's content. Blocks stand on lines of their own.
    private func marks(_ content: Prose.Content) -> (String, String) {
        func text(_ range: Range<UInt32>) -> String { String(decoding: prose.text(range), as: UTF8.self) }
        func block(_ tag: String, _ attributes: String = "", _ start: String = "") -> (String, String) {
            ("\n<\(tag)\(attributes)>\(start)", "</\(tag)>\n")
        }
        switch content {
        case .paragraph(let isTight): return isTight ? ("", "") : block("p")
        case .heading(let number):
            let heading = prose.headings[Int(number)]
            return block("h\(heading.level)", " id=\"\(heading.id)\"")
        case .bulletList: return block("ul", "", "\n")
        case .orderedList(let start): return block("ol", start == 1 ? "" : " start=\"\(start)\"", "\n")
        case .item: return block("li")
        case .quote: return block("blockquote", "", "\n")
        case .codeBlock(let language): return block("pre", language.isEmpty ? "" : " class=\"\(text(language))\"")
        case .rawBlock(let range): return ("\n{raw \(text(range))}\n", "")
        case .thematicBreak: return ("\n<hr>\n", "")
        case .table: return block("table", "", "\n")
        case .row: return block("tr")
        case .cell(let alignment, let isHeader):
            return ("<\(isHeader ? "th" : "td")\(alignment == .none ? "" : " \(alignment)")>", "")
        case .text(let range): return (text(range), "")
        case .lineBreak: return ("<br>\n", "")
        case .code(let range): return ("<code>\(text(range))</code>", "")
        case .rawInline(let range): return ("{raw \(text(range))}", "")
        case .date(let range): return ("{date \(text(range))}", "")
        case .emphasis: return ("<em>", "</em>")
        case .strong: return ("<strong>", "</strong>")
        case .link(let number), .citation(let number), .image(let number):
            let mark = mark(prose.targets[Int(number)])
            if case .link = content { return (mark, "{/}") }
            return (mark, "")
        }
    }

    private func mark(_ target: Prose.Target) -> String {
        switch target {
        case .reference(let reference):
            "{\(reference.kind):\(reference.id)\(reference.fragment.map { "#" + $0 } ?? "")"
                + (reference.hasText ? "}" : " bare}")
        case .speaker(let speaker): "{speaker \(speaker.id)}"
        case .citation(let citations):
            "{cite " + citations.map { $0.id + ($0.locator.map { "|" + $0 } ?? "") }.joined(separator: ";") + "}"
        case .link(let link):
            "{to \(link.path)\(link.query.map { "?" + $0 } ?? "")\(link.fragment.map { "#" + $0 } ?? "")}"
        case .webLink(let link): "{web \(link.url)\(link.title.isEmpty ? "" : "|\(link.title)")}"
        case .image(let image): "{picture \(image.path)|\(image.alternative)|\(image.title)}"
        case .dataImage(let image): "{data \(image.path)|\(image.alternative)|\(image.title)}"
        }
    }
}
