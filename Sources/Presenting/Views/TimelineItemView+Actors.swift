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

    /// Of a meeting, an agreement or a vote all parties took part, a ruling is a court's, and another moment is the doing
    /// of those alone whose it says it is. What an agreement became need not be the doing of its parties.
    private var actors: [Handle<Party>] {
        guard let moment else { return item.parties }
        if item.kind != .moment { return [] }
        if !moment.by.isEmpty { return item.parties }
        switch moment.kindOfMoment.value {
        case .meeting, .agreement, .vote: return item.parties
        case .ruling: return item.parties.filter { page.site[$0].kindOfParty.value == .court }
        case .filing, .publication, .action, .attack, .background, .other: return []
        }
    }
}
