/// What somebody said, as one picture, for those who pass it on: never without who said it and when.
package struct QuoteCard: Sendable {
    package let site: String
    /// The dispute in which it was said.
    package let dispute: String
    package let words: String
    /// What stands before and after the words; empty for words that are the writer's own.
    package let marks: (opening: String, closing: String)
    /// "Jon Aker, director, Harbour Authority".
    package let speaker: String
    /// "30 May 2031 · press conference".
    package let note: String
    package let party: PictureParty?
    package let isRightToLeft: Bool

    package init(
        site: String, dispute: String, words: String, marks: (opening: String, closing: String), speaker: String,
        note: String, party: PictureParty?, isRightToLeft: Bool
    ) {
        self.site = site
        self.dispute = dispute
        self.words = words
        self.marks = marks
        self.speaker = speaker
        self.note = note
        self.party = party
        self.isRightToLeft = isRightToLeft
    }

    /// The card as an SVG file.
    package func svg() -> [UInt8] {
        var svg = CardWriter(isRightToLeft: isRightToLeft)
        svg.open(title: speaker)
        Card.drawHead(site, dispute, on: &svg)
        drawWords(on: &svg)
        svg.rect(Card.left, 480, Card.right - Card.left, 2, Card.ink)
        var start = Card.left
        if let party {
            svg.tile(party.initials, Card.left, 512, Card.color(party.color))
            start += 76
        }
        let name = TextStyle(face: .sansSemibold, size: 28, lineHeight: 34)
        svg.text(WrappedText(fitting: speaker, name, into: Card.right - start), start, 532, Card.ink)
        let note = TextStyle(face: .sans, size: 24, lineHeight: 30)
        svg.text(WrappedText(fitting: self.note, note, into: Card.right - start), start, 566, Card.mute)
        svg.close()
        return svg.markup.bytes
    }

    /// As large as they may be; of very many the first, up to a word. The opening mark hangs in the margin.
    private func drawWords(on svg: inout CardWriter) {
        let sizes = [(60.0, 76.0, 4), (48, 62, 5), (36, 48, 7)]
        func fitted(_ words: String) -> (text: WrappedText, most: Int) {
            Card.fitted(words + marks.closing, .serif, sizes, measure: Card.right - Card.left)
        }
        var (text, most) = fitted(words)
        var kept = words.split(separator: " ", omittingEmptySubsequences: false)
        while text.lines.count > most, kept.count > 1 {
            // Each step takes a part of what is too much.
            kept.removeLast(max(1, kept.count * (text.lines.count - most) / text.lines.count / 2))
            (text, most) = fitted(kept.joined(separator: " ") + "…")
        }
        let first = 120 + text.style.lineHeight
        let opening = WrappedText(marks.opening, text.style, measure: .infinity)
        if !marks.opening.isEmpty { svg.text(opening, Card.left - opening.width, first, Card.ink) }
        svg.text(text, Card.left, first, Card.ink, most: most)
    }
}
