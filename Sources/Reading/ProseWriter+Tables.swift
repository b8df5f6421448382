/// Pipe tables.
extension ProseWriter {
    mutating func table(_ table: MarkdownTables.Table) {
        html.endLine()
        if table.hasLead {
            html.write("<p>")
            cell()
            html.write("</p>\n")
        }
        html.write("<div class=\"table\">\n<table>\n<thead>\n")
        for (number, count) in table.rows.enumerated() {
            html.write("<tr>\n")
            for (column, alignment) in table.columns.enumerated() {
                html.write(number == 0 ? "<th scope=\"col\"" : "<td")
                switch alignment {
                case .none: html.write(">")
                case .left: html.write(" class=\"align-left\">")
                case .center: html.write(" class=\"align-center\">")
                case .right: html.write(" class=\"align-right\">")
                }
                if column < count { cell() }
                html.write(number == 0 ? "</th>\n" : "</td>\n")
            }
            html.write("</tr>\n")
            if number == 0 { html.write(table.rows.count > 1 ? "</thead>\n<tbody>\n" : "</thead>\n") }
        }
        html.write(table.rows.count > 1 ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    }

    /// Writes the next cell's inlines.
    private mutating func cell() {
        guard let node = nextCell, let cells = cellSource else { return }
        nextCell = node.next
        let text = (source, cursor, blockEnd)
        source = cells
        // Each cell is one line of the second text, or the few lines above a table.
        cursor = cellOffset
        blockEnd = cellOffset
        while blockEnd < cells.bytes.count, cells.bytes[blockEnd] != 0x0A || cells.bytes[blockEnd + 1] != 0x0A {
            blockEnd += 1
        }
        cellOffset = blockEnd + 2
        dropsNoBreakSpace = true
        var walk = MarkdownWalk(node)
        while let (child, isEntering) = walk.next() {
            guard child.kind.isInline else { continue }
            if let last = inline(child, child.kind, isEntering) { walk.skip(past: last) }
        }
        dropsNoBreakSpace = false
        (source, cursor, blockEnd) = text
    }
}
