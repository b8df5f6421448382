/// What the cards have in common: a picture of 1200 by 630 for those who pass a link on.
///
/// It is a file of its own, so no style sheet reaches it, and it holds no style that a Content-Security-Policy could
/// forbid: all looks are attributes. It is always in light colours, those of the default theme.
package enum Card {
    package static let width = 1200.0
    package static let height = 630.0
    static let left = 64.0
    static let right = 1136.0
    static let ink = "#16181a"
    static let mute = "#55595e"
    static let paper = "#fcfcfa"
    private static let palette = ["#0b5cad", "#a34a00", "#591463", "#207d63", "#631428", "#6d7431", "#3d4943"]

    /// The colour of a party’s tile.
    static func color(_ color: PartyColor) -> String {
        switch color {
        case .palette(let number): palette[(max(number, 1) - 1) % palette.count]
        case .own(let own): "#" + own.light.hex
        }
    }

    /// The paper, the rule at its top, the site's name, and what stands at the other end of its line.
    static func drawHead(_ site: String, _ note: String, on svg: inout CardWriter) {
        svg.rect(0, 0, width, height, paper)
        svg.rect(left, 56, right - left, 8, ink)
        let name = TextStyle(face: .serifBold, size: 26, lineHeight: 32)
        svg.text(WrappedText(fitting: site, name, into: 560), left, 104, ink)
        let aside = TextStyle(face: .sans, size: 24, lineHeight: 30)
        svg.text(WrappedText(fitting: note, aside, into: 480), right, 104, mute, isEnd: true)
    }

    /// The largest style in which a text takes no more lines than that style allows; else the last style.
    static func fitted(
        _ text: String, _ face: TextStyle.Face, _ sizes: [(size: Double, lineHeight: Double, most: Int)],
        measure: Double
    ) -> (text: WrappedText, most: Int) {
        func wrapped(_ size: (size: Double, lineHeight: Double, most: Int)) -> (text: WrappedText, most: Int) {
            let style = TextStyle(face: face, size: size.size, lineHeight: size.lineHeight)
            return (WrappedText(text, style, measure: measure), size.most)
        }
        for size in sizes.dropLast() {
            let fitted = wrapped(size)
            if fitted.text.lines.count <= fitted.most { return fitted }
        }
        return wrapped(sizes[sizes.count - 1])
    }
}
