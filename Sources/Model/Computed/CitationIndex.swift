import Reading

/// Which entries of an event cite which source, which of their quotes were found in it, and which use which term.
struct CitationIndex {
    let site: Site
    let event: Int
    let keptTexts: KeptTexts
    private(set) var citedBy: [Handle<Source>: [AnyHandle]] = [:]
    private(set) var quotes: [Handle<Source>: [EventIndex.SourceQuote]] = [:]
    private(set) var termUses: [Handle<Term>: [AnyHandle]] = [:]

    init(site: Site, event: Int, keptTexts: KeptTexts) {
        self.site = site
        self.event = event
        self.keptTexts = keptTexts
    }

    mutating func gather(demands: [Int], responses: [Int], threats: [Int], statements: [Int]) {
        let value = site.events[event]
        let entries = value.entries
        var facts = value.head.sources
        for fact in value.keyFacts { facts += fact.sources }
        add(AnyHandle(.event, scope: -1, index: event), facts, words: nil) { value.visitProse($0) }
        for index in demands {
            let entry = entries.demands[index]
            add(handle(.demand, index), entry.head.sources, words: entry.words?.value, entry.visitProse)
        }
        for index in responses {
            let entry = entries.responses[index]
            let sources = entry.head.sources + entry.grounds.flatMap(\.sources)
            add(handle(.response, index), sources, words: entry.words?.value, entry.visitProse)
        }
        for index in threats {
            let entry = entries.threats[index]
            add(handle(.threat, index), entry.head.sources, words: entry.words?.value, entry.visitProse)
            use(entry.term?.target, in: handle(.threat, index))
        }
        for index in statements {
            let entry = entries.statements[index]
            add(handle(.statement, index), entry.head.sources, words: entry.words?.value, entry.visitProse)
        }
        each(entries.moments)
        each(entries.parties)
        each(entries.people)
        each(entries.terms)
        for (index, party) in entries.parties.enumerated() where !party.relations.isEmpty {
            add(handle(.party, index), party.relations.flatMap(\.sources), words: nil) { _ in }
        }
    }

    private mutating func each<E: Entry>(_ list: [E]) {
        for (index, entry) in list.enumerated() {
            add(handle(E.kind, index), entry.head.sources, words: nil, entry.visitProse)
        }
    }

    private func handle(_ kind: EntryKind, _ index: Int) -> AnyHandle { AnyHandle(kind, scope: event, index: index) }

    private mutating func use(_ term: Handle<Term>?, in entry: AnyHandle) {
        guard let term, AnyHandle(term) != entry, termUses[term]?.last != entry else { return }
        termUses[term, default: []].append(entry)
    }

    private mutating func add(
        _ entry: AnyHandle, _ uses: [SourceUse], words: String?, _ visitProse: ((Prose) -> Void) -> Void
    ) {
        var sources: [Handle<Source>] = []
        func cite(_ source: Handle<Source>?) {
            if let source, !sources.contains(source) { sources.append(source) }
        }
        for use in uses { cite(use.source.target) }
        visitProse { prose in
            for citation in prose.citations {
                cite(site.index.find(.source, citation.id, from: event).found?.typed())
            }
            for reference in prose.references where reference.kind == "term" {
                use(site.index.find(.term, reference.id, from: event).found?.typed(), in: entry)
            }
        }
        for source in sources {
            if citedBy[source]?.last != entry { citedBy[source, default: []].append(entry) }
            guard let words, keptTexts.isKept(source) else { continue }
            let quote = EventIndex.SourceQuote(words: words, entry: entry, isFound: keptTexts.has(words, in: source))
            quotes[source, default: []].append(quote)
        }
    }
}
