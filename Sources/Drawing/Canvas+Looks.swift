/// What a group is drawn in: the colour of a party, ink, or the colour of meta.
enum Paint: Equatable {
    case party(PartyColor)
    case ink, mute

    /// The class that the style sheet knows it by.
    var className: String {
        switch self {
        case .party(let color): color.className
        case .ink: "i"
        case .mute: "dim"
        }
    }

    /// In light colours.
    var hex: String {
        switch self {
        case .party(let color): Card.color(color)
        case .ink: Card.ink
        case .mute: Card.mute
        }
    }
}

extension Canvas {
    /// How an element looks, as a class of the style sheet; in a file of its own, as attributes.
    mutating func looks(_ name: StaticString) {
        if name.utf8CodeUnitCount == 0 { return }
        if isAlone { return raw(Self.attributes(ofClass: name.description)) }
        raw(" class=\"")
        raw(name)
        raw("\"")
    }

    /// A group whose signs, lines and brackets have one colour.
    mutating func painted(_ paint: Paint, _ content: (inout Canvas) -> Void) {
        raw("<g")
        if isAlone {
            for (name, value) in [("fill", paint.hex), ("stroke", paint.hex), ("color", Card.paper)] {
                attribute(name, value)
            }
        } else {
            attribute("class", "k " + paint.className)
        }
        raw(">")
        content(&self)
        raw("</g>")
    }

    /// An attribute whose value has no special characters.
    mutating func attribute(_ name: String, _ value: String) {
        raw(" ")
        append(name)
        raw("=\"")
        append(value)
        raw("\"")
    }

    /// What style.css says of a class of pictures, in the light colours of the default theme.
    private static func attributes(ofClass name: String) -> StaticString {
        switch name {
        case "hollow", "circle": " fill=\"none\" stroke=\"#16181a\" stroke-width=\"2\""
        case "stroke": " fill=\"none\" stroke=\"#16181a\" stroke-width=\"3\""
        case "gap": " fill=\"none\" stroke=\"#16181a\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\""
        case "r": " stroke=\"#c9cbc8\""
        case "axis", "lead": " stroke=\"#55595e\""
        case "end": " stroke=\"#16181a\" stroke-width=\"2\" stroke-dasharray=\"2 3.5\""
        case "doubt": " stroke-width=\"1.5\""
        case "lasts": " stroke-width=\"3\""
        case "hit": " fill=\"none\""
        case "m": " fill=\"#55595e\""
        case "b": " font-weight=\"600\""
        case "b m": " font-weight=\"600\" fill=\"#55595e\""
        case "s": " font-family=\"Charter, Georgia, 'Noto Serif', serif\""
        case "s b": " font-family=\"Charter, Georgia, 'Noto Serif', serif\" font-weight=\"700\""
        case "s m", "s b m": " font-family=\"Charter, Georgia, 'Noto Serif', serif\" fill=\"#55595e\""
        default: ""
        }
    }
}
