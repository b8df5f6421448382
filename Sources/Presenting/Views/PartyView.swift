import Bytes
import Drawing
import Model

/// A party as other pages show it: name, initials, colour, link.
package struct PartyView {
    package let handle: Handle<Party>
    package let page: PageContext

    package var party: Party { page.site[handle] }
    package var id: String { party.id }
    package var anchor: String { page.anchor("party", party.id, scope: handle.scope) }
    package var name: String { party.name.value }
    package var shortName: String { party.briefName }
    package var nameInText: String { party.nameInText }
    package var nameAtStart: String { party.nameAtStart }
    /// The table that gives its look: an event's own party has it from its event, a shared one looks the same anywhere.
    private var table: PartyTable {
        handle.isShared ? page.context.sharedParties : page.context.partyTables[Int(handle.scope)]
    }
    /// Place among the parties of the page's world, from 1.
    package var number: Int { (page.partyTable.positions[handle] ?? 0) + 1 }
    package var initials: String {
        table.positions[handle].map { table.initials[$0] } ?? Initials.assign(to: [party.badge])[0]
    }
    package var color: PartyColor {
        table.positions[handle].map { table.colors[$0] } ?? PartyColor.assign(own: [nil])[0]
    }
    package var kind: String { party.kindOfParty.value.rawValue }
    package var kindWords: String { page.words.words(party.kindOfParty.value) }
    package var route: Route { page.route(of: AnyHandle(handle)) }

    /// Whether a text of an event names it: by its name, or by a word of it that no other party has in its name ("the
    /// union" for the Dockers' union, if there is one union).
    func isNamed(in text: String, ofEvent event: Int) -> Bool {
        page.cache.parties(namedIn: text, ofEvent: event) { page.parties(namedIn: text, ofEvent: event) }
            .contains(handle)
    }
}

extension [PartyView] {
    /// Their names within a sentence; at its beginning the first one is capitalized.
    func listed(atStart: Bool = false, _ words: Words) -> String {
        words.list(enumerated().map { atStart && $0 == 0 ? $1.nameAtStart : $1.nameInText })
    }
}

extension PageContext {
    fileprivate func parties(namedIn text: String, ofEvent event: Int) -> Set<Handle<Party>> {
        let distinctive = cache.partyWords(ofEvent: event) { distinctiveWords(ofEvent: event) }
        let words = text.longWords
        return Set(
            context.indexes[event].parties.filter { handle in
                let party = site[handle]
                return text.contains(bytesOf: party.briefName) || text.contains(bytesOf: party.name.value)
                    || distinctive[handle].map { !$0.isDisjoint(with: words) } ?? false
            })
    }

    /// Of each party of an event the words of its names that no other party has in its own; in lower case, short ones
    /// left out.
    fileprivate func distinctiveWords(ofEvent event: Int) -> [Handle<Party>: Set<String>] {
        let parties = context.indexes[event].parties
        let words = parties.map { handle in
            let party = site[handle]
            return Set(
                ([party.name.value, party.briefName] + party.alsoKnownAs.map(\.name.value)).flatMap(\.longWords))
        }
        let counts = words.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return Dictionary(
            zip(parties, words.map { $0.filter { counts[$0] == 1 } }), uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    /// Its words of four letters or more, in lower case.
    fileprivate var longWords: [String] {
        split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map { $0.lowercased() }
    }
}

/// A party that was asked, and whether an answer of it is recorded.
package struct AskedPartyView {
    package let party: PartyView
    package let isAnswered: Bool
}

/// A link with its words.
package struct LinkView {
    package let title: String
    package let route: Route
}

/// A link to an entry, with what kind of entry it is.
package struct KindLinkView {
    package let handle: AnyHandle
    package let page: PageContext

    package init(handle: AnyHandle, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    package var kind: String {
        if handle.kind == .response, isRefusal { return "refusal" }
        return handle.kind.word
    }
    package var kindWords: String { page.context.kindWords(of: handle) }
    package var title: String {
        if let statement: Handle<Statement> = handle.typed() {
            return StatementView(handle: statement, page: page).title
        }
        return page.site.displayName(of: handle)
    }
    package var route: Route { page.route(of: handle) }

    private var isRefusal: Bool {
        guard let response: Handle<Response> = handle.typed() else { return false }
        return page.site[response].isInRefusals
    }
}

extension Party {
    /// Whether the title of a role names the party: "Chief executive of the Works".
    func isNamed(inRole title: String) -> Bool { [displayName, briefName].contains(where: title.contains) }
}
