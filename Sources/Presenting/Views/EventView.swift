import Bytes
import Model
import Reading

/// An event, on its own page and as the world of its entries' pages.
package struct EventView {
    package let event: Int
    package let page: PageContext

    package init(event: Int, page: PageContext) {
        self.event = event
        self.page = page
    }

    private var entry: Event { _read { yield page.context.site.events[event] } }
    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }

    package var id: String { entry.folder.isEmpty ? "event" : entry.folder }
    package var title: String { entry.title.value }
    package var summary: String { entry.head.summary?.value ?? "" }
    package var route: Route { page.route(of: AnyHandle(.event, scope: -1, index: event)) }
    package var timelineRoute: Route { page.context.plan.route(to: .timeline, scope: event) ?? route }
    package var status: String { record.status.rawValue }
    package var statusWords: String { page.words.words(record.status) }
    package var state: StateView { page.state(ofEvent: event) }
    /// The heading over the main picture.
    package var picturesHeading: String { heading(isOver ? .whoWantedWhat : .whoWantsWhat, or: .demandsAtAGlance) }
    /// The heading over a text that begins without one.
    package var textHeading: String { heading(isOver ? .whatHappened : .whatIsGoingOn, or: .inShort) }
    /// The heading over threats. What nobody calls a threat is not called one.
    package var threatsHeading: String {
        page.words[
            threats.allSatisfy { $0.entry.isCalledThreat(in: page.site) } ? .threatsHeading : .consequencesHeading]
    }
    var isOver: Bool { record.status.isOver }

    /// A heading of the page's own; another where the writer has one of the same words.
    private func heading(_ word: Word, or other: Word) -> String {
        let own = page.words[word].plainLetters
        let isTaken = entry.head.body?.headings.contains { $0.text.plainLetters == own } ?? false
        return page.words[isTaken ? other : word]
    }

    /// What changed in it, newest first, for a page that readers come back to: a large one, or one that was updated.
    package var changes: [ChangeView] {
        guard isLarge || entry.head.updated != nil || !entry.head.corrections.isEmpty else { return [] }
        return page.context.log.newsByEvent[event].prefix(EventView.mostChanges).map {
            ChangeView(change: page.context.log.news[$0], page: page)
        }
    }
    /// Whether the timeline tells of more.
    package var hasEarlierChanges: Bool {
        !changes.isEmpty && page.context.log.newsByEvent[event].count > EventView.mostChanges
    }
    private static let mostChanges = 25

    package var began: DateView? { entry.beginning.map { page.date($0.value, of: event) } }
    package var ended: DateView? { entry.ended.map { page.date($0.value, of: event) } }
    package var place: String? { entry.place?.value }
    package var zoneNote: String? {
        guard !record.zone.isUTC, index.timeline.contains(where: { $0.date.hasClock }) else { return nil }
        return page.words(.zoneNote, ["zone": record.zone.words(in: page.words.dates)])
    }
    package var asOf: DateView { page.date(record.date ?? EventDate(day: CivilDay(number: 0)), of: event) }
    package var keyFacts: [KeyFactView] {
        entry.keyFacts.map {
            KeyFactView(
                label: $0.label.value, value: Passage($0.value, of: entry.head), sources: $0.sources, page: page)
        }
    }
    package var parties: [PartyView] { index.parties.map(page.party) }
    /// Those that its record describes, or who spoke in it, by name.
    package var people: [LinkView] {
        let own = page.site.events[event].entries.people.indices.map { Handle<Person>(scope: event, index: $0) }
        return Set(own + Array(index.statementsByPerson.keys)).map { page.link(to: AnyHandle($0)) }
            .sorted { ($0.title, $0.route.path) < ($1.title, $1.route.path) }
    }
    package var body: Passage? { Passage(entry.head.body, of: entry.head) }
    package var demands: [DemandView] {
        record.demandOrder.map { DemandView(handle: Handle(scope: event, index: $0), page: page) }
    }
    package var threats: [ThreatView] {
        index.threatOrder.map { ThreatView(handle: Handle(scope: event, index: $0), page: page) }
    }
    package var timeline: TimelineView { TimelineView(event: event, page: page) }

    /// What each party said, in the order of parties.
    package var sides: [SideView] {
        let sides = index.statementOrder.map(side)
        let places = index.parties.enumerated().map { ($1, $0) }
        let order = Dictionary(places, uniquingKeysWith: { first, _ in first })
        let groups = Set(sides.filter { !$0.isEmpty })
        func rank(_ group: [Handle<Party>]) -> [Int] { group.map { order[$0] ?? .max } }
        return groups.sorted { rank($0).lexicographicallyPrecedes(rank($1)) }.map { group in
            let statements = zip(index.statementOrder, sides).filter { $0.1 == group }.map { statement($0.0) }
            return SideView(parties: group.map(page.party), statements: statements, page: page)
        }
    }
    /// What was said for no party, or by a court, which is no side of a dispute.
    package var otherStatements: [StatementView] {
        index.statementOrder.filter { side(ofStatement: $0).isEmpty }.map(statement)
    }
    /// What stands over those: "Courts", if nobody else is among them.
    package var otherStatementsWords: String {
        let areCourts = index.statementOrder.filter { side(ofStatement: $0).isEmpty }
            .allSatisfy { !record.parties(ofStatement: $0).isEmpty }
        return page.words[areCourts ? .courts : .others]
    }
    /// How many quotes of each side are shown: two, of more than three sides one.
    package var quotesPerSide: Int { sides.count + (otherStatements.isEmpty ? 0 : 1) > 3 ? 1 : 2 }
    /// Whether a side said more than that.
    package var hasMoreQuotes: Bool {
        let most = quotesPerSide
        return otherStatements.count > most || sides.contains { $0.statements.count > most }
    }
    /// The parties under which a statement stands, which said it together; none for a court's.
    private func side(ofStatement place: Int) -> [Handle<Party>] {
        record.parties(ofStatement: place).filter { page.site[$0].kindOfParty.value != .court }
    }
    package var sourcing: SourcingView { SourcingView(event: event, page: page) }

    private func statement(_ place: Int) -> StatementView {
        StatementView(handle: Handle(scope: event, index: place), page: page)
    }
}

package struct KeyFactView {
    package let label: String
    package let value: Passage
    package let sources: [SourceUse]
    package let page: PageContext
}

package struct SideView {
    package let parties: [PartyView]
    package let statements: [StatementView]
    package let page: PageContext

    package var names: String { page.words.list(parties.map(\.shortName)) }
    /// As statements name them.
    package var fullNames: String { page.words.list(parties.map(\.name)) }
}

/// How an event was sourced, in numbers and a sentence.
package struct SourcingView {
    package let sourcesCount: Int
    package let quotesFoundCount: Int
    package let words: String

    package init(event: Int, page: PageContext) {
        let index = page.context.indexes[event]
        // On the event's own page, those that its list holds.
        let isOwn = page.path == page.route(of: AnyHandle(.event, scope: -1, index: event)).path
        let all = Set(index.citedBy.keys)
        let cited = isOwn ? all.intersection(page.contents.sources) : all
        let quotes = SourcingView.quotes(of: event, index, page.site)
        let quotesFoundCount = quotes.count { $0.value }
        let sourcesCount = cited.count
        let table = page.words
        var kinds: [Source.Relation: Int] = [:]
        for source in cited { if let relation = page.site[source].relation { kinds[relation.value, default: 0] += 1 } }
        // One sentence has its numbers all in words or all in digits.
        func number(_ value: Int) -> String { sourcesCount > 10 ? String(value) : table.number(value) }
        let relations = Source.Relation.allCases.compactMap { relation -> String? in
            guard let count = kinds[relation] else { return nil }
            let adjective = table.alone(.sourceRelationAdjective, relation.rawValue)
            return table(.someOfRelation, ["number": number(count), "relation": adjective])
        }
        let total = sourcesCount > 10 ? String(sourcesCount) : table.capitalizedNumber(sourcesCount)
        var sentences: [String]
        if sourcesCount == 0 {
            sentences = [table[.noSource]]
        } else if kinds.values.reduce(0, +) < sourcesCount || kinds[.primary] == nil {
            // How near sources are to what happened is told where somebody weighed all of them.
            sentences = [table(.sourcesCounted, count: sourcesCount, ["number": total])]
        } else if let relation = kinds.first?.key, kinds.count == 1 {
            let adjective = table.alone(.sourceRelationAdjective, relation.rawValue)
            sentences = [table(.sourcesOfOneRelation, count: sourcesCount, ["number": total, "relation": adjective])]
        } else {
            sentences = [table(.sourcesOfRelations, ["number": total, "relations": table.list(relations)])]
        }
        if cited.count < all.count {
            let number = table.capitalizedNumber(all.count - cited.count)
            sentences.append(table(.sourcesElsewhere, count: all.count - cited.count, ["number": number]))
        }
        if quotesFoundCount > 0 {
            let number = table.capitalizedNumber(quotesFoundCount)
            sentences.append(
                quotesFoundCount == 2 && quotes.count == 2
                    ? table[.bothQuotesFoundInTexts]
                    : quotesFoundCount == quotes.count
                        ? table(
                            .quotesFoundInTexts, count: quotesFoundCount, ["number": table.number(quotesFoundCount)])
                        : table(
                            .someQuotesFoundInTexts, count: quotesFoundCount,
                            ["number": number, "total": table.number(quotes.count)]))
            let translated = SourcingView.unsearchedTranslations(in: page.site.events[event].entries)
            if translated > 0 {
                let number = table.capitalizedNumber(translated)
                sentences.append(table(.someTranslated, count: translated, ["number": number]))
            }
        }
        words = sentences.joined(separator: " ")
        self.sourcesCount = sourcesCount
        self.quotesFoundCount = quotesFoundCount
    }

    /// How many different quotations are translations of words that the record does not have.
    private static func unsearchedTranslations(in entries: Entries) -> Int {
        Set(entries.statements.filter { $0.searchedWords == nil }.compactMap { $0.words?.value }).count
    }

    /// The quotations of an event that can be looked for, each once, and whether each was found in a text kept of a
    /// source.
    private static func quotes(of event: Int, _ index: EventIndex, _ site: Site) -> [String: Bool] {
        let found = Set(index.quotes.values.joined().map(\.entry))
        var quotes: [String: Bool] = [:]
        for kind in [EntryKind.statement, .demand, .response, .threat] {
            for place in site.events[event].entries.list(of: kind).indices {
                let entry = AnyHandle(kind, scope: event, index: place)
                guard !site.isUnsearchedTranslation(entry), let words = site.quotation(of: entry) else { continue }
                quotes[words] = quotes[words] == true || found.contains(entry)
            }
        }
        return quotes
    }
}

extension String {
    /// Its letters and digits without case, as far as they are ASCII; whatever else is not ASCII as it is.
    fileprivate var plainLetters: [UInt8] {
        utf8.compactMap { byte in
            switch byte {
            case 0x41...0x5A: byte | 0x20
            case 0x30...0x39, 0x61...0x7A, 0x80...: byte
            default: nil
            }
        }
    }
}
