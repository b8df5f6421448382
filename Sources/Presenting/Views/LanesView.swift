import Drawing
import Model

/// The main picture of an event: who wants what from whom, one lane a demand.
package struct LanesView {
    /// The demands of the same askers.
    package struct Group {
        package let askers: [PartyView]
        package let lanes: [LaneView]
        package let page: PageContext
    }

    /// A sign that the picture uses, with what it means.
    package struct Sign {
        package let mark: MarkKind
        package let words: String
        package let page: PageContext
    }

    /// A party at one end of a picture of two.
    package struct Head {
        package let party: PartyView
        /// "asked for two things"; nil where it did nothing.
        package let role: String?
    }

    package let event: Int
    package let page: PageContext
    private let main: [Int]
    /// The two parties between whom all main demands are; empty where there are more, or more than six demands.
    package let heads: [Head]

    package init(event: Int, page: PageContext) {
        self.event = event
        self.page = page
        let record = page.context.records[event]
        let demands = page.site.events[event].entries.demands
        main = record.mainDemands(in: page.site)
        let pairs = main.map { (from: Set(demands[$0].from.targets()), to: Set(demands[$0].to.targets())) }
        let parties = pairs.reduce(into: Set<Handle<Party>>()) { $0.formUnion($1.from.union($1.to)) }
        let isPair =
            parties.count == 2 && main.count <= 6 && pairs.allSatisfy { $0.from.count == 1 && $0.to.count == 1 }
        heads =
            isPair
            ? record.actingParties.filter(parties.contains).map {
                Head(party: page.party($0), role: page.roleWords(of: $0, in: event))
            } : []
    }

    private var record: EventRecord { page.context.records[event] }
    private var demands: [Demand] { page.site.events[event].entries.demands }

    /// "The six main demands, of 24."; nil where all are drawn.
    package var lead: String? {
        let (drawn, all) = (main.count, demands.count)
        guard drawn < all else { return nil }
        let forms = page.words.plurals(of: demands.map { page.site.form(of: $0) })
        // Which demands are the main ones only the writer can say.
        let isMarked = main.contains { demands[$0].main == true }
        if !isMarked {
            return page.words(
                .someDemandsOf, count: drawn,
                ["number": page.words.capitalizedNumber(drawn), "total": page.words.number(all), "forms": forms])
        }
        return page.words(
            .mainDemandsOf, count: drawn,
            ["number": page.words.number(drawn), "total": page.words.number(all), "forms": forms])
    }

    /// By asker: the asker of the most main demands first, then by the order in which parties act. Face to face there is
    /// one group, by date.
    package var groups: [Group] {
        if let first = heads.first {
            return [Group(askers: [first.party], lanes: lanes(main, first.party.handle), page: page)]
        }
        let groups = record.byAskers(main, in: page.site)
        let order = groups.indices.sorted { left, right in
            let (one, two) = (groups[left].demands.count, groups[right].demands.count)
            return one != two ? one > two : left < right
        }
        return order.map { place in
            let (askers, demands) = groups[place]
            return Group(askers: askers.map(page.party), lanes: lanes(demands, askers.first), page: page)
        }
    }

    private func lanes(_ demands: [Int], _ first: Handle<Party>?) -> [LaneView] {
        demands.enumerated().map { place, demand in
            let view = DemandView(handle: Handle(scope: event, index: demand), page: page)
            return LaneView(
                demand: view, isMirrored: view.entry.from.targets().first != first,
                before: place > 0 ? demands[place - 1] : nil)
        }
    }

    /// The signs that the picture uses, each once: answers, what is missing, deadlines, threats.
    package var signs: [Sign] {
        var signs: [(mark: MarkKind, meanings: [String])] = []
        func add(_ mark: MarkKind, _ words: String) {
            guard let known = signs.firstIndex(where: { Mark.areAlike($0.mark, mark) }) else {
                return signs.append((mark, [words]))
            }
            if !signs[known].meanings.contains(words) { signs[known].meanings.append(words) }
        }
        let responses = page.site.events[event].entries.responses
        for demand in main {
            let status = record.statuses[demand]
            if status == .withdrawn { add(.withdrawn, page.words.inlineWords(status)) }
            // Of a demand that is off the table no answer is drawn as one that counts.
            if status.isClosed, status != .met, status != .metLate { continue }
            for cell in record.cells[demand] {
                if record.settledParties[demand][cell.party] != nil {
                    add(.settled, page.words.inlineWords(Demand.Status.settled))
                    continue
                }
                guard let response = cell.response.map({ responses[$0] }) else { continue }
                add(response.kindOfResponse.value.mark, page.context.inlineKindWords(of: response))
            }
        }
        if main.contains(where: { !record.statuses[$0].isClosed && !record.silentParties(on: $0).isEmpty }) {
            add(.noAnswer, page.words[.noAnswerNote])
        }
        if main.contains(where: { !demands[$0].deadlines.isEmpty }) { add(.deadline, page.words[.deadlineNote]) }
        let threats = Set(main.flatMap { record.threats[$0] }).map { page.site.events[event].entries.threats[$0] }
        if !threats.isEmpty {
            let areCalledSo = threats.allSatisfy { $0.isCalledThreat(in: page.site) }
            add(.threat, page.words[areCalledSo ? .threatNote : .consequenceNote])
        }
        // Some kinds share a sign.
        return signs.map {
            Sign(mark: $0.mark, words: $0.meanings.joined(separator: page.words[.listBetween]), page: page)
        }
    }
}

extension LanesView {
    /// The parties that the lanes show, in the order in which they act.
    package var parties: [PartyView] {
        var shown: Set<Handle<Party>> = []
        for demand in main { shown.formUnion(demands[demand].from.targets() + demands[demand].to.targets()) }
        return record.actingParties.filter(shown.contains).map(page.party)
    }
}

extension LanesView.Group {
    /// Who asked, with the verb of what they did, if all of it was one thing: "Dockers' union asked".
    package var heading: String {
        let names = askers.listed(atStart: true, page.words)
        let verbs = Set(
            lanes.map { lane -> Word in
                switch lane.demand.form {
                case .demand, .request: .askedInPicture
                case .order: .orderedInPicture
                case .offer: .offeredInPicture
                case .proposal: .proposedInPicture
                }
            })
        guard verbs.count == 1, let verb = verbs.first else { return names }
        return page.words(verb, ["names": names])
    }
}

extension EventView {
    package var lanes: LanesView { LanesView(event: event, page: page) }
    package var isLarge: Bool { page.context.records[event].isLarge(in: page.site) }

    /// "All 24 demands and offers", "All 12 demands and orders", "All 12 demands".
    package var allDemandsWords: String {
        let demands = demands
        if demands.count == 1 { return page.words(.theOnlyOfForm, ["form": page.words.inlineWords(demands[0].form)]) }
        let forms = demands.map(\.form)
        if demands.count == 2 {
            if forms[0] != forms[1] { return page.words.counted(forms).capitalizedFirst }
            return page.words(.bothDemands, ["forms": page.words.plurals(of: forms)])
        }
        return page.words(
            .allOfForms,
            ["number": page.words.number(demands.count), "forms": page.words.plurals(of: forms)])
    }

    /// All demands by who made them, in the order in which parties act.
    package var demandGroups: [DemandGroupView] {
        let record = page.context.records[event]
        return record.byAskers(record.demandOrder, in: page.site).map { askers, demands in
            DemandGroupView(
                askers: askers,
                demands: demands.map { DemandView(handle: Handle(scope: event, index: $0), page: page) },
                page: page)
        }
    }
}

/// What the same parties asked.
package struct DemandGroupView {
    let askers: [Handle<Party>]
    package let demands: [DemandView]
    package let page: PageContext

    package var names: String { page.words.list(askers.map { page.site[$0].briefName }) }
    /// How many, and how they stand: "Asked for two things: one met, one refused."
    package var words: String {
        let (indices, event) = (demands.map { Int($0.handle.index) }, Int(demands[0].handle.scope))
        let acts = page.acts(indices, in: event, isReceived: false).capitalizedFirst
        let outcome = page.becameOf(indices, in: event)
        return (outcome.map { page.words(.actsAndOutcome, ["acts": acts, "outcome": $0]) } ?? acts) + "."
    }
}

/// One demand of the main picture: what was asked, and beside it what was answered.
package struct LaneView {
    package let demand: DemandView
    /// Whether the asker stands at the other end than in the picture's first lane.
    package let isMirrored: Bool
    /// The demand of the lane before it.
    let before: Int?

    /// That its deadline and threats are those of the lane before it; nil if they differ, or if there are none.
    package var sameAsBeforeWords: String? { before.flatMap { demand.sameWords(asOf: $0) } }

    private let answers: [AnswerView]
    private let allEarlier: [EarlierAnswerView]

    init(demand: DemandView, isMirrored: Bool, before: Int?) {
        self.demand = demand
        self.isMirrored = isMirrored
        self.before = before
        answers = demand.answers
        allEarlier = LaneView.earlier(of: demand, answers)
    }

    /// What each group of parties answered that gave the same answer; of a demand that is off the table nothing.
    package var current: [AnswerView] { demand.isClosed ? [] : answers.filter(\.isRecorded) }
    /// Who has not answered.
    package var silent: [PartyView] { answers.filter { !$0.isRecorded }.flatMap(\.parties) }
    /// The last answer to a demand that is off the table: how its exchange was parted.
    package var lastGate: String { answers.last?.gate ?? "missing" }
    package var asked: [PartyView] { demand.to.map(\.party) }

    /// Answers that others replaced, and those to a demand that is off the table; newest first, at most three.
    package var earlier: [EarlierAnswerView] { Array(allEarlier.prefix(3)) }
    /// What stands above them: answers to a demand that is off the table may have come after that.
    package var earlierLabel: String {
        let event = Int(demand.handle.scope)
        let record = demand.page.context.records[event]
        let off = record.statusDate(of: Int(demand.handle.index), in: demand.page.site)
        let isBefore = allEarlier.allSatisfy { answer in
            off.map { !demand.page.site[answer.response].date.value.isCertainlyAfter($0, in: record.zone) } ?? true
        }
        return demand.page.words[demand.isClosed && !isBefore ? .answersOfAllTime : .beforeThatLabel]
    }
    /// How many more there are.
    package var moreEarlier: Int { max(allEarlier.count - 3, 0) }

    private static func earlier(of demand: DemandView, _ answers: [AnswerView]) -> [EarlierAnswerView] {
        let page = demand.page
        let current = demand.isClosed ? answers.compactMap(\.response) : []
        let replaced = answers.flatMap { $0.earlierIndices }
        let scope = Int(demand.handle.scope)
        var seen: Set<Int> = []
        let all = (current.map { Int($0.index) } + replaced).filter { seen.insert($0).inserted }
        let zone = page.context.records[scope].zone
        let responses = page.site.events[scope].entries.responses
        return all.enumerated().sorted { left, right in
            let (one, two) = (
                responses[left.element].date.value.latest(in: zone),
                responses[right.element].date.value.latest(in: zone)
            )
            return one != two ? one > two : left.offset < right.offset
        }.map { EarlierAnswerView(response: Handle(scope: scope, index: $0.element), page: page) }
    }
}
