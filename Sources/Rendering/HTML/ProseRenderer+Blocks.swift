import Bytes
import Model
import Presenting
import Reading

/// Blocks: each begins a line and ends one, except for the paragraphs of tight lists.
extension ProseRenderer {
    mutating func open(_ prose: Prose, _ index: Int) {
        switch prose.nodes[index].content {
        case .paragraph(let isTight): if !isTight { openParagraph(prose, index) }
        case .heading(let number): openHeading(prose.headings[Int(number)])
        case .bulletList: openBlock("<ul>\n")
        case .orderedList(start: 1): openBlock("<ol>\n")
        case .orderedList(let start):
            openBlock("<ol start=\"")
            writer.number(Int(start))
            writer.markup("\">\n")
        case .item: openBlock("<li>")
        case .quote: openBlock("<blockquote>\n")
        case .codeBlock(let language):
            openBlock("<pre><code")
            if !language.isEmpty {
                writer.markup(" class=\"language-")
                writer.prose(prose.text(language))
                writer.markup("\"")
            }
            writer.markup(">")
        case .rawBlock(let range):
            writer.endLine()
            writer.html(prose.text(range))
            writer.endLine()
        case .thematicBreak: openBlock("<hr>\n")
        case .table: openBlock("<div class=\"table\">\n<table>\n<thead>\n")
        case .row: writer.markup("<tr>\n")
        case .cell(let alignment, let isHeader): openCell(alignment, isHeader)
        case .text, .lineBreak, .code, .rawInline, .date, .emphasis, .strong, .link, .citation, .image: break
        }
    }

    mutating func close(_ prose: Prose, _ index: Int) {
        switch prose.nodes[index].content {
        case .paragraph(let isTight): if !isTight { closeParagraph() }
        case .heading(let number): closeHeading(prose.headings[Int(number)])
        case .bulletList: writer.markup("</ul>\n")
        case .orderedList: writer.markup("</ol>\n")
        case .item: writer.markup("</li>\n")
        case .quote:
            writer.endLine()
            writer.markup("</blockquote>\n")
        case .codeBlock: writer.markup("</code></pre>\n")
        case .table:
            if prose.hasRows(table: index) { writer.markup("</tbody>\n") }
            writer.markup("</table>\n</div>\n")
        case .row: closeRow(prose, index)
        case .cell(_, let isHeader): if isHeader { writer.markup("</th>\n") } else { writer.markup("</td>\n") }
        case .rawBlock, .thematicBreak, .text, .lineBreak, .code, .rawInline, .date, .emphasis, .strong, .link,
            .citation,
            .image:
            break
        }
    }

    private mutating func openBlock(_ tag: StaticString) {
        writer.endLine()
        writer.markup(tag)
    }

    /// A paragraph that holds a picture and nothing else becomes a figure.
    private mutating func openParagraph(_ prose: Prose, _ index: Int) {
        if prose.nodes[index].end == index + 2, case .image(let number) = prose.nodes[index + 1].content,
            case .image(let image) = prose.targets[Int(number)], contentPath(image.path, relativeTo: document) != nil
        {
            isFigure = true
            openBlock("<figure>")
        } else {
            openBlock("<p>")
        }
    }

    private mutating func closeParagraph() {
        if isFigure { writer.markup("</figure>\n") } else { writer.markup("</p>\n") }
        isFigure = false
    }

    private mutating func openHeading(_ heading: Prose.Heading) {
        openBlock("<h")
        writer.number(max(2, heading.level))
        writer.markup(" id=\"")
        writer.prose(heading.id)
        writer.markup("\">")
    }

    private mutating func closeHeading(_ heading: Prose.Heading) {
        writer.markup("</h")
        writer.number(max(2, heading.level))
        writer.markup(">\n")
    }

    private mutating func openCell(_ alignment: Prose.Alignment, _ isHeader: Bool) {
        if isHeader { writer.markup("<th scope=\"col\"") } else { writer.markup("<td") }
        switch alignment {
        case .none: writer.markup(">")
        case .left: writer.markup(" class=\"align-left\">")
        case .center: writer.markup(" class=\"align-center\">")
        case .right: writer.markup(" class=\"align-right\">")
        }
    }

    private mutating func closeRow(_ prose: Prose, _ index: Int) {
        writer.markup("</tr>\n")
        guard case .table = prose.nodes[index - 1].content else { return }
        writer.markup("</thead>\n")
        if prose.hasRows(table: index - 1) { writer.markup("<tbody>\n") }
    }
}

extension Prose {
    /// Whether a table has rows below its header.
    fileprivate func hasRows(table: Int) -> Bool { nodes[table + 1].end < nodes[table].end }
}
