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
    ///
    /// Outlined tiles have the class "o" as well, dashed ones "o n".
    package static func html(initials: String, color: PartyColor, style: Style) -> [UInt8] {
        var canvas = Canvas(width: 0, isRightToLeft: false)
        canvas.raw("<span class=\"tile ")
        canvas.append(color.className)
        switch style {
        case .acts: break
        case .asked: canvas.raw(" o")
        case .silent: canvas.raw(" o n")
        }
        canvas.raw("\" aria-hidden=\"true\">")
        canvas.cleaned(initials)
        canvas.raw("</span>")
        return canvas.markup.bytes
    }
}
