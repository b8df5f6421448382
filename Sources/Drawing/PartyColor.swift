/// The colour of a party: one of the seven of the palette, or the writer's own.
///
/// Nothing drawn names a colour: it names the class, and the style sheet gives that class its `--p` for either scheme.
package enum PartyColor: Sendable, Hashable {
    /// 1 to 7, in the order of the event's parties; further numbers begin again at 1.
    case palette(Int)
    case own(OwnColor)

    /// "p1" to "p7", or "c0b5cad" for a colour of the writer's.
    package var className: String {
        switch self {
        case .palette(let number): Self.paletteNames[(max(number, 1) - 1) % 7]
        case .own(let color): color.className
        }
    }

    private static let paletteNames = (1...7).map { "p\($0)" }
}

extension PartyColor {
    /// Gives each party of an event its colour by its position, so that one party's own colour does not shift the others.
    package static func assign(own: [OwnColor?]) -> [PartyColor] {
        own.enumerated().map { index, color in color.map(PartyColor.own) ?? .palette(index % 7 + 1) }
    }
}
