import Diagnostics

/// Blocks: paragraphs, lists, quotes, code, raw HTML, pipe tables, headings.
extension ProseBuilder {
    /// Begins a block; false if its content is already done or is skipped.
    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        switch kind {
        case .paragraph:
            if let tables, nextTable < tables.tables.count, tables.tables[nextTable].paragraph == node {
                table(tables.tables[nextTable])
                nextTable += 1
                return false
            }
            start(block: node)
            if !isInline { open(.paragraph(isTight: isInTightList(node))) }
        case .heading:
            start(block: node)
            openHeading(node)
        case .list:
            open(node.isOrdered ? .orderedList(start: UInt32(clamping: node.listStart)) : .bulletList)
        case .item: open(.item)
        case .quote: open(.quote)
        case .codeBlock: codeBlock(node)
        case .rawBlock: raw(node, at: places.start(of: node)) { .rawBlock($0) }
        case .thematicBreak: add(.thematicBreak)
        default: break
        }
        return true
    }

    private mutating func start(block node: MarkdownNode) {
        places.start(node)
        beginReferences()
        beginMarkup(of: node)
    }

    mutating func leave(_ kind: MarkdownNode.Kind) {
        switch kind {
        case .paragraph:
            checkMarkup()
            if !isInline { close() }
        case .heading:
            checkMarkup()
            close()
        case .list, .item, .quote: close()
        default: break
        }
    }

    /// In a field, exactly one paragraph; further blocks are reported once.
    mutating func admits(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) -> Bool {
        blocks += 1
        if kind == .paragraph, blocks == 1 { return true }
        let start = places.start(of: node)
        let what = kind == .paragraph ? "a second paragraph" : "another kind of block"
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
        let start = text.count
        let word = node.fenceInfo.prefix { $0 != 0x20 && $0 != 0x09 }
        // Only a plain name is kept: a part of "c#" would be another language.
        if word.allSatisfy(isLanguageByte) { text += word }
        open(.codeBlock(language: stretch(from: start)))
        let code = text.count
        node.appendLiteral(to: &text)
        addText(from: code)
        close()
    }

    /// Raw HTML: kept if the site allows it, otherwise left out with a warning. Comments are left out without a
    /// warning.
    ///
    /// - Parameter place: its place; nil to search for it.
    mutating func raw(_ node: MarkdownNode, at place: Int?, _ content: (Range<UInt32>) -> Prose.Content) {
        let start = text.count
        node.appendLiteral(to: &text)
        if text[start...].elementsEqual(MarkdownTables.divider) {
            text.removeLast(text.count - start)
            return
        }
        if options.allowsRawHTML { return add(content(stretch(from: start))) }
        let literal = Array(text[start...])
        text.removeLast(literal.count)
        guard !isComment(literal) else { return }
        let place = place ?? places.find(literal) ?? places.cursor
        // A block's literal includes its indentation, its place does not.
        let line = literal.drop { $0 == 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        report(
            .rawHTML, "raw HTML '\(String(decoding: line.prefix(40), as: UTF8.self))' is left out", place,
            place + line.count, hint: "use Markdown, or '\\<' for a bare '<'; 'raw_html: true' in site.md allows HTML")
    }

    /// Whether raw HTML consists of comments only.
    private func isComment(_ literal: [UInt8]) -> Bool {
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

    // MARK: Tables

    private mutating func table(_ table: MarkdownTables.Table) {
        if table.hasLead {
            open(.paragraph(isTight: isInTightList(table.paragraph)))
            cell()
            close()
        }
        open(.table)
        for (number, row) in table.rows.enumerated() {
            open(.row)
            for (column, alignment) in table.columns.prefix(row.shown).enumerated() {
                open(.cell(alignment, isHeader: number == 0))
                if column < row.written { cell() }
                close()
            }
            close()
        }
        close()
    }

    /// Adds the next cell's inlines.
    private mutating func cell() {
        guard let node = nextCell, let cells = cellSource else { return }
        nextCell = node.next
        let before = places.enter(paragraphAt: cellOffset, of: cells)
        beginReferences()
        cellOffset = places.blockEnd + 2
        beginMarkup(of: node)
        dropsNoBreakSpace = true
        var walk = MarkdownWalk(node)
        while let (child, isEntering) = walk.next() {
            guard child.kind.isInline else { continue }
            if let last = inline(child, child.kind, isEntering) { walk.skip(past: last) }
        }
        dropsNoBreakSpace = false
        checkMarkup()
        places.leave(to: before)
    }

    // MARK: Headings

    private mutating func openHeading(_ node: MarkdownNode) {
        let text = headingText(node)
        let id = HeadingID.unused(for: text, among: &ids)
        let start = places.start(of: node)
        open(.heading(UInt32(headings.count)))
        headings.append(
            Prose.Heading(
                level: node.headingLevel, id: id, text: text,
                range: places.source.range(start, max(start, places.blockEnd))))
    }

    /// A heading's text without markup and citations.
    private func headingText(_ heading: MarkdownNode) -> String {
        var text: [UInt8] = []
        var walk = MarkdownWalk(heading)
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            switch node.kind {
            case .text, .code: node.appendLiteral(to: &text)
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

/// A text without `[@…]`.
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
