extension Canvas {
    /// Writes the lines of a text, the first on the given baseline.
    ///
    /// Each line is a `<text>` of its own: a space between `<tspan>`s would shift lines that end at an anchor, and
    /// screen readers part whole `<text>`s by themselves.
    mutating func text(_ text: WrappedText, _ x: Double, _ baseline: Double, anchor: Anchor = .start) {
        guard !text.isEmpty else { return }
        let style = text.style
        if text.lines.count == 1 {
            openText("<text", text, anchor)
            position(x, baseline)
            escaped(text.clean, text.lines[0])
            raw("</text>")
            return
        }
        openText("<g", text, anchor)
        raw(">")
        for (index, line) in text.lines.enumerated() {
            raw("<text")
            position(x, baseline + Double(index) * style.lineHeight)
            escaped(text.clean, line)
            raw("</text>")
        }
        raw("</g>")
    }

    /// Links what the closure draws, where there is something to link to, and a page from which the link leads.
    mutating func link(_ url: String?, _ content: (inout Canvas) -> Void) {
        guard let url, !isAlone else { return content(&self) }
        raw("<a href=\"")
        address(url)
        raw("\">")
        content(&self)
        raw("</a>")
    }

    /// Opens an element with all that the lines have in common.
    ///
    /// A text in another direction than the picture's keeps its own, and its anchor turns round with it.
    private mutating func openText(_ element: StaticString, _ text: WrappedText, _ anchor: Anchor) {
        let style = text.style
        raw(element)
        looks(style.classes)
        if style.size != 15 {
            raw(" font-size=\"")
            number(style.size)
            raw("\"")
        }
        let runsLeft = text.isRightToLeft ?? isRightToLeft
        if runsLeft != isRightToLeft { raw(runsLeft ? " direction=\"rtl\"" : " direction=\"ltr\"") }
        let isLeftEdge = (anchor == .start) != isRightToLeft
        if anchor == .middle {
            raw(" text-anchor=\"middle\"")
        } else if isLeftEdge == runsLeft {
            raw(" text-anchor=\"end\"")
        }
    }

    private mutating func position(_ x: Double, _ baseline: Double) {
        raw(" x=\"")
        number(across(x))
        raw("\" y=\"")
        number(baseline)
        raw("\">")
    }
}
