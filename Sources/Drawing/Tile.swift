/// A party's tile in text, as a `<span>`: initials on the party's colour.
package enum Tile {
    /// How a party takes part, and so how its tile is drawn.
    package enum Style: Sendable, Hashable {
        /// It acts (asked, said, answered): filled.
        case acts
        /// It was asked: outlined.
        case asked
        /// It was asked, and no answer is recorded: outlined dashed.
        case silent
    }

    /// `<span class="tile p1" aria-hidden="true">DW</span>`; the name must stand beside it.
    package static func html(initials: String, color: PartyColor, style: Style) -> [UInt8] { [] }
}
