import Reading

/// Which entries of an event cite which source, which of their quotes are found in it, and which use which term.
struct CitationIndex {
    let site: Site
    let event: Int
    let keptTexts: KeptTexts
    private(set) var citedBy: [Handle<Source>: [AnyHandle]] = [:]
    private(set) var quotes: [Handle<Source>: [EventIndex.SourceQuote]] = [:]
    private(set) var termUses: [Handle<Term>: [AnyHandle]] = [:]
    /// The parties that cite each source: their own sources and those of their relations are gathered apart.
    private var citingParties: [Handle<Source>: Set<AnyHandle>] = [:]

    init(site: Site, event: Int, keptTexts: KeptTexts) {
        self.site = site
        self.event = event
        self.keptTexts = keptTexts
    }

    mutating func gather(demands: [Int], responses: [Int], threats: [Int], statements: [Int]) {
        let value = site.events[event]
        let entries = value.entries
        add(
            AnyHandle(.event, scope: -1, index: event), words: nil, eachReference: value.visitReferences,
            eachProse: value.visitProse)
        for index in demands { add(entries.demands[index], index, words: entries.demands[index].words?.value) }
        for index in responses { add(entries.responses[index], index, words: entries.responses[index].words?.value) }
        for index in threats { add(entries.threats[index], index, words: entries.threats[index].words?.value) }
        for index in statements {
            add(entries.statements[index], index, words: entries.statements[index].searchedWords)
        }
        each(entries.moments)
        // What the relations of parties rest on comes last.
        for (index, party) in entries.parties.enumerated() {
            add(
                handle(.party, index), words: nil, eachReference: party.head.fields.visitReferences,
                eachProse: party.visitProse)
        }
        each(entries.people)
        each(entries.terms)
        for (index, party) in entries.parties.enumerated() {
            add(handle(.party, index), words: nil, eachReference: party.fields.visitReferences) { _ in }
        }
    }

    private mutating func each<E: Entry>(_ list: [E]) {
        for (index, entry) in list.enumerated() { add(entry, index, words: nil) }
    }

    private mutating func add<E: Entry>(_ entry: E, _ index: Int, words: String?) {
        add(
            handle(E.kind, index), words: words, eachReference: entry.visitReferences,
            eachProse: entry.visitProse)
    }

    private func handle(_ kind: EntryKind, _ index: Int) -> AnyHandle { AnyHandle(kind, scope: event, index: index) }

    private mutating func use(_ term: Handle<Term>?, in entry: AnyHandle) {
        guard let term, AnyHandle(term) != entry, termUses[term]?.last != entry else { return }
        termUses[term, default: []].append(entry)
    }

    private mutating func add(
        _ entry: AnyHandle, words: String?, eachReference: ((FieldReference) -> Void) -> Void,
        eachProse: ((Prose) -> Void) -> Void
    ) {
        var sources: [Handle<Source>] = []
        func cite(_ source: Handle<Source>?) {
            if let source, !sources.contains(source) { sources.append(source) }
        }
        eachReference { reference in
            cite(reference.resolution.found?.typed())
            use(reference.resolution.found?.typed(), in: entry)
        }
        eachProse { prose in
            for citation in prose.citations {
                cite(site.index.find(.source, citation.id, from: event).found?.typed())
            }
            for reference in prose.references where reference.kind == "term" {
                use(site.index.find(.term, reference.id, from: event).found?.typed(), in: entry)
            }
        }
        for source in sources {
            let isTold = entry.kind == .party && !citingParties[source, default: []].insert(entry).inserted
            if !isTold, citedBy[source]?.last != entry { citedBy[source, default: []].append(entry) }
            guard let words, keptTexts.has(words, in: source) else { continue }
            quotes[source, default: []].append(EventIndex.SourceQuote(words: words, entry: entry))
        }
    }
}
