/// What an act was, as the chart and the calendar mark it; in the order in which the marks of one time stand on each other.
package enum ChartSign: String, Sendable, CaseIterable, Comparable {
    case carriedOut = "carried-out"
    /// A vote, a meeting, a ruling.
    case moment
    /// A moment that lies ahead.
    case planned
    case asked, refused, accepted
    case otherAnswer = "other-answer"
    case threat, statement
    case deadline
    /// A deadline that was moved or lifted.
    case moved
    /// A bracket as wide as the doubt about a date, and a bar as long as something lasted: for the key.
    case doubt, lasting

    /// The signs that an act can have.
    package static let ofActs = allCases.filter { ![.deadline, .moved, .doubt, .lasting].contains($0) }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// The id of its shape, which the first chart of a page has.
    package var symbol: String { "sign-" + rawValue }

    /// The class of its colour; nil for the colour of whoever acted.
    package var colorName: String? { paint?.className }

    /// Nil for the colour of whoever acted.
    var paint: Paint? {
        switch self {
        case .asked, .accepted, .otherAnswer, .threat, .statement: nil
        case .carriedOut, .moment, .refused, .deadline, .moved, .doubt, .lasting: .ink
        case .planned: .mute
        }
    }
}

extension Canvas {
    /// The shapes of all signs, each about the origin. They take fill and stroke from where they are used; what is hollow
    /// is filled with `currentColor`, so that lines behind it do not show.
    mutating func signShapes() {
        raw("<defs>")
        for sign in ChartSign.allCases {
            raw("<g id=\"")
            append(sign.symbol)
            raw("\">")
            append(Self.shape(of: sign))
            raw("</g>")
        }
        raw("</defs>")
    }

    private static func shape(of sign: ChartSign) -> String {
        switch sign {
        case .carriedOut: #"<path stroke="none" d="M-5-5.5H5L0 3zM-5 4H5v2H-5z"/>"#
        case .moment: #"<circle stroke="none" r="4"/>"#
        // Dashed, as all that is not there yet.
        case .planned: #"<circle fill="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.95" r="4"/>"#
        case .asked: #"<path stroke="none" d="M-4.5-5 4.5 0-4.5 5z"/>"#
        case .refused: #"<path stroke="none" d="M-2.5-6h5V6h-5z"/>"#
        case .accepted: #"<path fill="currentColor" stroke-width="2" d="M-3.5-3.5h7v7h-7z"/>"#
        case .otherAnswer: #"<circle fill="currentColor" stroke-width="2" r="3.7"/>"#
        case .threat: #"<path stroke="none" d="M-5-4.5H5L0 4.5z"/>"#
        case .statement: #"<circle stroke="none" r="2"/>"#
        case .deadline: #"<path stroke="none" d="M0-8 8 0 0 8-8 0z"/>"#
        case .doubt: #"<path fill="none" stroke-width="1.5" d="M-7-4v8M-7 0h4M3 0h4M7-4v8"/>"#
        case .lasting: #"<path fill="none" stroke-width="2.5" d="M-7 0H6V-4V4"/>"#
        case .moved: #"<path fill="currentColor" stroke-width="2" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>"#
        }
    }

    /// A sign at a place, in the colour of the group around it. All signs but one are alike from both sides.
    mutating func sign(_ sign: ChartSign, _ x: Double, _ y: Double) {
        raw("<use href=\"#")
        append(sign.symbol)
        if sign == .asked, isRightToLeft {
            raw("\" transform=\"translate(")
            number(across(x))
            raw(" ")
            number(y)
            raw(")scale(-1 1)\"/>")
            return
        }
        raw("\" x=\"")
        number(across(x))
        raw("\" y=\"")
        number(y)
        raw("\"/>")
    }
}

extension ChartSign {
    /// The sign as an element of a page that has the shapes of a chart; hidden from being read aloud.
    package func markup(color: String) -> [UInt8] {
        Array(
            "<svg class=\"sign \(color)\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><use href=\"#\(symbol)\"/></svg>"
                .utf8)
    }
}
