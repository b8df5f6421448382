import Drawing
import Model
import Reading

/// One current answer to a demand, or a hole where none is recorded.
package struct AnswerView {
    package let demand: Handle<Demand>
    /// The parties asked whose answer this is.
    package private(set) var asked: [Handle<Party>]
    /// Nil for a hole.
    package let response: Handle<Response>?
    package private(set) var earlierIndices: [Int]
    package let page: PageContext
    /// The date of the threat on whose page it is shown.
    var threatDate: EventDate?
    /// The agreement by which the demand is settled with these parties, where it is not with all.
    var settlement: Handle<Moment>?

    /// The answer as that of one party; nil if it is not its answer.
    func own(of party: Handle<Party>) -> AnswerView? {
        guard asked.contains(party) else { return nil }
        var own = self
        own.asked = [party]
        return own
    }

    private var entry: Response? { response.map { page.site[$0] } }

    package var anchor: String {
        if let entry { return page.anchor("response", entry.id, scope: demand.scope) }
        return page.anchor("no-answer-\(page.site[asked[0]].id)", page.site[demand].id, scope: demand.scope)
    }
    package var parties: [PartyView] { asked.map(page.party) }
    package var isRecorded: Bool { response != nil || settlement != nil }
    package var kind: String { entry?.kindOfResponse.value.rawValue ?? "none" }
    package var word: String {
        if settlement != nil { return page.words.words(Demand.Status.settled) }
        return entry.map(page.context.kindWords) ?? page.words[.noAnswer]
    }
    /// The same word within a line of other words.
    package var wordInline: String {
        if settlement != nil { return page.words.inlineWords(Demand.Status.settled) }
        return entry.map(page.context.inlineKindWords) ?? page.words[.noAnswerNote]
    }
    /// What stands for the answer wherever it is shown: its title, or that of the agreement; of a hole that no answer is
    /// recorded.
    package var heading: String {
        if let settlement { return page.site[settlement].title.value }
        return entry?.title.value ?? page.words[.noAnswer]
    }
    /// Its kind in a word, beside the title; nil where the title says just that, and for a hole.
    package var label: String? { entry.flatMap { ResponseView.label(of: $0, page: page) } }
    /// Title and kind within a line: "Members refuse it (refused)".
    package var headingInline: String {
        entry.map { ResponseView.lineWords(of: $0, page: page) } ?? wordInline
    }
    package var markKind: MarkKind {
        settlement == nil ? entry?.kindOfResponse.value.mark ?? .noAnswer : .settled
    }
    package var gate: String { settlement == nil ? entry?.kindOfResponse.value.gate ?? "missing" : "open" }
    package var date: DateView? {
        let event = Int(demand.scope)
        let settled = settlement.map { page.context.records[event].settlingDate(of: page.site[$0]) }
        return (settled ?? entry?.date.value).map { page.date($0, of: event) }
    }
    /// "after the threat", if it certainly was.
    package var laterWords: String? {
        guard let entry, let threatDate else { return nil }
        let zone = page.context.records[Int(demand.scope)].zone
        return entry.date.value.isCertainlyAfter(threatDate, in: zone) ? page.words[.afterTheThreat] : nil
    }
    package var title: String? { entry?.title.value }
    /// Whether its title names all parties whose answer it is, so that a line need not name them again.
    package var namesParties: Bool {
        guard let title else { return false }
        return parties.allSatisfy { $0.isNamed(in: title, ofEvent: Int(demand.scope)) }
    }
    package var route: Route? {
        (response.map { AnyHandle($0) } ?? settlement.map { AnyHandle($0) }).map(page.route)
    }
    package var quote: QuoteView? { entry.flatMap { ResponseView.quote(of: $0, in: Int(demand.scope), page: page) } }
    /// Whether its words are shown as it was given.
    package var isVerbatim: Bool {
        guard let entry, let quote else { return false }
        return quote.isVerbatim(of: entry.from.targets() + asked, entry.date.value)
    }
    /// Who gave the answer, which may be others than those whose answer it is.
    package var givers: [PartyView] { entry.map { page.parties($0.from) } ?? [] }
    /// Who said the words, where that is not just the parties whose answer is shown.
    package var quoteSpeakers: [SpeakerView] { quote?.speakers(beside: asked) ?? [] }
    package var summary: String? { entry?.head.summary?.value }
    package var grounds: [GroundView] { entry.map { GroundView.grounds(of: $0, page: page) } ?? [] }
    package var givenByWords: String? { entry.flatMap { ResponseView.givenByWords($0, asked: asked, page: page) } }
    package var voteWords: String? {
        let lines =
            entry?.votes.compactMap { page.words.line(of: $0) { page.date($0, of: Int(demand.scope)).words } } ?? []
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }
    package var askedWords: String? { entry.flatMap { ResponseView.askedWords($0, in: Int(demand.scope), page: page) } }
    /// "Offered instead:", before the counter-offer.
    package var insteadWords: String? {
        entry?.counter?.target.map { counter in
            switch page.site.form(of: page.site[counter]) {
            case .offer: page.words[.offersInstead]
            case .proposal: page.words[.proposesInstead]
            case .demand, .request, .order: page.words[.asksInstead]
            }
        }
    }
    package var counter: LinkView? { entry.flatMap { ResponseView.counter(of: $0, page: page) } }
    package var sources: [SourceUse] { entry?.head.sources ?? [] }
    /// Those that its quote does not cite.
    package var sourcesBesideQuote: [SourceUse] { sources.notCited(by: quote) }
    package var earlier: [EarlierAnswerView] {
        earlierIndices.prefix(AnswerView.shownEarlier).map {
            EarlierAnswerView(response: Handle(scope: Int(demand.scope), index: $0), page: page)
        }
    }

    /// Whether an answer that it replaced had words of its own: then they belong to the exchange, too.
    var hasEarlierWords: Bool {
        earlierIndices.contains { index in
            let entry = page.site.events[Int(demand.scope)].entries.responses[index]
            return ResponseView.quote(of: entry, in: Int(demand.scope), page: page)?.words != nil
        }
    }

    private static let shownEarlier = 10
    package var moreEarlier: Int { max(0, earlierIndices.count - AnswerView.shownEarlier) }
    /// Where every answer of the event is.
    package var allRoute: Route {
        page.context.plan.route(to: .timeline, scope: Int(demand.scope))
            ?? page.route(of: AnyHandle(.event, scope: -1, index: Int(demand.scope)))
    }

    /// The answers to a demand in the order in which parties were asked; a joint answer stands once. Who has not answered
    /// is left out where nothing is owed any more.
    ///
    /// - Parameter threatDate: of the threat on whose page they are shown.
    static func answers(to demand: Handle<Demand>, threatDate: EventDate? = nil, page: PageContext) -> [AnswerView] {
        let record = page.context.records[Int(demand.scope)]
        let isClosed = record.statuses[Int(demand.index)].isClosed
        var result: [AnswerView] = []
        var places: [Handle<Response>: Int] = [:]
        let settled = isClosed ? [:] : record.settledParties[Int(demand.index)]
        for cell in record.cells[Int(demand.index)] where cell.response != nil || !isClosed {
            if let moment = settled[cell.party] {
                let earlier = (cell.response.map { [$0] } ?? []) + cell.earlier
                result.append(
                    AnswerView(
                        demand: demand, asked: [cell.party], response: nil, earlierIndices: earlier, page: page,
                        threatDate: threatDate, settlement: Handle(scope: Int(demand.scope), index: moment)))
                continue
            }
            let response = cell.response.map { Handle<Response>(scope: Int(demand.scope), index: $0) }
            if let response, let place = places[response] {
                result[place].asked.append(cell.party)
                let known = Set(result[place].earlierIndices)
                result[place].earlierIndices += cell.earlier.filter { !known.contains($0) }
            } else {
                if let response { places[response] = result.count }
                result.append(
                    AnswerView(
                        demand: demand, asked: [cell.party], response: response, earlierIndices: cell.earlier,
                        page: page, threatDate: threatDate))
            }
        }
        return result
    }
}

/// An answer that a later one replaced.
package struct EarlierAnswerView {
    package let response: Handle<Response>
    package let page: PageContext

    package var word: String { page.context.kindWords(of: page.site[response]) }
    package var title: String { page.site[response].title.value }
    package var label: String? { ResponseView.label(of: page.site[response], page: page) }
    package var route: Route { page.route(of: AnyHandle(response)) }
    package var date: DateView { page.date(page.site[response].date.value, of: Int(response.scope)) }
}

/// One reason given for an answer.
package struct GroundView {
    package let title: String
    package let kindWords: String?
    /// What was said of it.
    package let text: Passage?
    /// Sources that the text does not cite itself.
    package let sources: [SourceUse]
    package let page: PageContext

    package static func grounds(of response: Response, page: PageContext) -> [GroundView] {
        response.grounds.map { ground in
            GroundView(
                title: ground.title.value, kindWords: ground.kind.map { page.words.words($0.value) },
                text: Passage(ground.text, of: response.head),
                sources: ground.sources.notCited(in: ground.text), page: page)
        }
    }
}

extension Response.Kind {
    /// How the exchange between two parties is parted in pictures and pairs of quotes.
    package var gate: String {
        switch effect {
        case .refused: self == .refusedForNow ? "pieces" : "shut"
        case .challenged: "hollow"
        case .agreedWithConditions, .partlyAgreed: "half"
        case .agreed, .met: "open"
        case .talks: "talks"
        default: "silent"
        }
    }

    /// The sign of this kind; kinds that came later share that of a kind of the same effect.
    package var answerKind: AnswerKind {
        switch self {
        case .recommended: .agreedInPrinciple
        case .putToVote: .negotiating
        case .unclear: .unknown
        default: AnswerKind(rawValue: rawValue) ?? .unknown
        }
    }
    package var mark: MarkKind { .answer(answerKind) }
}
