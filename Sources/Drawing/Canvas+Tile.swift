extension Canvas {
    /// Draws a party's tile, 24 high, its start edge and top at the place.
    mutating func tile(_ party: PictureParty, _ x: Double, _ y: Double) {
        let width = party.letters.chartWidth
        let paint = Paint.party(party.color)
        raw("<g")
        if isAlone { attribute("fill", paint.hex) } else { attribute("class", "t " + paint.className) }
        raw(">")
        rect(x, y, width, 24, class: "")
        raw("<text")
        if isAlone { raw(" fill=\"#fff\" font-weight=\"700\" text-anchor=\"middle\"") }
        raw(" font-size=\"14\" x=\"")
        number(across(x + width / 2))
        raw("\" y=\"")
        number(y + 17)
        raw("\">")
        escaped(party.letters.clean)
        raw("</text></g>")
    }
}
