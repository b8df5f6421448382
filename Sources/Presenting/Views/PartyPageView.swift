import Model
import Reading

/// A party on its own page: who it is, and what it did in each event.
package struct PartyPageView {
    package let handle: Handle<Party>
    package let page: PageContext

    package init(handle: Handle<Party>, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    package var party: PartyView { PartyView(handle: handle, page: page) }
    private var entry: Party { page.site[handle] }

    /// Each with the time in which it was used, where that is known.
    package var alsoKnownAs: [String] { names { page.end($0.until?.value) == nil } }
    /// The names that it had until some day.
    package var formerly: [String] { names { page.end($0.until?.value) != nil } }

    private func names(_ isMeant: (Party.OtherName) -> Bool) -> [String] {
        entry.alsoKnownAs.filter(isMeant).map { other in
            guard let time = page.datesWords(from: other.from?.value, until: other.until?.value) else {
                return other.name.value
            }
            return page.words(.nameAndTime, ["name": other.name.value, "time": time])
        }
    }
    package var summary: String? { entry.head.summary?.value }
    package var website: String? { entry.website?.value }
    package var wikidata: String? { entry.wikidata.map { "https://www.wikidata.org/wiki/" + $0.value } }
    package var partOf: PartyView? { entry.partOf?.target.map(page.party) }
    package var parts: [PartyView] { page.context.relatives.parts[handle]?.map(page.party) ?? [] }
    /// Its own relations, then those that others have with it, told from its side; those of one kind together.
    package var relations: [RelationView] {
        var own = entry.relations.compactMap { relation in relation.party.target.map { (relation, $0) } }
        var others = (page.context.relatives.relations[handle] ?? []).map { other in
            (page.site[other.party].relations[other.relation], other.party)
        }
        // What is the same from both sides stands once, with all parties.
        let mutual = others.filter { relation, _ in
            page.words.words(relation.kind.value, parties: 1)
                == page.words.inverseWords(relation.kind.value, parties: 1)
        }
        own += mutual.filter { other in !own.contains { $0.0.kind.value == other.0.kind.value && $0.1 == other.1 } }
        let kinds = Set(mutual.map(\.0.kind.value))
        others.removeAll { kinds.contains($0.0.kind.value) }
        return grouped(own) { page.words.words($0, parties: $1) }
            + grouped(others) { page.words.inverseWords($0, parties: $1) }
    }

    private func grouped(
        _ relations: [(relation: Party.Relation, party: Handle<Party>)],
        label: (Party.Relation.Kind, Int) -> String
    ) -> [RelationView] {
        var kinds: [Party.Relation.Kind] = []
        for (relation, _) in relations where !kinds.contains(relation.kind.value) { kinds.append(relation.kind.value) }
        return kinds.map { kind in
            let parties = relations.filter { $0.relation.kind.value == kind }.map { relation, party in
                RelatedPartyView(
                    party: page.party(party),
                    datesWords: page.datesWords(from: relation.from?.value, until: relation.until?.value),
                    sources: relation.sources)
            }
            return RelationView(kindWords: label(kind, parties.count), parties: parties)
        }
    }
    package var people: [PersonRoleView] {
        (page.context.relatives.people[handle] ?? []).map { item in
            let person = page.site[item.person]
            let role = person.roles[item.role]
            return PersonRoleView(
                name: person.displayName, route: page.route(of: AnyHandle(item.person)), title: role.title.value,
                datesWords: page.datesWords(of: role))
        }
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var sources: [SourceUse] { entry.head.sources }
    package var appearances: [AppearanceView] {
        let events = handle.isShared ? Array(page.site.events.indices) : [Int(handle.scope)]
        return events.compactMap { event in
            guard page.context.indexes[event].positions[handle] != nil else { return nil }
            return AppearanceView(event: event, party: handle, person: nil, page: page)
        }
    }
}

/// Parties that a party stands in one relation to.
package struct RelationView {
    package let kindWords: String
    package let parties: [RelatedPartyView]
}

package struct RelatedPartyView {
    package let party: PartyView
    /// "from June 2017"; nil where nothing is known of its time.
    package let datesWords: String?
    package let sources: [SourceUse]
}

package struct PersonRoleView {
    package let name: String
    package let route: Route
    package let title: String
    package let datesWords: String?
}

/// What a party, or a person, did in one event.
package struct AppearanceView {
    package let event: Int
    package let party: Handle<Party>?
    package let person: Handle<Person>?
    package let page: PageContext

    private var index: EventIndex { page.context.indexes[event] }
    private var lists: EventIndex.Appearance { party.flatMap { index.appearances[$0] } ?? .init() }

    package var eventView: EventView { EventView(event: event, page: page) }
    package var asked: [DemandView] { lists.asked.map(demand) }
    package var wasAsked: [DemandView] {
        lists.wasAsked.map { DemandView(handle: Handle(scope: event, index: $0), page: page, answerer: party) }
    }
    package var threats: [ThreatView] { lists.threats.map(threat) }
    package var threatened: [ThreatView] { lists.threatened.map(threat) }
    package var moments: [TimelineItemView] { TimelineItemView.happened(lists.moments, page: page) }
    /// What it answered for others who were asked.
    package var answersForOthers: [KindLinkView] {
        guard let party else { return [] }
        return lists.responses.filter { place in
            let response = page.site.events[event].entries.responses[place]
            return !response.answers.targets().contains { page.site[$0].to.targets().contains(party) }
        }.map { KindLinkView(handle: AnyHandle(.response, scope: event, index: $0), page: page) }
    }
    /// The acts of others that it supports.
    package var backed: [KindLinkView] { lists.backed.map { KindLinkView(handle: $0, page: page) } }
    package var statements: [StatementView] {
        let places = person.map { index.statementsByPerson[$0] ?? [] } ?? lists.statements
        return places.map { StatementView(handle: Handle(scope: event, index: $0), page: page) }
    }
    /// "What it asked and offered"
    package var askedHeading: String {
        page.words(.whatItAsked, ["verbs": page.words.list(verbs(of: asked).map { page.words[$0] })])
    }
    /// "What it was asked, and answered"
    package var wasAskedHeading: String {
        let demands = wasAsked
        let verbs = verbs(of: demands)
        let isAnswered = demands.contains { $0.answers.contains(where: \.isRecorded) }
        if verbs.contains(.proposedVerb) {
            return page.words[isAnswered ? .whatWasPutToItAndAnswered : .whatWasPutToIt]
        }
        let list = page.words.list(verbs.map { page.words[$0] })
        return page.words(isAnswered ? .whatItWasAskedAndAnswered : .whatItWasAsked, ["verbs": list])
    }
    /// "What it threatened", where all is called so.
    package var threatsHeading: String { page.words[areThreats(threats) ? .whatItThreatened : .whatItAnnounced] }
    package var threatenedHeading: String {
        page.words[areThreats(threatened) ? .whatItWasThreatenedWith : .whatWasAnnouncedToIt]
    }

    /// What a party does by making demands of these forms, each once: an order is given, an offer made.
    private func verbs(of demands: [DemandView]) -> [Word] {
        let verbs = Set(
            demands.map { demand -> Word in
                switch demand.form {
                case .demand, .request: .askedVerb
                case .order: .orderedVerb
                case .offer: .offeredVerb
                case .proposal: .proposedVerb
                }
            })
        return [.askedVerb, .orderedVerb, .offeredVerb, .proposedVerb].filter(verbs.contains)
    }

    private func areThreats(_ threats: [ThreatView]) -> Bool {
        threats.allSatisfy { $0.entry.isCalledThreat(in: page.site) }
    }

    /// "Asked for two things; was refused both"; of a person the role held there. Nil where a party neither asked nor was
    /// asked.
    package var roleWords: String? {
        if let party {
            return page.roleWords(of: party, in: event).map { $0.prefix(1).uppercased() + $0.dropFirst() }
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
package struct PersonPageView {
    package let handle: Handle<Person>
    package let page: PageContext

    package init(handle: Handle<Person>, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    private var entry: Person { page.site[handle] }
    package var id: String { entry.id }
    package var anchor: String { "person-" + entry.id }
    package var name: String { entry.name.value }
    package var alsoKnownAs: [String] { entry.alsoKnownAs.map(\.value) }
    package var summary: String? { entry.head.summary?.value }
    package var wikidata: String? { entry.wikidata.map { "https://www.wikidata.org/wiki/" + $0.value } }
    package var photo: PhotoView? { entry.photo.flatMap { PhotoView($0, of: name, page: page) } }
    package var roles: [RoleView] {
        entry.roles.map {
            RoleView(
                title: $0.title.value, party: $0.party?.target.map(page.party), datesWords: page.datesWords(of: $0))
        }
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var sources: [SourceUse] { entry.head.sources }
    package var appearances: [AppearanceView] {
        page.site.events.indices.filter { page.context.indexes[$0].statementsByPerson[handle] != nil }.map {
            AppearanceView(event: $0, party: nil, person: handle, page: page)
        }
    }
}

package struct RoleView {
    package let title: String
    package let party: PartyView?
    package let datesWords: String?

    /// The party's short name, unless the title names it.
    package var office: String? {
        party.flatMap { $0.party.isNamed(inRole: title) ? nil : $0.shortName }
    }
}

extension PageContext {
    /// "from January 2025"; nil where the role has no dates.
    package func datesWords(of role: Person.Role) -> String? {
        datesWords(from: role.from?.value, until: role.until?.value)
    }
}

/// A picture of a person.
package struct PhotoView {
    /// From the site's root.
    package let path: String
    package let alternative: String
    package let credit: String?
    /// In pixels; nil where the file does not say.
    package let width: Int?
    package let height: Int?

    /// Nil where the file lies outside the site.
    init?(_ photo: Person.Photo, of name: String, page: PageContext) {
        guard let path = photo.file.path else { return nil }
        self.path = path
        alternative = photo.alternative?.value ?? name
        credit = photo.credit.map { page.words(.photoCredit, ["credit": $0.value]) }
        let size = page.context.imageSizes[path]
        (width, height) = (size?.width, size?.height)
    }
}
