/// An event as one picture of 1200 by 630, for those who pass a link on.
///
/// It is a file of its own, so no style sheet reaches it, and it holds no style that a Content-Security-Policy could
/// forbid: all looks are attributes. It is always in light colours, those of the default theme.
package struct SocialCard: Sendable {
    package struct Party: Sendable {
        package let name: String
        package let initials: String
        package let color: PartyColor

        package init(name: String, initials: String, color: PartyColor) {
            self.name = name
            self.initials = initials
            self.color = color
        }
    }

    package let site: String
    /// "As of 27 February 2026".
    package let date: String
    package let title: String
    /// "Refused."
    package let state: String
    package let sentence: String
    package let mark: MarkKind?
    package let parties: [Party]
    package let isRightToLeft: Bool

    package init(
        site: String, date: String, title: String, state: String, sentence: String, mark: MarkKind?, parties: [Party],
        isRightToLeft: Bool
    ) {
        self.site = site
        self.date = date
        self.title = title
        self.state = state
        self.sentence = sentence
        self.mark = mark
        self.parties = parties
        self.isRightToLeft = isRightToLeft
    }

    package static let width = 1200.0
    package static let height = 630.0
    private static let left = 64.0
    private static let right = 1136.0
    private static let ink = "#16181a"
    private static let mute = "#55595e"
    private static let paper = "#fcfcfa"
    private static let palette = ["#0b5cad", "#a34a00", "#591463", "#207d63", "#631428", "#6d7431", "#3d4943"]

    /// The card as an SVG file.
    package func svg() -> [UInt8] {
        var svg = CardWriter(isRightToLeft: isRightToLeft)
        svg.open(title: title)
        svg.rect(0, 0, Self.width, Self.height, Self.paper)
        let name = TextStyle(face: .serifBold, size: 26, lineHeight: 32)
        svg.text(WrappedText(fitting: site, name, into: 620), Self.left, 82, Self.ink)
        let when = TextStyle(face: .sans, size: 22, lineHeight: 28)
        svg.text(WrappedText(fitting: date, when, into: 420), Self.right, 82, Self.mute, isEnd: true)
        svg.rect(Self.left, 104, 1072, 2, Self.ink)
        drawTitle(on: &svg)
        svg.rect(Self.left, 404, 1072, 7, Self.ink)
        drawState(on: &svg)
        svg.rect(Self.left, 528, 1072, 2, Self.ink)
        drawParties(on: &svg)
        svg.close()
        return svg.markup.bytes
    }

    /// As large as it may be in the room it has.
    private func drawTitle(on svg: inout CardWriter) {
        let sizes = [(72.0, 3), (60, 4), (48, 5), (36, 7)]
        for (size, most) in sizes {
            let style = TextStyle(face: .serifBold, size: size, lineHeight: (size * 1.08).rounded())
            let text = WrappedText(title, style, measure: 1072)
            guard text.lines.count <= most || size == 36 else { continue }
            svg.text(text, Self.left, 128 + size * 0.86, Self.ink, most: most)
            return
        }
    }

    private func drawState(on svg: inout CardWriter) {
        var start = Self.left
        if let mark {
            svg.mark(mark, Self.left, 437, scale: 2)
            start += 96
        }
        let style = TextStyle(face: .serifBold, size: 38, lineHeight: 46)
        let whole = sentence.isEmpty ? state : state + " " + sentence
        var text = WrappedText(whole, style, measure: Self.right - start)
        if text.lines.count > 2 {
            text = WrappedText(
                whole, TextStyle(face: .serifBold, size: 30, lineHeight: 38), measure: Self.right - start)
        }
        let baseline = text.lines.count == 1 ? 477.0 : 459
        svg.text(text, start, baseline, Self.ink, boldBytes: state.utf8.count, most: 2)
    }

    /// Two face each other; more stand in a row, up to four with their names.
    private func drawParties(on svg: inout CardWriter) {
        let name = TextStyle(face: .sansSemibold, size: 24, lineHeight: 30)
        let shown = parties.prefix(18)
        let isPair = shown.count == 2
        let names = shown.map { WrappedText(fitting: $0.name, name, into: isPair ? 440 : 200) }
        // Names that would be too small to read leave the tiles alone.
        let hasNames = shown.count <= 4 && names.allSatisfy { $0.style.size >= 16 }
        for (index, party) in shown.enumerated() {
            let isLast = isPair && index == 1
            let step = hasNames ? 268.0 : 58
            let x = isLast ? Self.right - 44 : Self.left + Double(index) * step
            svg.tile(party.initials, x, 551, Self.color(party.color))
            if hasNames { svg.text(names[index], isLast ? x - 14 : x + 58, 581, Self.ink, isEnd: isLast) }
        }
    }

    private static func color(_ color: PartyColor) -> String {
        switch color {
        case .palette(let number): palette[(max(number, 1) - 1) % palette.count]
        case .own(let own): "#" + own.light.hex
        }
    }
}
