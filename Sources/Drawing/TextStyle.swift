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

    var mute: TextStyle {
        var copy = self
        copy.isMute = true
        return copy
    }

    /// The classes that carry the style, as style.css names them.
    var classes: StaticString {
        switch (face, isMute) {
        case (.sans, false): ""
        case (.sans, true): "m"
        case (.sansSemibold, false): "b"
        case (.sansSemibold, true): "b m"
        case (.serif, false): "s"
        case (.serif, true): "s m"
        case (.serifBold, false): "s b"
        case (.serifBold, true): "s b m"
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
