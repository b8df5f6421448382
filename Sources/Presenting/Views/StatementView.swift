import Model
import Reading

/// Something that somebody said, with who, when, where, and what it is about.
package struct StatementView {
    package let handle: Handle<Statement>
    package let page: PageContext

    package init(handle: Handle<Statement>, page: PageContext) {
        self.handle = handle
        self.page = page
    }

    package var entry: Statement { page.site[handle] }
    private var event: Int { Int(handle.scope) }

    package var id: String { entry.id }
    package var anchor: String { page.anchor("statement", entry.id, scope: handle.scope) }
    package var route: Route { page.route(of: AnyHandle(handle)) }

    /// The writer's own title; else who does what about what; else who, and when.
    package var title: String { page.site.statementTitle(Int(handle.index), page.context.records[event], page.words) }

    package var hasOwnTitle: Bool { entry.title != nil }
    package var quote: QuoteView { QuoteView(statement: handle, page: page) }
    package var parties: [PartyView] {
        page.context.records[event].parties(ofStatement: Int(handle.index)).map(page.party)
    }
    package var mediumWords: String { page.words.words(entry.medium.value, venue: entry.venue?.value) }
    package var actWords: String? { entry.act.map { page.words.words($0.value) } }
    package var about: [KindLinkView] { entry.about.targets().map { KindLinkView(handle: $0, page: page) } }

    /// The sources in whose kept texts the words were found; empty where they were found in none.
    package var foundIn: [Handle<Source>] {
        guard let words = entry.searchedWords else { return [] }
        return entry.head.sources.compactMap { $0.source.target }.filter { page.context.keptTexts.has(words, in: $0) }
    }

    package var also: [StatementView] {
        page.context.indexes[event].sameOccasion(as: handle, in: page.site).map {
            StatementView(handle: $0, page: page)
        }
    }
    package var summary: String? { entry.head.summary?.value }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
}

extension EventIndex {
    /// Other statements of the same speaker, date and medium, in the order of dates.
    package func sameOccasion(as handle: Handle<Statement>, in site: Site) -> [Handle<Statement>] {
        let entry = site[handle]
        let candidates: [Int] =
            switch entry.speakers.first?.target {
            case .person(let person): statementsByPerson[person] ?? []
            case .party(let party): appearances[party]?.statements ?? []
            case nil: []
            }
        let list = site.events[Int(handle.scope)].entries.statements
        return candidates.filter { $0 != Int(handle.index) && list[$0].isOfSameOccasion(as: entry) }.map {
            Handle(scope: Int(handle.scope), index: $0)
        }
    }
}

extension Statement {
    /// Whether the same speakers said both, on one day and by one medium.
    package func isOfSameOccasion(as other: Statement) -> Bool {
        self.speakers.map(\.text) == other.speakers.map(\.text) && self.date.value == other.date.value
            && self.medium.value == other.medium.value
    }
}
