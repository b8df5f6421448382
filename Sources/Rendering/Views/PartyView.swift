import Drawing
import Model

/// A party as other pages show it: name, initials, colour, link.
struct PartyView {
    let handle: Handle<Party>
    let page: PageContext

    var party: Party { page.site[handle] }
    var id: String { party.id }
    var anchor: String { page.anchor("party", party.id, scope: handle.scope) }
    var name: String { party.name.value }
    var shortName: String { party.briefName }
    /// The table that gives its look: an event's own party has it from its event, a shared one looks the same anywhere.
    private var table: PartyTable {
        handle.isShared ? page.context.sharedParties : page.context.partyTables[Int(handle.scope)]
    }
    /// Place among the parties of the page's world, from 1.
    var number: Int { (page.partyTable.positions[handle] ?? 0) + 1 }
    var initials: String { table.positions[handle].map { table.initials[$0] } ?? Initials.assign(to: [party.badge])[0] }
    var color: PartyColor { table.positions[handle].map { table.colors[$0] } ?? PartyColor.assign(own: [nil])[0] }
    var kind: String { party.kindOfParty.value.rawValue }
    var kindWords: String { page.words.words(party.kindOfParty.value) }
    var route: Route { page.route(of: AnyHandle(handle)) }
}

/// A party that was asked, and whether an answer of it is recorded.
struct AskedPartyView {
    let party: PartyView
    let isAnswered: Bool
}

/// A link with its words.
struct LinkView {
    let title: String
    let route: Route
}

/// A link to an entry, with what kind of entry it is.
struct KindLinkView {
    let handle: AnyHandle
    let page: PageContext

    var kind: String {
        if handle.kind == .response, isRefusal { return "refusal" }
        return handle.kind.word
    }
    var kindWords: String { page.words.words(entryKind: kind) }
    var title: String {
        if let statement: Handle<Statement> = handle.typed() {
            return StatementView(handle: statement, page: page).title
        }
        return page.site.displayName(of: handle)
    }
    var route: Route { page.route(of: handle) }

    private var isRefusal: Bool {
        guard let response: Handle<Response> = handle.typed() else { return false }
        return page.site[response].isInRefusals
    }
}
