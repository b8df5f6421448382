import Model

/// A vote: what was asked, how many were for and against it, and what was needed.
package struct VoteView {
    package let vote: Vote
    /// The answer or the moment that it decided.
    package let owner: AnyHandle
    /// Its place among the votes of that, from 0.
    let place: Int
    package let page: PageContext

    package var anchor: String {
        let id = page.site.id(of: owner)
        return "vote-\(owner.kind.word)-\(id)" + (place > 0 ? "-\(place + 1)" : "")
    }
    /// What was asked; else what it decided.
    package var title: String { vote.question?.value ?? page.context.name(of: owner) }
    package var route: Route { page.route(of: owner) }
    /// What it decided, where the title is the question.
    package var result: LinkView? { vote.question == nil ? nil : page.link(to: owner) }
    package var date: DateView { page.date(day, of: Int(owner.scope)) }
    var day: EventDate {
        if let date = vote.date?.value { return date }
        if let response = owner.typed(Response.self) { return page.site[response].date.value }
        return owner.typed(Moment.self).map { page.site[$0].date.value } ?? EventDate(day: .init(number: 0))
    }
    package var shares: VoteShares { VoteShares(vote, page.words) }

    package var forWords: String? { words(.votesFor, vote.inFavour?.value, shares.tenths?.inFavour) }
    package var againstWords: String? { words(.votesAgainst, vote.against?.value, shares.tenths?.against) }

    /// "58.1% for" of a share as written, "1,204 for, 58.1%" of a number of votes.
    private func words(_ word: Word, _ count: String?, _ tenths: Int?) -> String? {
        guard let count else { return nil }
        let words = page.words(word, ["number": count])
        guard let tenths else { return words }
        let share =
            tenths % 10 == 0
            ? page.words(.wholePercentage, ["whole": String(tenths / 10)])
            : page.words(.percentage, ["whole": String(tenths / 10), "tenths": String(tenths % 10)])
        return page.words(.countWithShare, ["count": words, "share": share])
    }

    /// Who voted, and all other counts; each may stand alone.
    package var notes: [String] {
        let counts: [(Word, String?)] = [
            (.votesAbstained, vote.abstained?.value), (.votesBlank, vote.blank?.value),
            (.votesVoid, vote.void?.value), (.votesAbsent, vote.absent?.value),
        ]
        let others = counts.compactMap { word, count in count.map { page.words(word, ["number": $0]) } }
        let base = shares.tenths != nil && !others.isEmpty ? [page.words[.sharesOfBoth]] : []
        let turnout = vote.turnout.map { page.words(.votesTurnout, ["number": $0.value]) }
        let needed = vote.threshold.map { page.words(.votesThreshold, ["number": $0.value]) }
        return [vote.who?.value, turnout, needed].compactMap(\.self) + others + base
    }

    // MARK: - The bar, 1,000 wide

    package var forWidth: Int { shares.inFavour.map { Int(($0 * 1_000).rounded()) } ?? 0 }
    package var againstStart: Int { shares.against.map { 1_000 - Int(($0 * 1_000).rounded()) } ?? 1_000 }
    package var thresholdPlace: Int? { shares.threshold.map { Int(($0 * 1_000).rounded()) } }

    /// Whether it has anything to show.
    private var isTold: Bool { forWords != nil || againstWords != nil || !notes.isEmpty }

    /// The votes of some acts, by date.
    static func votes(of acts: [AnyHandle], page: PageContext) -> [VoteView] {
        let all = acts.flatMap { act in
            page.site.votes(of: act).enumerated().map { VoteView(vote: $1, owner: act, place: $0, page: page) }
        }.filter(\.isTold)
        return all.enumerated().sorted { left, right in
            let zone = page.site.zone(ofScope: Int(left.element.owner.scope))
            let (one, two) = (left.element.day.earliest(in: zone), right.element.day.earliest(in: zone))
            return one != two ? one < two : left.offset < right.offset
        }.map(\.element)
    }
}

extension Site {
    /// The votes by which an answer or a moment was decided.
    package func votes(of act: AnyHandle) -> [Vote] {
        act.typed(Response.self).map { self[$0].votes } ?? act.typed(Moment.self).map { self[$0].votes } ?? []
    }

    /// The answers and moments of an event that votes decided.
    package func votedActs(inEvent event: Int) -> [AnyHandle] {
        let entries = events[event].entries
        let answers = entries.responses.indices.filter { !entries.responses[$0].votes.isEmpty }
        let moments = entries.moments.indices.filter { !entries.moments[$0].votes.isEmpty }
        return answers.map { AnyHandle(.response, scope: event, index: $0) }
            + moments.map { AnyHandle(.moment, scope: event, index: $0) }
    }
}

extension Site {
    /// The answers to a demand, and the moments that are about it or settle it, that votes decided.
    func votedActs(onDemand demand: Handle<Demand>, _ record: EventRecord) -> [AnyHandle] {
        let answers = Set(record.responses[Int(demand.index)])
        return votedActs(inEvent: Int(demand.scope)).filter { act in
            if act.kind == .response { return answers.contains(Int(act.index)) }
            return act.typed(Moment.self).map { self[$0].concerns(demand) } ?? false
        }
    }
}

extension EventView {
    /// All votes, by date.
    package var votes: [VoteView] { VoteView.votes(of: page.site.votedActs(inEvent: event), page: page) }
}

extension DemandView {
    /// The votes on answers to it, and on what is about it or settles it, by date.
    package var votes: [VoteView] {
        let acts = page.site.votedActs(onDemand: handle, page.context.records[Int(handle.scope)])
        return VoteView.votes(of: acts, page: page)
    }
}

extension ResponseView {
    package var votes: [VoteView] { VoteView.votes(of: [AnyHandle(handle)], page: page) }
}

extension Moment {
    /// Whether it says that it is about a demand, or settles it.
    package func concerns(_ demand: Handle<Demand>) -> Bool {
        fields.about.targets().contains(AnyHandle(demand)) || fields.settles.targets().contains(demand)
            || fields.points.contains { $0.demand?.target == demand }
    }
}
