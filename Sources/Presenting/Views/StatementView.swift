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

    /// What the same speakers said on the same day by the same medium, as far as the page shows it.
    package var also: [StatementView] {
        page.context.records[event].alsoSaid(with: Int(handle.index)).shown.map {
            StatementView(handle: Handle(scope: event, index: $0), page: page)
        }
    }
    package var moreAlso: Int { page.context.records[event].alsoSaid(with: Int(handle.index)).more }
    /// Where all statements of the event are.
    package var allRoute: Route {
        Route(page.route(of: AnyHandle(.event, scope: -1, index: event)).path, anchor: "statements")
    }
    package var summary: String? { entry.head.summary?.value }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
}
