import Model
import Presenting
import Reading

/// The event as an explainer, parties, people, terms and sources.
extension LinkedData {
    mutating func writeArticle(_ index: Int) {
        let event = site.events[index]
        let record = context.records[index]
        let handle = AnyHandle(.event, scope: -1, index: index)
        json.openObject()
        json.member("@type", literal: "BackgroundNewsArticle")
        id(of: handle)
        json.member("headline", event.title.value)
        json.member("description", event.head.summary?.value)
        json.member("inLanguage", page.language)
        json.member("datePublished", context.published(ofEvent: index)?.dataForm)
        json.member("dateModified", page.isUpdated ? page.updated?.lastDataForm : nil)
        json.member("image", url(context.picture(ofEvent: index)))
        if page.authors.isEmpty { writeAuthor() } else { writeAuthors() }
        json.member("temporalCoverage", coverage(event))
        if let place = event.place?.value {
            json.key("contentLocation")
            json.object {
                $0.member("@type", literal: "Place")
                $0.member("name", place)
            }
        }
        let address = address
        json.object("mainEntityOfPage") { $0.member("@id", address) }
        json.member("isAccessibleForFree", true)
        writePublisher()
        references("about", record.actingParties.map { AnyHandle($0) })
        references("mentions", record.demandOrder.map { AnyHandle(.demand, scope: index, index: $0) })
        sources("citation", handle)
        corrections(of: handle)
        json.closeObject()
    }

    /// `2026-02-01/2026-03-09`, open at the end while it goes on.
    private func coverage(_ event: Event) -> String? {
        guard let began = event.began?.value.firstNamed.dataForm else { return event.ended?.value.dataForm }
        return began + "/" + (event.ended?.value.lastDataForm ?? "..")
    }

    mutating func writeParty(_ party: Handle<Party>, _ handle: AnyHandle) {
        let value = site[party]
        json.openObject()
        json.member("@type", literal: schemaType(of: value.kindOfParty.value))
        id(of: handle)
        json.member("name", value.name.value)
        json.member("alternateName", ([value.shortName].compactMap { $0 } + value.alsoKnownAs.map(\.name)).map(\.value))
        json.member("description", value.head.summary?.value)
        json.member("url", value.website?.value)
        json.member("sameAs", value.wikidata.map { wikidataAddress($0.value) })
        if value.kindOfParty.value != .person {
            references("parentOrganization", [value.partOf?.target].compactMap { $0 }.map({ AnyHandle($0) }))
            let groups = value.relations.filter { $0.kind.value == .memberOf }.compactMap(\.party.target)
            references("memberOf", groups.map({ AnyHandle($0) }))
        }
        json.closeObject()
    }

    mutating func writePerson(_ person: Handle<Person>, _ handle: AnyHandle) {
        let value = site[person]
        json.openObject()
        json.member("@type", literal: "Person")
        id(of: handle)
        json.member("name", value.name.value)
        json.member("alternateName", value.alsoKnownAs.map(\.value))
        json.member("description", value.head.summary?.value)
        json.member("sameAs", value.wikidata.map { wikidataAddress($0.value) })
        if let photo = value.photo?.file.path { json.member("image", url(Route(photo))) }
        if !value.roles.isEmpty {
            json.openArray("affiliation")
            for role in value.roles {
                json.openObject()
                json.member("@type", literal: "OrganizationRole")
                json.member("roleName", role.title.value)
                json.member("startDate", role.from?.value.dataForm)
                json.member(
                    "endDate",
                    context.views.end(role.until?.value, in: person.isShared ? nil : Int(person.scope))?.dataForm)
                if let party = role.party?.target {
                    json.key("affiliation")
                    reference(AnyHandle(party))
                }
                json.closeObject()
            }
            json.closeArray()
        }
        json.closeObject()
    }

    private func wikidataAddress(_ item: String) -> String { "https://www.wikidata.org/entity/" + item }

    mutating func writeTerms(_ scope: Int) {
        let terms = site.entries(of: scope).terms
        json.openObject()
        json.member("@type", literal: "DefinedTermSet")
        json.member("@id", address + "#terms")
        json.member("name", page.title)
        json.openArray("hasDefinedTerm")
        for (index, term) in terms.enumerated() {
            let handle = AnyHandle(.term, scope: scope, index: index)
            json.openObject()
            json.member("@type", literal: "DefinedTerm")
            id(of: handle)
            json.member("name", term.name.value)
            json.member("alternateName", term.alsoKnownAs.map(\.value))
            json.member("description", context.plainText(term.definition, scope: scope))
            json.closeObject()
        }
        json.closeArray()
        json.closeObject()
    }

    mutating func writeSources(_ scope: Int) {
        for index in site.entries(of: scope).sources.indices { source(Handle(scope: scope, index: index)) }
    }

    // MARK: - What a work carries

    /// Sources and corrections of an entry, as members of its page.
    mutating func writeWork(_ handle: AnyHandle) {
        // A quotation says itself where it was found.
        if handle.kind != .statement { sources("citation", handle) }
        corrections(of: handle)
    }

    /// The corrections that this page of their list shows.
    mutating func writeCorrections() {
        let changes = context.log.corrections(part: page.part)
        guard !changes.isEmpty else { return }
        json.openArray("correction")
        for change in changes { correction(change.handle, change.place) }
        json.closeArray()
    }

    private mutating func corrections(of handle: AnyHandle) {
        let list = site.corrections(of: handle)
        guard !list.isEmpty else { return }
        json.openArray("correction")
        for place in list.indices { correction(handle, place) }
        json.closeArray()
    }

    private mutating func correction(_ handle: AnyHandle, _ place: Int) {
        let correction = site.corrections(of: handle)[place]
        json.openObject()
        json.member("@type", literal: "CorrectionComment")
        json.member("name", context.words.words(correction.kind.value))
        json.member("text", context.plainText(correction.text, scope: context.scope(of: handle)))
        json.member("dateCreated", correction.date.value.dataForm)
        json.closeObject()
    }

    /// The sources that an entry names or cites, each once: what they are called and where they are. The rest is told on
    /// the page of sources.
    mutating func sources(_ name: StaticString, _ handle: AnyHandle) {
        let sources = context.sources(of: handle)
        guard !sources.isEmpty else { return }
        json.openArray(name)
        for handle in sources {
            open(handle)
            json.closeObject()
        }
        json.closeArray()
    }

    private mutating func open(_ handle: Handle<Source>) {
        json.openObject()
        json.member("@type", literal: schemaType(ofSource: site[handle].type.value))
        id(of: AnyHandle(handle))
        json.member("name", site[handle].title.value)
        json.member("url", site[handle].url?.value)
    }

    private mutating func source(_ handle: Handle<Source>) {
        open(handle)
        let value = site[handle]
        if !value.authors.isEmpty {
            json.openArray("author")
            for author in value.authors { named("Person", author.value) }
            json.closeArray()
        }
        if let publisher = value.publisher?.value {
            json.key("publisher")
            named("Organization", publisher)
        }
        json.member("datePublished", value.published?.value.dataForm)
        json.member("inLanguage", value.language?.value)
        json.member("archivedAt", value.archive?.url.value)
        json.closeObject()
    }

    private mutating func named(_ type: StaticString, _ name: String) {
        json.openObject()
        json.member("@type", literal: type)
        json.member("name", name)
        json.closeObject()
    }
}
