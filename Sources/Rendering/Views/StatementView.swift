import Model
import Reading

/// Something that somebody said, with who, when, where, and what it is about.
struct StatementView {
    let handle: Handle<Statement>
    let page: PageContext

    var entry: Statement { page.site[handle] }
    private var event: Int { Int(handle.scope) }

    var id: String { entry.id }
    var anchor: String { page.anchor("statement", entry.id, scope: handle.scope) }
    var route: Route { page.route(of: AnyHandle(handle)) }

    /// The writer's own title; else who does what about what; else who, and when.
    var title: String { page.site.statementTitle(Int(handle.index), page.context.records[event], page.words) }

    var hasOwnTitle: Bool { entry.title != nil }
    var quote: QuoteView { QuoteView(statement: handle, page: page) }
    var party: PartyView? {
        page.context.records[event].speakings[Int(handle.index)].party.map(page.party)
    }
    var mediumWords: String { page.words.words(entry.medium.value, venue: entry.venue?.value) }
    var actWords: String? { entry.act.map { page.words.words($0.value) } }
    var about: [KindLinkView] { entry.about.targets().map { KindLinkView(handle: $0, page: page) } }

    /// The sources in whose kept texts the words were found; nil where they were found in none.
    var checkHTML: [UInt8]? {
        guard let words = entry.searchedWords else { return nil }
        let found = entry.head.sources.compactMap { $0.source.target }.filter {
            page.context.keptTexts.has(words, in: $0)
        }
        guard !found.isEmpty else { return nil }
        var writer = HTMLWriter()
        var citations = HTMLWriter()
        page.writeCitations(found.map { ($0, nil) }, id: nil, to: &citations)
        writer.words(page.words, .foundInSources, count: found.count, ["sources": citations.bytes])
        return writer.bytes
    }

    var also: [StatementView] {
        page.context.indexes[event].sameOccasion(as: handle, in: page.site).map {
            StatementView(handle: $0, page: page)
        }
    }
    var summary: String? { entry.head.summary?.value }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
}

extension EventIndex {
    /// Other statements of the same speaker, date and medium, in the order of dates.
    func sameOccasion(as handle: Handle<Statement>, in site: Site) -> [Handle<Statement>] {
        let entry = site[handle]
        let candidates: [Int]
        switch entry.speaker.target {
        case .person(let person): candidates = statementsByPerson[person] ?? []
        case .party(let party): candidates = appearances[party]?.statements ?? []
        case nil: candidates = []
        }
        let list = site.events[Int(handle.scope)].entries.statements
        return candidates.filter { other in
            other != Int(handle.index) && list[other].speaker.text == entry.speaker.text
                && list[other].date.value == entry.date.value && list[other].medium.value == entry.medium.value
        }.map { Handle(scope: Int(handle.scope), index: $0) }
    }
}
