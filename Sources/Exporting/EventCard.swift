import Drawing
import Model
import Presenting

extension ExportType {
    static let card = ExportType(
        OutputKind("card", .picture, .scopes(name: "card.svg") { _, scope in scope >= 0 }),
        bytes: { context, output in context.card(output) })
}

extension ExportContext {
    /// An event's card, `card.svg`.
    ///
    /// Networks that show a picture with a link take PNG or JPEG only; a program that draws letters would have to come
    /// with this one, and give other bytes on other machines. So the SVG is what every build writes, and a PNG is made of
    /// it by another program, if the site wants that (`SharePicture`), or by the writer.
    func card(_ output: PlannedOutput) -> [UInt8] {
        let event = output.scope
        let page = PageContext(
            views, output, PageOutline(), contents: PageContents(), cache: EventCache(event: event))
        let view = EventView(event: event, page: page)
        let state = self.state(ofEvent: event)
        let text = { StateSentence.text($0) { page.date($0).words } }
        let acting = Set(records[event].actingParties)
        let parties = view.parties.filter { acting.contains($0.handle) }
        let named = parties.prefix(SocialCard.mostParties)
        let others = parties.count - named.count
        return SocialCard(
            site: site.settings.title.value, date: words(.asOfAlone, ["date": view.asOf.words]), title: view.title,
            state: text(state.lead) + ".", sentence: text(state.rest), mark: state.mark,
            parties: named.map { PictureParty(name: $0.shortName, initials: $0.initials, color: $0.color) },
            others: others == 0 ? "" : words(.andOthers, count: others, ["number": words.number(others)]),
            isRightToLeft: isRightToLeft(site.language(ofEvent: event))
        ).svg()
    }
}
