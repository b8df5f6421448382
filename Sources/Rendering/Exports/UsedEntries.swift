import Model
import Reading

/// What an event's entries name outside of it, and what that names in turn: shared parties, people, sources and terms,
/// and those of other events. Each list is in the order of scopes, then ids.
struct UsedEntries {
    private(set) var parties: [Handle<Party>] = []
    private(set) var people: [Handle<Person>] = []
    private(set) var sources: [Handle<Source>] = []
    private(set) var terms: [Handle<Term>] = []

    init(_ site: Site, _ record: EventRecord) {
        let shared = site.shared
        let sharesNothing =
            shared.parties.isEmpty && shared.people.isEmpty && shared.sources.isEmpty && shared.terms.isEmpty
        // An event can name only its own entries where there is nothing else.
        if sharesNothing, site.events.count == 1 { return }
        var search = Search(site: site, event: record.event)
        search.run()
        func found<E: Entry>(_: E.Type) -> [Handle<E>] { search.seen.compactMap { $0.typed(E.self) }.sorted() }
        if search.seen.isEmpty { return }
        parties = found(Party.self)
        people = found(Person.self)
        sources = found(Source.self)
        terms = found(Term.self)
    }

    /// Visits every reference in fields and prose. Fields are named one by one: `visitReferences` of the model changes
    /// what it visits, which would copy every list.
    private struct Search {
        let site: Site
        let event: Int
        var seen: Set<AnyHandle> = []
        /// Found, but not yet searched.
        var open: [AnyHandle] = []
        /// The scope from which the prose that is being searched looks up names.
        var scope: Int

        init(site: Site, event: Int) {
            self.site = site
            self.event = event
            scope = event
        }

        mutating func run() {
            let value = site.events[event]
            add(value.head)
            for fact in value.keyFacts {
                add(fact.sources)
                add(fact.value)
            }
            let entries = value.entries
            for index in entries.parties.indices { search(entries.parties, index) }
            for index in entries.people.indices { search(entries.people, index) }
            for index in entries.sources.indices { add(entries.sources[index].head) }
            for index in entries.terms.indices { search(entries.terms, index) }
            for index in entries.moments.indices { search(entries.moments, index) }
            for index in entries.demands.indices { search(entries.demands, index) }
            for index in entries.responses.indices { search(entries.responses, index) }
            for index in entries.threats.indices { search(entries.threats, index) }
            for index in entries.statements.indices { search(entries.statements, index) }
            while let handle = open.popLast() {
                scope = Int(handle.scope)
                let entries = site.entries(of: scope)
                switch handle.kind {
                case .party: search(entries.parties, Int(handle.index))
                case .person: search(entries.people, Int(handle.index))
                case .source: add(entries.sources[Int(handle.index)].head)
                case .term: search(entries.terms, Int(handle.index))
                default: break
                }
            }
        }

        // MARK: - Entries

        private mutating func search(_ list: [Party], _ index: Int) {
            add(list[index].head)
            add(list[index].partOf)
            for relation in list[index].relations {
                add(relation.party)
                add(relation.sources)
            }
        }

        private mutating func search(_ list: [Person], _ index: Int) {
            add(list[index].head)
            for role in list[index].roles { add(role.party) }
        }

        private mutating func search(_ list: [Term], _ index: Int) {
            add(list[index].head)
            add(list[index].definition)
        }

        private mutating func search(_ list: [Moment], _ index: Int) {
            add(list[index].head)
            add(list[index].parties)
            add(list[index].about)
        }

        private mutating func search(_ list: [Demand], _ index: Int) {
            add(list[index].head)
            add(list[index].from)
            add(list[index].to)
            add(list[index].orderedBy)
        }

        private mutating func search(_ list: [Response], _ index: Int) {
            add(list[index].head)
            add(list[index].from)
            add(list[index].onBehalfOf)
            for ground in list[index].grounds {
                add(ground.sources)
                if let text = ground.text { add(text) }
            }
        }

        private mutating func search(_ list: [Threat], _ index: Int) {
            add(list[index].head)
            add(list[index].from)
            add(list[index].to)
            add(list[index].term)
        }

        private mutating func search(_ list: [Statement], _ index: Int) {
            add(list[index].head)
            switch list[index].speaker.target {
            case .person(let person)?: add(AnyHandle(of: person))
            case .party(let party)?: add(AnyHandle(of: party))
            case nil: break
            }
            add(list[index].forParty)
            add(list[index].about)
            if let paraphrase = list[index].paraphrase { add(paraphrase) }
        }

        // MARK: - References

        private mutating func add(_ head: EntryHead) {
            add(head.sources)
            if let body = head.body { add(body) }
            for correction in head.corrections { add(correction.text) }
        }

        private mutating func add<E: Entry>(_ reference: Reference<E>?) {
            if let target = reference?.handle { add(target) }
        }

        private mutating func add<E: Entry>(_ list: [Reference<E>]) {
            for reference in list { add(reference) }
        }

        private mutating func add(_ list: [AnyReference]) {
            for reference in list { if let target = reference.found { add(target) } }
        }

        private mutating func add(_ uses: [SourceUse]) {
            for use in uses { add(use.source) }
        }

        private mutating func add(_ prose: Prose) {
            for reference in prose.references {
                guard let kind = EntryKind(referenceWord: reference.kind), kind.isShareable else { continue }
                if let found = site.index.find(kind, reference.id, from: scope).found { add(found) }
            }
            for citation in prose.citations {
                if let found = site.index.find(.source, citation.id, from: scope).found { add(found) }
            }
        }

        private mutating func add(_ handle: AnyHandle) {
            guard Int(handle.scope) != event, handle.kind.isShareable else { return }
            if seen.insert(handle).inserted { open.append(handle) }
        }
    }
}
