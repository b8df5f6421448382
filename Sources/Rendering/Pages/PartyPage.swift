import Model
import Presenting
import Templates

extension PageType {
    static let party = PageType(
        OutputKind(
            "party", .page, .entries(.party), anchors: { $0.own + $0.corrections },
            optionalAnchors: \.footSections),
        "A party's page.",
        kicker: { view in
            view.output.entry?.typed(Party.self).map { view.page.words.words(view.page.site[$0].kindOfParty.value) }
        },
        gather: { $0.party($1.own()) }
    ) {
        PartyRoot(common: $0, handle: $0.context.output.own())
    }
}

struct PartyRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Party>
    static let record = RecordType<PartyRoot>("party_root", "Names on a party's page.")
        .fields(of: CommonRoot.record) { $0.common }
        .optionalRecord("event", "The event; absent for a party that events share.") { $0.common.optionalEvent }
        .record("party", "The party.") { PartyPageView(handle: $0.handle, page: $0.common.context) }
}
