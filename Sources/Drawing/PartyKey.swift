/// The key above a picture of several parties: tiles of 28 and names.
///
/// The names stand in a grid, so that nothing depends on how wide a name really is.
struct PartyKey {
    let parties: [PictureParty]
    let form: PictureForm

    /// Draws the key; gives its height, with the white space under it.
    func draw(on canvas: inout Canvas, from top: Double) -> Double {
        let words = parties.map { TextWords($0.name, style: .name) }
        let columns = columnCount(words)
        let columnWidth = form.width / Double(columns)
        var y = top
        var start = 0
        while start < parties.count {
            var height = 28.0
            for index in start..<min(start + columns, parties.count) {
                let party = parties[index]
                let x = Double(index - start) * columnWidth
                canvas.counts.parties += 1
                canvas.tile(party, .acts, x, y, size: 28)
                let name = WrappedText(words[index], .name, measure: columnWidth - 36 - (form == .wide ? 16 : 0))
                canvas.linkedText(name, x + 36, y + 19.5, link: party.link)
                height = max(height, name.height + 9)
            }
            y += height + 8
            start += columns
        }
        return parties.isEmpty ? top : y + 16
    }

    /// As many columns as make the key lowest, where a name that needs a second line counts as 12 more; the rows as full
    /// as each other.
    private func columnCount(_ words: [TextWords]) -> Int {
        guard form == .wide, parties.count > 1 else { return 1 }
        var best = (columns: 1, cost: Double.infinity)
        for most in min(3, parties.count)...min(6, parties.count) {
            let rows = (parties.count + most - 1) / most
            let columns = (parties.count + rows - 1) / rows
            let lines = words.map { WrappedText($0, .name, measure: 960 / Double(columns) - 52).lines.count }
            var cost = 0.0
            for start in stride(from: 0, to: lines.count, by: columns) {
                let row = lines[start..<min(start + columns, lines.count)]
                cost += max(28, 19 * Double(row.max() ?? 1) + 9) + 8
                cost += row.reduce(0) { $0 + 12 * Double(max($1 - 1, 0)) }
            }
            if cost < best.cost { best = (columns, cost) }
        }
        return best.columns
    }
}
