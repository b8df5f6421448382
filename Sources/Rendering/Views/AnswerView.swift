import Drawing
import Model
import Reading

/// One current answer to a demand, or a hole where none is recorded.
struct AnswerView {
    let demand: Handle<Demand>
    /// The parties asked whose answer this is.
    let asked: [Handle<Party>]
    /// Nil for a hole.
    let response: Handle<Response>?
    let earlierIndices: [Int]
    let page: PageContext

    private var entry: Response? { response.map { page.site[$0] } }

    var anchor: String {
        if let entry { return page.anchor("response", entry.id, scope: demand.scope) }
        return page.anchor("no-answer-\(page.site[asked[0]].id)", page.site[demand].id, scope: demand.scope)
    }
    var parties: [PartyView] { asked.map(page.party) }
    var isRecorded: Bool { response != nil }
    var kind: String { entry?.kindOfResponse.value.rawValue ?? "none" }
    var word: String { entry.map { page.words.words($0.kindOfResponse.value) } ?? page.words[.noAnswer] }
    /// The same word within a line of other words.
    var wordInline: String {
        entry.map { page.words.inlineWords($0.kindOfResponse.value) } ?? page.words[.noAnswerNote]
    }
    /// What stands for the answer wherever it is shown: its title; of a hole that no answer is recorded.
    var heading: String { entry?.title.value ?? page.words[.noAnswer] }
    /// Its kind in a word, beside the title; nil where the title says just that, and for a hole.
    var label: String? { entry.flatMap { ResponseView.label(of: $0, page: page) } }
    /// Title and kind within a line: "Members refuse it (refused)".
    var headingInline: String {
        entry.map { ResponseView.lineWords(of: $0, page: page) } ?? page.words[.noAnswerNote]
    }
    var mark: [UInt8] { page.mark(markKind) }
    var markKind: MarkKind { entry?.kindOfResponse.value.mark ?? .noAnswer }
    var gate: String { entry?.kindOfResponse.value.gate ?? "missing" }
    var date: DateView? { entry.map { page.date($0.date.value) } }
    var title: String? { entry?.title.value }
    var route: Route? { response.map { page.route(of: AnyHandle($0)) } }
    var quote: QuoteView? { entry.flatMap { ResponseView.quote(of: $0, page: page) } }
    /// Who said the words, where that is not just the parties whose answer is shown.
    var quoteSpeaker: SpeakerView? { quote?.speaker(beside: asked) }
    var summary: String? { entry?.head.summary?.value }
    var grounds: [GroundView] { entry.map { GroundView.grounds(of: $0, page: page) } ?? [] }
    var givenByWords: String? { entry.flatMap { ResponseView.givenByWords($0, asked: asked, page: page) } }
    var askedWords: String? { entry.flatMap { ResponseView.askedWords($0, page: page) } }
    var counter: LinkView? { entry.flatMap { ResponseView.counter(of: $0, page: page) } }
    var citations: [UInt8] { entry.map { page.citations($0.head.sources) } ?? [] }
    var earlier: [EarlierAnswerView] {
        earlierIndices.map { EarlierAnswerView(response: Handle(scope: Int(demand.scope), index: $0), page: page) }
    }

    /// The answers to a demand in the order in which parties were asked; a joint answer stands once.
    static func answers(to demand: Handle<Demand>, page: PageContext) -> [AnswerView] {
        let cells = page.context.records[Int(demand.scope)].cells[Int(demand.index)]
        var result: [AnswerView] = []
        var places: [Int: Int] = [:]
        for cell in cells {
            guard let response = cell.response else {
                result.append(
                    AnswerView(
                        demand: demand, asked: [cell.party], response: nil, earlierIndices: cell.earlier, page: page))
                continue
            }
            if let place = places[response] {
                let joint = result[place]
                let earlier = joint.earlierIndices + cell.earlier.filter { !joint.earlierIndices.contains($0) }
                result[place] = AnswerView(
                    demand: demand, asked: joint.asked + [cell.party], response: joint.response,
                    earlierIndices: earlier, page: page)
            } else {
                places[response] = result.count
                result.append(
                    AnswerView(
                        demand: demand, asked: [cell.party],
                        response: Handle(scope: Int(demand.scope), index: response),
                        earlierIndices: cell.earlier, page: page))
            }
        }
        return result
    }
}

/// An answer that a later one replaced.
struct EarlierAnswerView {
    let response: Handle<Response>
    let page: PageContext

    var word: String { page.words.words(page.site[response].kindOfResponse.value) }
    var title: String { page.site[response].title.value }
    var label: String? { ResponseView.label(of: page.site[response], page: page) }
    var route: Route { page.route(of: AnyHandle(response)) }
    var date: DateView { page.date(page.site[response].date.value) }
}

/// One reason given for an answer.
struct GroundView {
    let title: String
    let kindWords: String?
    let html: [UInt8]
    let citations: [UInt8]

    static func grounds(of response: Response, page: PageContext) -> [GroundView] {
        response.grounds.map { ground in
            // What the text cites itself need not stand behind it once more.
            let cited = Set(ground.text?.citations.map(\.id) ?? [])
            return GroundView(
                title: ground.title.value, kindWords: ground.kind.map { page.words.words($0.value) },
                html: ground.text.map { page.html($0, of: response.head) } ?? [],
                citations: page.citations(ground.sources.filter { !cited.contains($0.source.text) }))
        }
    }
}

extension Response.Kind {
    /// How the exchange between two parties is parted in pictures and pairs of quotes.
    var gate: String {
        switch self {
        case .refused: "shut"
        case .refusedForNow: "pieces"
        case .challengedInCourt: "hollow"
        case .acceptedWithConditions, .partlyAccepted: "half"
        case .accepted, .complied, .reversed: "open"
        case .negotiating, .counterOffer: "talks"
        case .declinedToComment, .noResponse, .unknown: "silent"
        }
    }

    var answerKind: AnswerKind { AnswerKind(rawValue: rawValue) ?? .unknown }
    var mark: MarkKind { .answer(answerKind) }
}
