/// An event as one picture, for those who pass a link on.
package struct SocialCard: Sendable {
    package let site: String
    /// "As of 27 February 2026".
    package let date: String
    package let title: String
    /// "Refused."
    package let state: String
    package let sentence: String
    package let mark: MarkKind?
    /// Those who are named.
    package let parties: [PictureParty]
    /// "and three others"; empty where all are named.
    package let others: String
    package let isRightToLeft: Bool

    /// How many parties are named.
    package static let mostParties = 3

    package init(
        site: String, date: String, title: String, state: String, sentence: String, mark: MarkKind?,
        parties: [PictureParty], others: String, isRightToLeft: Bool
    ) {
        self.site = site
        self.date = date
        self.title = title
        self.state = state
        self.sentence = sentence
        self.mark = mark
        self.parties = parties
        self.others = others
        self.isRightToLeft = isRightToLeft
    }

    /// The card as an SVG file.
    package func svg() -> [UInt8] {
        var svg = CardWriter(isRightToLeft: isRightToLeft)
        svg.open(title: title)
        Card.drawHead(site, date, on: &svg)
        let rule = drawTitle(on: &svg)
        svg.rect(Card.left, rule, Card.right - Card.left, 2, Card.ink)
        drawState(below: rule, on: &svg)
        drawParties(on: &svg)
        svg.close()
        return svg.markup.bytes
    }

    /// As large as it may be in the room it has; the place of the rule below it.
    private func drawTitle(on svg: inout CardWriter) -> Double {
        let (text, most) = Card.fitted(
            title, .serifBold, [(72, 76, 2), (56, 62, 3)], measure: Card.right - Card.left)
        let first = text.style.size > 60 ? 204.0 : 184
        svg.text(text, Card.left, first, Card.ink, most: most)
        return first + Double(min(text.lines.count, most) - 1) * text.style.lineHeight + 36
    }

    /// What became of it, as large as fits above the parties.
    private func drawState(below rule: Double, on svg: inout CardWriter) {
        var start = Card.left
        if let mark {
            svg.mark(mark, Card.left, rule + 36, scale: 2.1)
            start = 168
        }
        let whole = sentence.isEmpty ? state : state + " " + sentence
        func most(_ lineHeight: Double) -> Int { Int((514 - rule - 14) / lineHeight) }
        let (text, lines) = Card.fitted(
            whole, .serifBold, [(44, 56, min(3, most(56))), (34, 44, most(44))], measure: Card.right - start)
        svg.text(
            text, start, rule + 14 + text.style.lineHeight, Card.ink, boldBytes: state.utf8.count, most: lines)
    }

    /// In columns of equal width.
    private func drawParties(on svg: inout CardWriter) {
        let count = parties.count + (others.isEmpty ? 0 : 1)
        guard count > 0 else { return }
        let column = (Card.right - Card.left) / Double(count)
        let name = TextStyle(face: .sansSemibold, size: 26, lineHeight: 32)
        for (index, party) in parties.enumerated() {
            let x = Card.left + Double(index) * column
            svg.tile(party.initials, x, 526, Card.color(party.color))
            svg.text(WrappedText(fitting: party.name, name, into: column - 88), x + 72, 559, Card.ink)
        }
        let note = TextStyle(face: .sans, size: 26, lineHeight: 32)
        let end = WrappedText(fitting: others, note, into: column)
        if !others.isEmpty { svg.text(end, Card.right, 559, Card.mute, isEnd: true) }
    }
}
