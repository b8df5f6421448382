import Model
import Reading

extension TimelineItemView {
    /// Who did it.
    package var parties: [PartyView] { actors.map(page.party) }
    /// Whom a moment concerned beside those who did it: a writer who does not say who did it says no more than that.
    package var concerned: [PartyView] {
        guard let moment else { return [] }
        let actors = Set(actors)
        return page.parties(moment.parties).filter { !actors.contains($0.handle) }
    }

    var moment: Moment? { item.handle.typed(Moment.self).map { page.site[$0] } }

    /// What an agreement became need not be the doing of its parties.
    private var actors: [Handle<Party>] {
        guard let moment else { return item.parties }
        return item.kind == .moment ? page.site.actors(of: moment) : []
    }
}
