import Model
import Reading

/// A party on its own page: who it is, and what it did in each event.
struct PartyPageView {
    let handle: Handle<Party>
    let page: PageContext

    var party: PartyView { PartyView(handle: handle, page: page) }
    private var entry: Party { page.site[handle] }

    /// Each with the time in which it was used, where that is known.
    var alsoKnownAs: [String] {
        entry.alsoKnownAs.map { other in
            let name = other.name.value
            let (from, until) = (
                other.from.map { page.date($0.value).words }, other.until.map { page.date($0.value).words }
            )
            return switch (from, until) {
            case (nil, nil): name
            case (let from?, nil): page.words(.nameFrom, ["name": name, "from": from])
            case (nil, let until?): page.words(.nameUntil, ["name": name, "until": until])
            case (let from?, let until?): page.words(.nameFromUntil, ["name": name, "from": from, "until": until])
            }
        }
    }
    var summary: String? { entry.head.summary?.value }
    var website: String? { entry.website?.value }
    var wikidata: String? { entry.wikidata.map { "https://www.wikidata.org/wiki/" + $0.value } }
    var partOf: PartyView? { entry.partOf?.target.map(page.party) }
    var parts: [PartyView] { page.context.relatives.parts[handle]?.map(page.party) ?? [] }
    /// Its own relations, then those that others have with it, told from its side.
    var relations: [RelationView] {
        let own = entry.relations.compactMap { relation in
            relation.party.target.map {
                RelationView(
                    kindWords: page.words.words(relation.kind.value), party: page.party($0),
                    citations: page.citations(relation.sources))
            }
        }
        let others = (page.context.relatives.relations[handle] ?? []).map { other in
            let relation = page.site[other.party].relations[other.relation]
            return RelationView(
                kindWords: page.words.inverseWords(relation.kind.value),
                party: page.party(other.party),
                citations: page.citations(relation.sources))
        }
        return own + others
    }
    var people: [PersonRoleView] {
        (page.context.relatives.people[handle] ?? []).map { item in
            let person = page.site[item.person]
            let role = person.roles[item.role]
            return PersonRoleView(
                name: person.displayName, route: page.route(of: AnyHandle(item.person)), title: role.title.value,
                datesWords: page.datesWords(of: role))
        }
    }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
    var citations: [UInt8] { page.citations(entry.head.sources) }
    var appearances: [AppearanceView] {
        let events = handle.isShared ? Array(page.site.events.indices) : [Int(handle.scope)]
        return events.compactMap { event in
            guard page.context.indexes[event].positions[handle] != nil else { return nil }
            return AppearanceView(event: event, party: handle, person: nil, page: page)
        }
    }
}

struct RelationView {
    let kindWords: String
    let party: PartyView
    let citations: [UInt8]
}

struct PersonRoleView {
    let name: String
    let route: Route
    let title: String
    let datesWords: String?
}

/// What a party, or a person, did in one event.
struct AppearanceView {
    let event: Int
    let party: Handle<Party>?
    let person: Handle<Person>?
    let page: PageContext

    private var index: EventIndex { page.context.indexes[event] }
    private var lists: EventIndex.Appearance { party.flatMap { index.appearances[$0] } ?? .init() }

    var eventView: EventView { EventView(event: event, page: page) }
    var asked: [DemandView] { lists.asked.map(demand) }
    var wasAsked: [DemandView] { lists.wasAsked.map(demand) }
    var threats: [ThreatView] { lists.threats.map(threat) }
    var threatened: [ThreatView] { lists.threatened.map(threat) }
    var statements: [StatementView] {
        let places = person.map { index.statementsByPerson[$0] ?? [] } ?? lists.statements
        return places.map { StatementView(handle: Handle(scope: event, index: $0), page: page) }
    }
    /// "Asked for two things; was refused both"; of a person the role held there. Nil where a party neither asked nor was
    /// asked.
    var roleWords: String? {
        if let party {
            let words = EventPictures(event: event, page: page).role(party)
            return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        }
        guard let person else { return nil }
        let record = page.context.records[event]
        let date = index.statementsByPerson[person]?.first.map {
            page.site.events[event].entries.statements[$0].date.value
        }
        guard let date = date ?? record.date else { return nil }
        let role = page.site.role(of: person, at: date, preferring: Set(record.actingParties), zone: record.zone)
        return role?.title.value ?? page.words[.noRoleRecorded]
    }

    private func demand(_ place: Int) -> DemandView {
        DemandView(handle: Handle(scope: event, index: place), page: page)
    }
    private func threat(_ place: Int) -> ThreatView {
        ThreatView(handle: Handle(scope: event, index: place), page: page)
    }
}

/// A person on their own page.
struct PersonPageView {
    let handle: Handle<Person>
    let page: PageContext

    private var entry: Person { page.site[handle] }
    var id: String { entry.id }
    var anchor: String { "person-" + entry.id }
    var name: String { entry.name.value }
    var alsoKnownAs: [String] { entry.alsoKnownAs.map(\.value) }
    var summary: String? { entry.head.summary?.value }
    var wikidata: String? { entry.wikidata.map { "https://www.wikidata.org/wiki/" + $0.value } }
    var roles: [RoleView] {
        entry.roles.map {
            RoleView(
                title: $0.title.value, party: $0.party?.target.map(page.party), datesWords: page.datesWords(of: $0))
        }
    }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
    var citations: [UInt8] { page.citations(entry.head.sources) }
    var appearances: [AppearanceView] {
        page.site.events.indices.filter { page.context.indexes[$0].statementsByPerson[handle] != nil }.map {
            AppearanceView(event: $0, party: nil, person: handle, page: page)
        }
    }
}

struct RoleView {
    let title: String
    let party: PartyView?
    let datesWords: String?
}

extension PageContext {
    /// "from January 2025", "2019 to 2024", "until 3 May 2026"; nil where the role has no dates.
    func datesWords(of role: Person.Role) -> String? {
        switch (role.from?.value, role.until?.value) {
        case (nil, nil): nil
        case (let from?, nil): words(.fromDate, ["date": date(from).words])
        case (nil, let until?): words(.untilDate, ["date": date(until).words])
        case (let from?, let until?): words(.fromUntil, ["from": date(from).words, "until": date(until).words])
        }
    }
}
