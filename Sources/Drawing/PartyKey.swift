/// The key above a picture of several parties: tiles of 28 and names.
///
/// The names stand in a grid, so that nothing depends on how wide a name really is.
struct PartyKey {
    let parties: [PictureParty]
    let form: PictureForm

    /// Draws the key; gives its height, with the white space under it.
    func draw(on canvas: inout Canvas, from top: Double) -> Double {
        let columns = columnCount
        let columnWidth = form.width / Double(columns)
        var y = top
        var start = 0
        while start < parties.count {
            let row = parties[start..<min(start + columns, parties.count)]
            var height = 28.0
            for (column, party) in row.enumerated() {
                let x = Double(column) * columnWidth
                canvas.counts.parties += 1
                canvas.tile(party, .acts, x, y, size: 28)
                let name = WrappedText(party.name, .name, measure: columnWidth - 36 - (form == .wide ? 16 : 0))
                canvas.linkedText(name, x + 36, y + 19.5, link: party.link)
                height = max(height, name.height + 9)
            }
            y += height + 8
            start += columns
        }
        return parties.isEmpty ? top : y + 16
    }

    /// As many columns as hold every name on one line, three at least; the rows as full as each other.
    private var columnCount: Int {
        guard form == .wide, parties.count > 1 else { return 1 }
        let longest = parties.map { WrappedText($0.name, .name, measure: .infinity).width }.max() ?? 0
        let most = min(parties.count, 6)
        let fitting = (min(3, most)...most).last { 960 / Double($0) - 52 >= longest } ?? min(3, most)
        let rows = (parties.count + fitting - 1) / fitting
        return (parties.count + rows - 1) / rows
    }
}
