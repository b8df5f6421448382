extension Canvas {
    /// Draws a party's tile, 24 high, its start edge and top at the place.
    mutating func tile(_ party: PictureParty, _ x: Double, _ y: Double) {
        let width = party.letters.chartWidth
        raw("<g class=\"t ")
        append(party.color.className)
        raw("\">")
        rect(x, y, width, 24, class: "")
        raw("<text font-size=\"14\" x=\"")
        number(across(x + width / 2))
        raw("\" y=\"")
        number(y + 17)
        raw("\">")
        escaped(party.letters.clean)
        raw("</text></g>")
    }
}
