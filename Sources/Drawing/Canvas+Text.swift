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

    /// Links what the closure draws, where there is something to link to.
    mutating func link(_ url: String?, _ content: (inout Canvas) -> Void) {
        guard let url else { return content(&self) }
        raw("<a href=\"")
        address(url)
        raw("\">")
        content(&self)
        raw("</a>")
    }

    /// A linked text; a single line gets an area of 27 by its width, so that it can be hit with a finger.
    mutating func linkedText(
        _ text: WrappedText, _ x: Double, _ baseline: Double, anchor: Anchor = .start, link url: String?
    ) {
        guard !text.isEmpty else { return }
        link(url) {
            $0.text(text, x, baseline, anchor: anchor)
            if url != nil, text.lines.count == 1 {
                let start =
                    switch anchor {
                    case .start: x
                    case .middle: x - text.width / 2
                    case .end: x - text.width
                    }
                $0.rect(start, baseline - 0.35 * text.style.size - 13.5, text.width, 27, class: "hit")
            }
        }
    }

    /// Opens an element with all that the lines have in common.
    ///
    /// A text in another direction than the picture's keeps its own, and its anchor turns round with it.
    private mutating func openText(_ element: StaticString, _ text: WrappedText, _ anchor: Anchor) {
        let style = text.style
        raw(element)
        let classes = style.classes
        if classes.utf8CodeUnitCount > 0 {
            raw(" class=\"")
            raw(classes)
            raw("\"")
        }
        if style.size != 15 {
            raw(" font-size=\"")
            number(style.size)
            raw("\"")
        }
        let runsLeft = text.isRightToLeft ?? isRightToLeft
        if runsLeft != isRightToLeft { raw(runsLeft ? " direction=\"rtl\"" : " direction=\"ltr\"") }
        let isLeftEdge = (anchor == .start) != isFlipped
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
