import Bytes
import Drawing
import Model
import Reading

/// An event, on its own page and as the world of its entries' pages.
struct EventView {
    let event: Int
    let page: PageContext

    private var entry: Event { _read { yield page.context.site.events[event] } }
    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }

    var id: String { entry.folder.isEmpty ? "event" : entry.folder }
    var title: String { entry.title.value }
    var summary: String { entry.head.summary?.value ?? "" }
    var route: Route { page.route(of: AnyHandle(.event, scope: -1, index: event)) }
    var timelineRoute: Route { page.context.plan.route(to: PageType.timeline.kind, scope: event) ?? route }
    var status: String { record.status.rawValue }
    var statusWords: String { page.words.words(record.status) }
    var state: StateView { page.state(ofEvent: event) }
    var began: DateView? { entry.began.map { page.date($0.value) } }
    var ended: DateView? { entry.ended.map { page.date($0.value) } }
    var place: String? { entry.place?.value }
    var zoneNote: String? {
        guard !record.zone.isUTC, index.timeline.contains(where: { $0.date.hasClock }) else { return nil }
        return page.words(.zoneNote, ["zone": record.zone.name])
    }
    var asOf: DateView { page.date(record.date ?? EventDate(day: CivilDay(number: 0))) }
    var keyFacts: [KeyFactView] {
        entry.keyFacts.map {
            KeyFactView(
                label: $0.label.value, value: page.html($0.value, of: entry.head), citations: page.citations($0.sources)
            )
        }
    }
    var parties: [PartyView] { index.parties.map(page.party) }
    var sections: [SectionView] { page.sections(entry.head.body, of: entry.head) }
    var demands: [DemandView] {
        record.demandOrder.map { DemandView(handle: Handle(scope: event, index: $0), page: page) }
    }
    var threats: [ThreatView] {
        index.threatOrder.map { ThreatView(handle: Handle(scope: event, index: $0), page: page) }
    }
    var standoff: PictureView {
        guard !entry.entries.demands.isEmpty else { return PictureView(wide: [], narrow: []) }
        return page.cache.picture(.standoff, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).standoff()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "so-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "so-n").parts)
        }
    }
    var answerSheet: AnswerSheetView { AnswerSheetView(event: event, page: page) }
    var timeline: TimelineView { TimelineView(event: event, page: page) }

    /// What each party said, in the order of parties.
    var sides: [SideView] {
        index.parties.compactMap { party in
            guard let statements = index.appearances[party]?.statements, !statements.isEmpty else { return nil }
            return SideView(party: page.party(party), statements: statements.map(statement))
        }
    }
    var otherStatements: [StatementView] {
        index.statementOrder.filter { record.speakings[$0].party == nil }.map(statement)
    }
    var sourcing: SourcingView { SourcingView(event: event, page: page) }

    private func statement(_ place: Int) -> StatementView {
        StatementView(handle: Handle(scope: event, index: place), page: page)
    }
}

struct KeyFactView {
    let label: String
    let value: [UInt8]
    let citations: [UInt8]
}

struct SideView {
    let party: PartyView
    let statements: [StatementView]
}

/// A picture in both its forms, each in parts between which pages may break.
struct PictureView {
    let wide: [[UInt8]]
    let narrow: [[UInt8]]
    var isDrawn: Bool { !wide.isEmpty }
}

/// Every demand and every party that was asked anything: one current answer a cell.
struct AnswerSheetView {
    struct Cell {
        let isAsked: Bool
        let answer: AnswerView?
        /// The answer's title; of a hole, and of a party that was not asked, that.
        let heading: String
        let word: String
        let date: DateView?
        let route: Route?
    }

    struct Row {
        let demand: DemandView
        let cells: [Cell]
    }

    let event: Int
    let page: PageContext

    private var record: EventRecord { page.context.records[event] }

    var picture: PictureView {
        guard !record.demandOrder.isEmpty else { return PictureView(wide: [], narrow: []) }
        return page.cache.picture(.answerSheet, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).answerSheet()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "as-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "as-n").parts)
        }
    }

    private var askedParties: [Handle<Party>] {
        let asked = Set(record.cells.joined().map(\.party))
        return record.actingParties.filter(asked.contains)
    }

    var columns: [PartyView] { askedParties.map(page.party) }

    var rows: [Row] {
        let columns = askedParties
        let responses = page.site.events[event].entries.responses
        return record.demandOrder.map { place in
            let cells = columns.map { party in
                guard let cell = record.cells[place].first(where: { $0.party == party }) else {
                    return Cell(
                        isAsked: false, answer: nil, heading: page.words[.notAsked], word: page.words[.notAsked],
                        date: nil, route: nil)
                }
                guard let response = cell.response else {
                    return Cell(
                        isAsked: true, answer: nil, heading: page.words[.noAnswer], word: page.words[.noAnswer],
                        date: nil, route: nil)
                }
                let handle = Handle<Response>(scope: event, index: response)
                return Cell(
                    isAsked: true,
                    answer: AnswerView(
                        demand: Handle(scope: event, index: place), asked: [party], response: handle,
                        earlierIndices: [], page: page),
                    heading: responses[response].title.value,
                    word: page.words.words(responses[response].kindOfResponse.value),
                    date: page.date(responses[response].date.value), route: page.route(of: AnyHandle(handle)))
            }
            return Row(demand: DemandView(handle: Handle(scope: event, index: place), page: page), cells: cells)
        }
    }
}

/// How an event was sourced, in numbers and a sentence.
struct SourcingView {
    let sourcesCount: Int
    let quotesFoundCount: Int
    let words: String

    init(event: Int, page: PageContext) {
        let index = page.context.indexes[event]
        let cited = index.citedBy.keys
        // The same words are one quote, however many entries hold them.
        let quotesFoundCount = Set(index.quotes.values.joined().map(\.words)).count
        let sourcesCount = cited.count
        let table = page.words
        var kinds: [Source.Relation: Int] = [:]
        for source in cited { if let relation = page.site[source].relation { kinds[relation.value, default: 0] += 1 } }
        // One sentence has its numbers all in words or all in digits.
        func number(_ value: Int) -> String { sourcesCount > 10 ? String(value) : table.number(value) }
        let relations = Source.Relation.allCases.compactMap { relation -> String? in
            guard let count = kinds[relation] else { return nil }
            let adjective = table.alone(.sourceRelationAdjective, relation.rawValue)
            return sourcesCount == 1
                ? table(.onlyOfRelation, ["relation": adjective])
                : table(.someOfRelation, ["number": number(count), "relation": adjective])
        }
        let total = sourcesCount > 10 ? String(sourcesCount) : table.capitalizedNumber(sourcesCount)
        var sentences: [String]
        if sourcesCount == 0 {
            sentences = [table[.noSource]]
        } else if relations.isEmpty {
            sentences = [table(.sourcesCounted, count: sourcesCount, ["number": total])]
        } else if kinds.values.reduce(0, +) < sourcesCount {
            sentences = [table(.sourcesAmongThem, ["number": total, "relations": table.list(relations)])]
        } else {
            let list = table.list(relations)
            sentences = [table(.sourcesOfRelations, count: sourcesCount, ["number": total, "relations": list])]
        }
        if quotesFoundCount > 0 {
            let number = table.capitalizedNumber(quotesFoundCount)
            sentences.append(table(.quotesFoundInTexts, count: quotesFoundCount, ["number": number]))
        }
        words = sentences.joined(separator: " ")
        self.sourcesCount = sourcesCount
        self.quotesFoundCount = quotesFoundCount
    }
}
