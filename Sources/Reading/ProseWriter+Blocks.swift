import Diagnostics

/// Blocks: paragraphs, lists, quotes, code, raw HTML, headings.
extension ProseWriter {
    /// Writes the start of a block; false where nothing inside it is to be visited.
    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        switch kind {
        case .paragraph:
            if let tables, nextTable < tables.tables.count, tables.tables[nextTable].paragraph == node {
                table(tables.tables[nextTable])
                nextTable += 1
                return false
            }
            startText(of: node)
            if !isInline, !isInTightList(node) {
                html.endLine()
                html.write("<p>")
            }
        case .heading:
            startText(of: node)
            openHeading(node)
        case .list:
            html.endLine()
            if node.isOrdered {
                if node.listStart == 1 {
                    html.write("<ol>\n")
                } else {
                    html.write("<ol start=\"")
                    html.write(String(node.listStart))
                    html.write("\">\n")
                }
            } else {
                html.write("<ul>\n")
            }
        case .item:
            html.endLine()
            html.write("<li>")
        case .quote:
            html.endLine()
            html.write("<blockquote>\n")
        case .codeBlock: codeBlock(node)
        case .rawBlock: rawBlock(node)
        case .thematicBreak:
            html.endLine()
            html.write("<hr>\n")
        default: break
        }
        return true
    }

    mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        switch kind {
        case .paragraph:
            if !isInline, !isInTightList(node) { html.write("</p>\n") }
        case .heading: closeHeading(node)
        case .list: html.write(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: html.write("</li>\n")
        case .quote:
            html.endLine()
            html.write("</blockquote>\n")
        default: break
        }
    }

    /// In a field, exactly one paragraph; what is more is reported once.
    mutating func admits(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        blocks += 1
        if kind == .paragraph, blocks == 1 { return true }
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        let what = kind == .paragraph ? "a second paragraph" : "more than plain sentences"
        report(
            .moreThanOneParagraph, "this field takes one paragraph, and this begins \(what)", start, start + 1,
            hint: kind == .paragraph ? "write it as one paragraph" : "put a backslash before the mark if it is text")
        return false
    }

    private func isInTightList(_ node: MarkdownNode) -> Bool {
        guard let item = node.parent, item.kind == .item else { return false }
        return item.parent?.isTightList ?? false
    }

    private mutating func codeBlock(_ node: MarkdownNode) {
        html.endLine()
        html.write("<pre><code")
        let info = node.fenceInfo
        let word = UnsafeBufferPointer(rebasing: info[..<(info.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? info.count)])
        // A class is written only for a plain name: part of another ("c#") would name another language.
        if !word.isEmpty, word.allSatisfy(isLanguageByte) {
            html.write(" class=\"language-")
            html.write(word)
            html.write("\"")
        }
        html.write(">")
        html.writeEscaped(node.literal)
        html.write("</code></pre>\n")
    }

    private mutating func rawBlock(_ node: MarkdownNode) {
        html.endLine()
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        raw(node.literal, at: start)
        html.endLine()
    }

    /// Raw HTML: passed on where the site allows it, else left out with a warning; comments are left out quietly.
    mutating func raw(_ literal: UnsafeBufferPointer<UInt8>, at place: Int) {
        if options.allowsRawHTML {
            let start = html.count
            html.write(literal)
            rawRanges.append(start..<html.count)
            return
        }
        guard !isComment(literal) else { return }
        // A block's literal begins with its indentation, its place behind it.
        let line = literal.drop { $0 == 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        report(
            .rawHTML, "raw HTML '\(String(decoding: line.prefix(40), as: UTF8.self))' is left out", place,
            place + line.count, hint: "use Markdown, or '\\<' for a bare '<'; 'raw_html: true' in site.md allows HTML")
    }

    /// Whether raw HTML is comments alone.
    private func isComment(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while true {
            while index < literal.count, literal[index] <= 0x20 { index += 1 }
            guard index < literal.count else { return true }
            guard literal[index...].starts(with: "<!--".utf8) else { return false }
            index += 4
            while index + 2 < literal.count, !literal[index...].starts(with: "-->".utf8) { index += 1 }
            guard index + 2 < literal.count else { return false }
            index += 3
        }
    }

    // MARK: Headings

    private mutating func openHeading(_ node: MarkdownNode) {
        let level = node.headingLevel
        let text = headingText(node)
        let id = HeadingID.unused(for: text, among: &ids)
        let start = offset(ofLine: node.startLine) + max(0, node.startColumn - 1)
        headings.append(
            Prose.Heading(level: level, id: id, text: text, range: source.range(start, max(start, blockEnd))))
        html.endLine()
        html.write("<h")
        html.write(String(max(2, level)))
        html.write(" id=\"")
        html.writeEscaped(id)
        html.write("\">")
    }

    private mutating func closeHeading(_ node: MarkdownNode) {
        html.write("</h")
        html.write(String(max(2, node.headingLevel)))
        html.write(">\n")
    }

    /// A heading's text without markup and citations.
    private func headingText(_ heading: MarkdownNode) -> String {
        var text: [UInt8] = []
        var walk = MarkdownWalk(heading)
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            switch node.kind {
            case .text, .code: text += node.literal
            case .softBreak, .lineBreak: text.append(0x20)
            default: break
            }
        }
        text = withoutCitations(text)
        while text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

private func isLanguageByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2B, 0x2D: true
    default: false
    }
}

/// A text with every `[@…]` left out.
private func withoutCitations(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x40) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
        if text[index] == 0x5B, index + 1 < text.count, text[index + 1] == 0x40,
            let end = text[index...].prefix(1000).firstIndex(of: 0x5D)
        {
            index = end + 1
        } else {
            result.append(text[index])
            index += 1
        }
    }
    return result
}
