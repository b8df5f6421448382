import Model

/// Parties, people, sources and terms: the event's own, then what it uses of others.
extension EventExport {
    mutating func writeEntries() {
        let entries = event.entries
        list("parties", entries.parties, used.parties) { $0.writeParty($1, $2) }
        list("people", entries.people, used.people) { $0.writePerson($1, $2) }
        list("demands", entries.demands, order: record.demandOrder) { $0.writeDemand($1, $2) }
        list("responses", entries.responses) { $0.writeResponse($1, $2) }
        list("threats", entries.threats) { $0.writeThreat($1, $2) }
        list("statements", entries.statements) { $0.writeStatement($1, $2) }
        list("moments", entries.moments) { $0.writeMoment($1, $2) }
        list("sources", entries.sources, used.sources) { $0.writeSource($1, $2) }
        list("terms", entries.terms, used.terms) { $0.writeTerm($1, $2) }
    }

    /// One list of the file: the event's own entries, in the order given or else of their ids.
    private mutating func list<E: Entry>(
        _ name: StaticString, _ own: [E], order: [Int]? = nil,
        _ write: (inout Self, E, AnyHandle) -> Void
    ) {
        json.openArray(name)
        for index in order ?? Array(own.indices) {
            write(&self, own[index], AnyHandle(E.kind, scope: scope, index: index))
        }
        json.closeArray()
    }

    private mutating func writeParty(_ party: Party, _ handle: AnyHandle) {
        begin(handle, party.head, name: "name")
        json.member("short_name", party.shortName?.value)
        json.member("also_known_as", party.alsoKnownAs.map(\.value))
        json.member("kind", party.kindOfParty.value.rawValue)
        reference("part_of", party.partOf)
        let relations = party.relations.filter { $0.party.found != nil }
        if !relations.isEmpty {
            json.openArray("relations")
            for relation in relations {
                json.openObject()
                json.member("kind", relation.kind.value.rawValue)
                reference("party", relation.party)
                sources(relation.sources)
                json.closeObject()
            }
            json.closeArray()
        }
        json.member("website", party.website?.value)
        json.member("wikidata", party.wikidata?.value)
        json.member("color", party.color?.value)
        common(party.head, scope: Int(handle.scope), party.visitProse)
        json.closeObject()
    }

    private mutating func writePerson(_ person: Person, _ handle: AnyHandle) {
        begin(handle, person.head, name: "name")
        json.member("also_known_as", person.alsoKnownAs.map(\.value))
        if !person.roles.isEmpty {
            json.openArray("roles")
            for role in person.roles {
                json.openObject()
                json.member("title", role.title.value)
                reference("party", role.party)
                date("from", role.from?.value)
                date("until", role.until?.value)
                json.closeObject()
            }
            json.closeArray()
        }
        json.member("wikidata", person.wikidata?.value)
        common(person.head, scope: Int(handle.scope), person.visitProse)
        json.closeObject()
    }

    private mutating func writeSource(_ source: Source, _ handle: AnyHandle) {
        begin(handle, source.head, name: "title")
        json.member("type", source.type.value)
        json.member("publisher", source.publisher?.value)
        json.member("authors", source.authors.map(\.value))
        date("published", source.published?.value)
        date("accessed", source.accessed?.value)
        json.member("url", source.url?.value)
        if let archive = source.archive {
            json.openObject("archive")
            json.member("url", archive.url.value)
            date("date", archive.date?.value)
            json.closeObject()
        }
        json.member("origin", source.origin?.value.rawValue)
        json.member("relation", source.relation?.value.rawValue)
        json.member("language", source.language?.value)
        json.member("excerpts", source.excerpts.map(\.value))
        common(source.head, scope: Int(handle.scope), source.visitProse)
        json.closeObject()
    }

    private mutating func writeTerm(_ term: Term, _ handle: AnyHandle) {
        begin(handle, term.head, name: "name")
        json.member("also_known_as", term.alsoKnownAs.map(\.value))
        prose("definition", term.definition, scope: Int(handle.scope), isRequired: true)
        common(term.head, scope: Int(handle.scope), term.visitProse)
        json.closeObject()
    }
}

extension EventExport {
    private mutating func list<E: Entry>(
        _ name: StaticString, _ own: [E], _ used: [Handle<E>], _ write: (inout Self, E, AnyHandle) -> Void
    ) {
        json.openArray(name)
        for (index, entry) in own.enumerated() { write(&self, entry, AnyHandle(E.kind, scope: scope, index: index)) }
        for handle in used {
            write(&self, E.list(in: site.entries(of: Int(handle.scope)))[Int(handle.index)], AnyHandle(of: handle))
        }
        json.closeArray()
    }
}
