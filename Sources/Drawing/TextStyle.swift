/// The face, size and line height of a text, in units of the viewBox.
struct TextStyle: Sendable {
    enum Face: Sendable {
        case sans, sansSemibold, serif, serifBold

        var table: AdvanceTable {
            switch self {
            case .sans: .sans
            case .sansSemibold: .sansSemibold
            case .serif: .serif
            case .serifBold: .serifBold
            }
        }
    }

    let face: Face
    let size: Double
    let lineHeight: Double
    /// In the colour of meta rather than ink.
    var isMute = false
    /// With a halo of paper, for text that stands on lines.
    var hasHalo = false

    var mute: TextStyle {
        var copy = self
        copy.isMute = true
        return copy
    }

    var onLines: TextStyle {
        var copy = self
        copy.hasHalo = true
        return copy
    }

    /// The classes that carry the style, as drawing.css names them.
    var classes: StaticString {
        switch (face, isMute, hasHalo) {
        case (.sans, false, false): ""
        case (.sans, true, false): "m"
        case (.sans, false, true): "l"
        case (.sans, true, true): "m l"
        case (.sansSemibold, false, false): "b"
        case (.sansSemibold, true, false): "b m"
        case (.sansSemibold, false, true): "b l"
        case (.sansSemibold, true, true): "b m l"
        case (.serif, false, _): "s"
        case (.serif, true, _): "s m"
        case (.serifBold, false, _): "s b"
        case (.serifBold, true, _): "s b m"
        }
    }
}

extension TextStyle {
    /// Dates, roles, threats: sans 15.
    static let label = TextStyle(face: .sans, size: 15, lineHeight: 19)
    static let meta = label.mute
    /// Names and answer words: sans 15, semibold.
    static let name = TextStyle(face: .sansSemibold, size: 15, lineHeight: 19)
}
