import Model

extension TimelineItemView {
    /// Who did it.
    package var parties: [PartyView] { page.site.actors(of: item).map(page.party) }
    /// Whom a moment concerns beside those who did it.
    package var concerned: [PartyView] { page.site.concerned(by: item).map(page.party) }

    var moment: Moment? { item.handle.typed(Moment.self).map { page.site[$0] } }
}
