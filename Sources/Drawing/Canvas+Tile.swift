extension Canvas {
    /// Draws a party's tile, its start edge and top at the place.
    mutating func tile(_ party: PictureParty, _ style: Tile.Style, _ x: Double, _ y: Double, size: Double) {
        raw("<g class=\"t ")
        append(party.color.className)
        switch style {
        case .acts: break
        case .asked: raw(" o")
        case .silent: raw(" o n")
        }
        raw("\">")
        if style == .acts {
            rect(x, y, size, size, class: "")
        } else {
            rect(x + 1, y + 1, size - 2, size - 2, class: "")
        }
        let fontSize = party.letters.fontSize(inTileOf: size)
        raw("<text font-size=\"")
        number(fontSize)
        raw("\" x=\"")
        number(across(x + size / 2))
        raw("\" y=\"")
        number(y + size / 2 + fontSize * 0.362)
        raw("\">")
        escaped(party.letters.clean)
        raw("</text></g>")
    }
}
