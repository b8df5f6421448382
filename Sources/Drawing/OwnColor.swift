/// A party colour that a writer set, with a form for either colour scheme.
///
/// No colour reaches a contrast of 4.5 against both papers, so one of the two is always derived: the colour is used as
/// written where it is readable, and darkened or lightened as little as it needs where it is not.
package struct OwnColor: Sendable, Hashable {
    package let written: RGB
    package let light: RGB
    package let dark: RGB

    /// Reads `#rgb` or `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
        guard let color = RGB(text) else { return nil }
        written = color
        light = color.moved(towards: RGB(red: 0, green: 0, blue: 0), until: Contrast.lightPaper)
        dark = color.moved(towards: RGB(red: 255, green: 255, blue: 255), until: Contrast.darkPaper)
    }

    package var className: String { "c" + written.hex }

    /// The contrast of the colour as written against the light paper.
    package var contrastOnLight: Double { Contrast.ratio(written, Contrast.lightPaper) }
    /// The contrast of the colour as written against the dark paper.
    package var contrastOnDark: Double { Contrast.ratio(written, Contrast.darkPaper) }

    /// The style rule that gives the colour's class its `--p` in either scheme; it belongs into the site's style sheet.
    package var rule: String {
        ".\(className){--p:#\(light.hex)}@media screen and (prefers-color-scheme:dark){.\(className){--p:#\(dark.hex)}}"
    }
}

extension RGB {
    /// The nearest mixture with another colour that reaches the least contrast against a paper.
    fileprivate func moved(towards other: RGB, until paper: RGB) -> RGB {
        for step in 0...64 {
            let mixed = RGB(
                red: Self.mix(red, other.red, step), green: Self.mix(green, other.green, step),
                blue: Self.mix(blue, other.blue, step))
            if Contrast.ratio(mixed, paper) >= Contrast.least { return mixed }
        }
        return other
    }

    private static func mix(_ one: UInt8, _ other: UInt8, _ step: Int) -> UInt8 {
        UInt8((Int(one) * (64 - step) + Int(other) * step + 32) / 64)
    }
}
