import Diagnostics

@testable import Reading

/// Prose as libcmark would write it, so that it can be compared with the HTML of suites.
///
/// Sites write headings, links and tables in their own way; here every address is as it was written.
struct ProseHTML {
    private let prose: Prose
    private(set) var html = ""
    /// What closes each node that is open.
    private var ends: [String] = []
    private var isInHeader = false

    init(_ prose: Prose) {
        self.prose = prose
        var walk = ProseWalk(prose, prose.nodes.indices)
        while let (index, isEntering) = walk.next() {
            if isEntering {
                let end = begin(prose.nodes[index].content)
                if !prose.nodes[index].content.isLeaf { ends.append(end) }
            } else {
                finish(index)
            }
        }
    }

    /// Elements that are opened and not closed, or closed and not opened.
    var isBalanced: Bool { ends.isEmpty }

    private mutating func begin(_ content: Prose.Content) -> String {
        switch content {
        case .paragraph(let isTight): return isTight ? "" : block("<p>", "</p>\n")
        case .heading(let number):
            let level = prose.headings[Int(number)].level
            return block("<h\(level)>", "</h\(level)>\n")
        case .bulletList: return block("<ul>\n", "</ul>\n")
        case .orderedList(let start): return block(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n", "</ol>\n")
        case .item: return block("<li>", "</li>\n")
        case .quote: return block("<blockquote>\n", "</blockquote>\n")
        case .codeBlock(let language):
            return block(
                language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(text(language))\">",
                "</code></pre>\n")
        case .rawBlock(let range):
            endLine()
            html += raw(range)
            endLine()
        case .thematicBreak: _ = block("<hr />\n", "")
        case .table:
            isInHeader = true
            return block("<table>\n<thead>\n", "</table>\n")
        case .row: return block("<tr>\n", "</tr>\n")
        case .cell(let alignment, let isHeader):
            let tag = isHeader ? "th" : "td"
            return block(alignment == .none ? "<\(tag)>" : "<\(tag) align=\"\(alignment)\">", "</\(tag)>\n")
        case .text(let range): html += text(range)
        case .lineBreak: html += "<br />\n"
        case .code(let range): html += "<code>\(text(range))</code>"
        case .rawInline(let range): html += raw(range)
        case .emphasis: return inline("<em>", "</em>")
        case .strong: return inline("<strong>", "</strong>")
        case .link(let number), .citation(let number), .image(let number): return target(prose.targets[Int(number)])
        }
        return ""
    }

    private mutating func finish(_ index: Int) {
        let end = ends.popLast() ?? ""
        if end.hasPrefix("</ul") || end.hasPrefix("</ol") || end.hasPrefix("</blockquote") { endLine() }
        if case .table = prose.nodes[index].content, prose.nodes[index + 1].end < prose.nodes[index].end {
            html += "</tbody>\n"
        }
        html += end
        guard case .row = prose.nodes[index].content, isInHeader else { return }
        isInHeader = false
        html += "</thead>\n"
        if prose.nodes[index].end < prose.nodes[index - 1].end { html += "<tbody>\n" }
    }

    private mutating func target(_ target: Prose.Target) -> String {
        switch target {
        case .reference(let reference): return inline("<a href=\"\(reference.kind):\(reference.id)\">", "</a>")
        case .link(let link):
            let address =
                encoded(link.path) + (link.query.map { "?" + $0 } ?? "")
                + (link.fragment.map { "#" + encoded($0) } ?? "")
            return inline("<a href=\"\(address)\"\(title(link.title))>", "</a>")
        case .webLink(let link):
            return inline("<a href=\"\(encoded(link.url, keepsPercent: true))\"\(title(link.title))>", "</a>")
        case .image(let image), .dataImage(let image):
            html +=
                "<img src=\"\(encoded(image.path))\" alt=\"\(escaped(image.alternative))\"\(title(image.title)) />"
            return ""
        case .citation: return ""
        }
    }

    private func title(_ title: String) -> String { title.isEmpty ? "" : " title=\"\(escaped(title))\"" }

    private mutating func inline(_ start: String, _ end: String) -> String {
        html += start
        return end
    }

    private mutating func block(_ start: String, _ end: String) -> String {
        endLine()
        html += start
        return end
    }

    private mutating func endLine() { if !html.isEmpty, html.utf8.last != 0x0A { html += "\n" } }

    private func raw(_ range: Range<UInt32>) -> String { String(decoding: prose.text(range), as: UTF8.self) }
    private func text(_ range: Range<UInt32>) -> String { escaped(raw(range)) }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// As libcmark encodes an address.
    private func encoded(_ text: String, keepsPercent: Bool = false) -> String {
        var result = ""
        for byte in text.utf8 {
            let character = Character(Unicode.Scalar(byte))
            switch character {
            case "a"..."z", "A"..."Z", "0"..."9": result.append(character)
            case "&": result += "&amp;"
            case "'": result += "&#x27;"
            case "%" where keepsPercent: result.append(character)
            case _ where "-_.+!*(),#@?=;:/$~".contains(character): result.append(character)
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
