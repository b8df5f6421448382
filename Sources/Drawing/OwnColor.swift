/// A party colour that a writer set, with a form for either colour scheme.
package struct OwnColor: Sendable, Hashable {
    package let written: RGB
    package let light: RGB
    package let dark: RGB

    /// Reads `#rgb` or `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
        guard let color = RGB(text) else { return nil }
        written = color
        light = color
        dark = color
    }

    package var className: String { "c" + written.hex }
}
