/// A party as a picture shows it; a class, because every tile and name is drawn from it.
package final class PictureParty: Sendable {
    /// The full name, "Department of War".
    package let name: String
    /// A shorter name for lanes and columns; the full one where there is none.
    package let shortName: String
    /// One to four letters or digits for the tile, from `Initials.assign(to:)`.
    package let initials: String
    let letters: Tile.Letters
    package let color: PartyColor
    /// Relative URL of the party's page.
    package let link: String?

    package init(
        name: String, shortName: String? = nil, initials: String, color: PartyColor, link: String? = nil
    ) {
        self.name = name
        self.shortName = shortName ?? name
        self.initials = initials
        letters = Tile.Letters(initials)
        self.color = color
        self.link = link
    }
}
