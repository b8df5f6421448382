/// Pipe tables.
extension ProseBuilder {
    mutating func table(_ table: MarkdownTables.Table) {
        if table.hasLead {
            open(.paragraph(isTight: false))
            cell()
            close()
        }
        open(.table)
        for (number, count) in table.rows.enumerated() {
            open(.row)
            for (column, alignment) in table.columns.enumerated() {
                open(.cell(alignment, isHeader: number == 0))
                if column < count { cell() }
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
        cellOffset = places.blockEnd + 2
        dropsNoBreakSpace = true
        var walk = MarkdownWalk(node)
        while let (child, isEntering) = walk.next() {
            guard child.kind.isInline else { continue }
            if let last = inline(child, child.kind, isEntering) { walk.skip(past: last) }
        }
        dropsNoBreakSpace = false
        places.leave(to: before)
    }
}
