import Drawing
import Model

/// The parties of a page's world in their order, with the initials and the colour that tell them apart.
package final class PartyTable: Sendable {
    package let parties: [Handle<Party>]
    package let positions: [Handle<Party>: Int]
    package let initials: [String]
    package let colors: [PartyColor]

    package convenience init(parties: [Handle<Party>], in site: Site) {
        let places = parties.enumerated().map { ($1, $0) }
        self.init(parties, positions: Dictionary(places, uniquingKeysWith: { first, _ in first }), in: site)
    }

    /// The parties of an event.
    package convenience init(_ index: EventIndex, in site: Site) {
        self.init(index.parties, positions: index.positions, in: site)
    }

    private init(_ parties: [Handle<Party>], positions: [Handle<Party>: Int], in site: Site) {
        self.parties = parties
        self.positions = positions
        initials = Initials.assign(to: parties.map { site[$0].badge })
        colors = PartyColor.assign(own: parties.map { site[$0].color.flatMap { OwnColor($0.value) } })
    }

    /// The same parties, with a look of their own.
    package init(_ table: PartyTable, initials: [String], colors: [PartyColor]) {
        parties = table.parties
        positions = table.positions
        self.initials = initials
        self.colors = colors
    }
}

extension Party {
    /// What its badge is made from.
    var badge: Initials.Source {
        Initials.Source(own: fields.initials?.value, shortName: fields.shortName?.value, name: displayName)
    }
}
