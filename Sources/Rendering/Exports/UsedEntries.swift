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
        var search = Search(site: site, event: record.event)
        search.run()
        func found<E: Entry>(_: E.Type) -> [Handle<E>] { search.seen.compactMap { $0.typed(E.self) }.sorted() }
        parties = found(Party.self)
        people = found(Person.self)
        sources = found(Source.self)
        terms = found(Term.self)
    }

    private struct Search: ReferenceVisitor {
        let site: Site
        let event: Int
        var seen: Set<AnyHandle> = []
        /// Found, but not yet searched.
        var open: [AnyHandle] = []
        /// The scope from which the prose that is being searched looks up names.
        var scope = 0

        init(site: Site, event: Int) {
            self.site = site
            self.event = event
        }

        mutating func run() {
            scope = event
            var value = site.events[event]
            value.visitReferences(&self)
            value.visitProse { visit($0) }
            let entries = value.entries
            each(entries.parties)
            each(entries.people)
            each(entries.demands)
            each(entries.responses)
            each(entries.threats)
            each(entries.statements)
            each(entries.moments)
            each(entries.sources)
            each(entries.terms)
            while let handle = open.popLast() {
                scope = Int(handle.scope)
                if let found = handle.typed(Party.self) { search(site[found]) }
                if let found = handle.typed(Person.self) { search(site[found]) }
                if let found = handle.typed(Source.self) { search(site[found]) }
                if let found = handle.typed(Term.self) { search(site[found]) }
            }
        }

        private mutating func each<E: Entry>(_ list: [E]) {
            for entry in list { search(entry) }
        }

        private mutating func search<E: Entry>(_ entry: E) {
            var entry = entry
            entry.visitReferences(&self)
            entry.visitProse { visit($0) }
        }

        mutating func visit<Target: Entry>(_ reference: inout Reference<Target>) {
            if let target = reference.target { add(AnyHandle(target)) }
        }

        mutating func visit(_ reference: inout AnyReference) {
            if let target = reference.target { add(target) }
        }

        private mutating func visit(_ prose: Prose) {
            for piece in prose.pieces {
                switch piece {
                case .openReference(let reference):
                    guard let kind = EntryKind(referenceWord: reference.kind), kind.isShareable else { continue }
                    if let found = site.index.find(kind, reference.id, from: scope).found { add(found) }
                case .citation(let citations):
                    for citation in citations {
                        if let found = site.index.find(.source, citation.id, from: scope).found { add(found) }
                    }
                default: continue
                }
            }
        }

        private mutating func add(_ handle: AnyHandle) {
            guard handle.kind.isShareable, Int(handle.scope) != event else { return }
            if seen.insert(handle).inserted { open.append(handle) }
        }
    }
}
