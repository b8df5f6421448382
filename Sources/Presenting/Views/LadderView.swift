import Drawing
import Model
import Reading

/// A demand step by step: what was asked and offered, what was answered and agreed, in the order of dates.
package struct LadderView {
    /// What happened in a step.
    enum Act: Hashable {
        case demand(Handle<Demand>)
        case withdrawal(Handle<Demand>)
        case response(Handle<Response>)
        /// A state of an agreement, by its place in the agreement's path.
        case agreement(Handle<Moment>, Int)
    }

    package struct Step {
        let act: Act
        /// The demand on whose ladder it stands.
        let ladder: Handle<Demand>
        package let day: EventDate
        /// `start` for a step of those who asked, `end` of those who were asked, `both` of both.
        package let side: String
        /// How it is drawn, one of `lines`.
        package let line: String
        /// Whether the page is about this step.
        package var isOwn = false
        package let page: PageContext
    }

    package let demand: Handle<Demand>
    package let page: PageContext
    /// The steps that are shown.
    package let steps: [Step]
    /// After how many steps others are left out, and how many those are; 0 for none.
    package let leftOutAfter: Int
    package let leftOut: Int

    /// Of more steps the first and the last ones are shown.
    private static let mostSteps = 24
    /// How many demands' steps the page of an answer to several shows.
    static let mostOfAnswer = 3

    /// - Parameter own: the answer that the page is about.
    init(of demand: Handle<Demand>, own: Handle<Response>? = nil, page: PageContext) {
        self.demand = demand
        self.page = page
        let (acts, leftOut) = LadderView.acts(of: demand, in: page.context, page.cache)
        self.leftOut = leftOut
        leftOutAfter = leftOut > 0 ? LadderView.mostSteps / 2 : 0
        steps = acts.map { shown in
            Step(
                act: shown.act, ladder: demand, day: shown.day, side: shown.side, line: shown.line,
                isOwn: own.map { shown.act == .response($0) } ?? false, page: page)
        }
    }

    typealias Acts = (shown: [(act: Act, day: EventDate, side: String, line: String)], leftOut: Int)

    /// The steps that are shown, by date, and how many are left out in their middle; kept, since each answer's page
    /// shows them.
    static func acts(of demand: Handle<Demand>, in context: SiteContext, _ cache: EventCache) -> Acts {
        cache.ladder(of: demand) { acts(of: demand, in: context) }
    }

    private static func acts(of demand: Handle<Demand>, in context: SiteContext) -> Acts {
        let event = Int(demand.scope)
        let site = context.site
        let record = context.records[event]
        let chain = chain(of: demand, in: context)
        let answers = chain.flatMap { record.responses[Int($0.index)] }.map {
            Handle<Response>(scope: event, index: $0)
        }
        let countered = Set(answers.compactMap { site[$0].counter?.target })
        var acts: [(act: Act, day: EventDate)] = []
        for each in chain {
            // A counter-offer is one step, whether it is read as an answer or as an offer.
            if !countered.contains(each) { acts.append((.demand(each), site[each].date.value)) }
            if let withdrawn = site[each].withdrawn { acts.append((.withdrawal(each), withdrawn.value)) }
        }
        var seen: Set<Handle<Response>> = []
        for answer in answers where seen.insert(answer).inserted {
            acts.append((.response(answer), site[answer].date.value))
        }
        for (index, moment) in site.events[event].entries.moments.enumerated()
        where moment.kindOfMoment.value == .agreement && !moment.planned && chain.contains(where: moment.concerns) {
            for (place, item) in moment.path(until: record.date, in: record.zone).enumerated() {
                acts.append((.agreement(Handle(scope: event, index: index), place), item.date))
            }
        }
        let order = acts.indices.sorted { left, right in
            (acts[left].day.earliest(in: record.zone), left) < (acts[right].day.earliest(in: record.zone), right)
        }
        let isWhole = order.count <= mostSteps
        let places = isWhole ? order[...] : order.prefix(mostSteps / 2) + order.suffix(mostSteps / 2)
        let shown = places.map { place in
            let (act, day) = acts[place]
            let line = act.line(on: demand, in: context)
            return (act, day, act.side(on: demand, line: line, in: context), line)
        }
        return (shown, order.count - shown.count)
    }

    /// The demand, those that it replaced and that replaced it, and the counter-offers to them with theirs.
    fileprivate static func chain(of demand: Handle<Demand>, in context: SiteContext) -> [Handle<Demand>] {
        let site = context.site
        let record = context.records[Int(demand.scope)]
        var chain = [demand]
        var next = 0
        func add(_ other: Handle<Demand>?) {
            if let other, other.scope == demand.scope, !chain.contains(other) { chain.append(other) }
        }
        while next < chain.count, next < mostSteps {
            let current = chain[next]
            next += 1
            add(site[current].replaces?.target)
            add(record.replacedBy[Int(current.index)].map { Handle(scope: Int(demand.scope), index: $0) })
            for response in record.responses[Int(current.index)] {
                add(site.events[Int(demand.scope)].entries.responses[response].counter?.target)
            }
        }
        return chain
    }

    package var from: [PartyView] { page.parties(page.site[demand].from) }
    package var to: [PartyView] { page.parties(page.site[demand].to) }
    /// Who was asked and has not answered, where an answer is still owed.
    package var silent: [PartyView] {
        AnswerView.answers(to: demand, page: page).filter { !$0.isRecorded }.flatMap(\.parties)
    }
    package var allRoute: Route {
        page.context.plan.route(to: .timeline, scope: Int(demand.scope)) ?? Route(page.path)
    }

    /// "From asked to agreed", if a demand was; else "Step by step".
    package var heading: String {
        let record = page.context.records[Int(demand.scope)]
        switch (page.site.form(of: page.site[demand]), record.statuses[Int(demand.index)]) {
        // What settles a demand need not be what was asked.
        case (.demand, .agreed), (.request, .agreed): return page.words[.fromAskedToAgreed]
        default: return page.words[.stepByStep]
        }
    }

    /// The signs of the answers among the steps, each once.
    package var signs: [LanesView.Sign] {
        var signs: [LanesView.Sign] = []
        for step in steps {
            guard case .response(let handle) = step.act else { continue }
            let kind = page.site[handle].kindOfResponse.value
            if !signs.contains(where: { Mark.areAlike($0.mark, kind.mark) }) {
                let words = page.context.inlineKindWords(of: page.site[handle])
                signs.append(LanesView.Sign(mark: kind.mark, words: words, page: page))
            }
        }
        return signs
    }
}

extension LadderView.Step {
    /// Every line that a step may have: how it is drawn.
    package static let lines = [
        "asked", "talks", "counter", "half", "shut", "pieces", "hollow", "agreed", "principle", "broken", "silent",
    ]

    private var event: Int { Int(ladder.scope) }

    private var entry: AnyHandle { act.entry }

    package var title: String { page.context.name(of: entry) }
    /// Nil where the page is that of the step's entry.
    package var route: Route? {
        let route = page.route(of: entry)
        return route.path == page.path && route.anchor == nil ? nil : route
    }
    package var date: DateView { page.date(day, of: event) }

    /// "asked", "counter-offer", "agreed in principle"; in the form in which it was asked.
    package var kindWords: String {
        switch act {
        case .demand(let handle):
            let view = DemandView(handle: handle, page: page)
            return view.dateLabel.lowercased()
        case .withdrawal: return page.words.inlineWords(Demand.Status.withdrawn)
        case .response(let handle): return page.context.inlineKindWords(of: page.site[handle])
        case .agreement:
            return act.state(in: page.context).map { page.words.words($0) } ?? page.words[.agreed].lowercased()
        }
    }

    /// Who did it.
    package var parties: [PartyView] {
        switch act {
        case .demand(let handle), .withdrawal(let handle): page.parties(page.site[handle].from)
        case .response(let handle): page.parties(page.site[handle].from)
        // What became of it later was not the doing of all who made it.
        case .agreement(let handle, let place):
            place == 0 ? page.parties(page.site[handle].parties) : page.parties(act.change(in: page.context)?.by ?? [])
        }
    }

    /// The answer, where it is one.
    private var answer: AnswerView? {
        guard case .response(let handle) = act else { return nil }
        return ResponseView(handle: handle, page: page).ownAnswer
    }
    private var demand: DemandView? {
        guard case .demand(let handle) = act else { return nil }
        return DemandView(handle: handle, page: page)
    }
    package var quote: QuoteView? { answer?.quote ?? demand?.quote }
    package var quoteSpeakers: [SpeakerView] { answer?.quoteSpeakers ?? demand?.quoteSpeakers ?? [] }
    package var summary: String? { answer?.summary ?? demand?.summary }
    /// When and by whom a party that did not respond was asked.
    package var askedWords: String? { answer?.askedWords }
    /// How members voted, with the sign of a vote.
    package var voteWords: String? {
        guard case .agreement(let handle, _) = act else { return answer?.voteWords }
        let moment = page.site[handle]
        guard moment.isVoted(act.state(in: page.context), on: day) else { return nil }
        let lines = moment.votes.filter { ($0.date?.value ?? moment.date.value) == day }.compactMap {
            page.words.line(of: $0) { page.date($0, of: event).words }
        }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }
    package var sources: [SourceUse] {
        if case .withdrawal(let demand) = act { return page.site[demand].withdrawal?.sources ?? [] }
        let votes = voteWords == nil ? [] : page.site.votes(of: entry).flatMap(\.sources)
        let own = page.site.head(of: entry).sources.notCited(by: quote)
        return own + votes.filter { vote in !own.contains { $0.source.text == vote.source.text && $0.at == vote.at } }
    }
    /// The demand of the ladder that an answer is to, where that is not the ladder's own: "to: Vacate the order".
    package var answered: LinkView? {
        guard case .response(let handle) = act else { return nil }
        let answers = page.site[handle].answers.targets()
        guard !answers.contains(ladder) else { return nil }
        let chain = LadderView.chain(of: ladder, in: page.context)
        return (answers.first(where: chain.contains) ?? answers.first).map { page.link(to: AnyHandle($0)) }
    }
    /// Where the place is an answer: then sources lead back to it.
    package var place: PageContents.Place? {
        guard case .response = act else { return nil }
        return .entry(entry)
    }
    package var anchor: String {
        let word = entry.kind.word
        let anchor = page.anchor(word, page.site.id(of: entry), scope: entry.scope)
        switch act {
        case .response: return anchor
        case .demand: return "step-" + anchor
        case .withdrawal: return "step-withdrawn-" + anchor
        case .agreement(_, let place): return "step-\(anchor)-\(place + 1)"
        }
    }
}

extension DemandView {
    /// Nil where nothing followed.
    package var ladder: LadderView? {
        let ladder = LadderView(of: handle, page: page)
        return ladder.steps.count > 1 ? ladder : nil
    }
    /// Whether the steps tell more than the exchange, word for word, which has one demand and its answers.
    package var hasHistory: Bool {
        LadderView(of: handle, page: page).steps.count > 1 + Set(answers.compactMap(\.response)).count
    }
}

extension ResponseView {
    /// Its place among the steps of the demands it answers; of many those of the first three.
    package var ladders: [LadderView] {
        entry.answers.targets().prefix(LadderView.mostOfAnswer).map { LadderView(of: $0, own: handle, page: page) }
    }
}

extension LadderView.Act {
    var entry: AnyHandle {
        switch self {
        case .demand(let handle), .withdrawal(let handle): AnyHandle(handle)
        case .response(let handle): AnyHandle(handle)
        case .agreement(let handle, _): AnyHandle(handle)
        }
    }

    /// The state of an agreement; nil where it is none, or was made without a state.
    func state(in context: SiteContext) -> Moment.State? { change(in: context)?.state }

    /// What became of an agreement, and who brought that about, if it was not all of its parties.
    func change(in context: SiteContext) -> (state: Moment.State?, date: EventDate, by: [Reference<Party>])? {
        guard case .agreement(let handle, let place) = self else { return nil }
        let record = context.records[Int(handle.scope)]
        return context.site[handle].path(until: record.date, in: record.zone)[place]
    }

    func line(on ladder: Handle<Demand>, in context: SiteContext) -> String {
        switch self {
        case .demand: return "asked"
        case .withdrawal: return "silent"
        case .response(let handle):
            let (asked, answer) = (context.site[ladder], context.site[handle])
            // An answer of others than those between whom the demand was made changes nothing between them.
            let parties = Set(asked.from.targets() + asked.to.targets())
            guard !parties.isDisjoint(with: (answer.from + answer.onBehalfOf).targets()) else { return "silent" }
            switch answer.kindOfResponse.value {
            case .accepted, .complied: return "agreed"
            case .agreedInPrinciple: return "principle"
            case .counterOffer: return "counter"
            case .reversed: return "asked"
            case let kind: return kind.gate
            }
        case .agreement(let handle, _):
            let change = change(in: context)
            // What one side ratifies does not yet join both.
            if let by = change?.by, !by.isEmpty, change?.state == .ratified,
                context.site[handle].state(at: change?.date, in: context.records[Int(handle.scope)].zone)?.state.value
                    != .ratified
            {
                return "silent"
            }
            switch change?.state {
            case nil, .ratified?, .inForce?: return "agreed"
            case .tentative?: return "principle"
            case .rejected?, .broken?: return "broken"
            }
        }
    }

    func side(on ladder: Handle<Demand>, line: String, in context: SiteContext) -> String {
        let site = context.site
        let askers = Set(site[ladder].from.targets())
        let parties: [Handle<Party>]
        switch self {
        case .demand(let demand), .withdrawal(let demand): parties = site[demand].from.targets()
        case .response where line == "agreed" || line == "principle": return "both"
        case .response(let response):
            parties = site[response].from.targets()
            // Somebody else stands on the side of those beside whom they were asked.
            let known = askers.union(site[ladder].to.targets())
            if known.isDisjoint(with: parties), let demand = site[response].answers.first?.target {
                return askers.isDisjoint(with: site[demand].to.targets()) ? "end" : "start"
            }
        case .agreement: return "both"
        }
        return askers.isDisjoint(with: parties) ? "end" : "start"
    }
}
