import Drawing
import Model
import Reading

/// The acts of an event as its chart and its calendar show them: each with a sign, in the lanes of those who acted.
package struct TimelineActs {
    package struct Lane {
        /// Nil for the lane of all others.
        package let party: PartyView?
        package let name: String
    }

    package struct Act {
        package let item: TimelineItem
        package let sign: ChartSign
        package let lanes: [Int]
        package let extent: TimelineChart.Extent
    }

    /// What stands out, with how much it does.
    package struct Key {
        package let item: TimelineItem
        package let name: String
        package let weight: Int
    }

    /// The deadline of one or more demands or threats.
    package struct Deadline {
        /// With what became of it: "Pay, moved twice", "Pay, lifted".
        package let title: String
        /// The same without that.
        package let name: String
        package let earlier: [EventDate]
        /// Nil if it was lifted.
        package let date: EventDate?
        /// False for the date of a threat that is tied to no demand: then it is no deadline, and the title says so.
        let isTied: Bool
        package let route: Route
    }

    /// From so many acts on there is a chart.
    package static let fewest = 8
    private static let mostLanes = 6

    package let event: Int
    package let page: PageContext
    package private(set) var lanes: [Lane] = []
    package private(set) var acts: [Act] = []
    package private(set) var keys: [Key] = []
    /// Deadlines by date; those of several demands that were set and moved alike are one.
    package private(set) var deadlines: [Deadline] = []

    package init(of event: Int, on page: PageContext) {
        self.event = event
        self.page = page
        let index = page.context.indexes[event]
        let zone = page.context.records[event].zone
        let deeds = Set(
            page.site.events[event].entries.threats.flatMap { $0.carriedOut.compactMap(\.moment.target) })
        var signed: [(item: TimelineItem, sign: ChartSign, extent: TimelineChart.Extent)] = []
        for item in index.timeline {
            let view = TimelineItemView(item: item, page: page)
            guard view.isDrawn, let sign = view.sign, let extent = item.date.extent(in: zone) else { continue }
            let isDeed = item.handle.typed(Moment.self).map(deeds.contains) ?? false
            signed.append((item, isDeed ? .carriedOut : sign, extent))
        }
        let places = addLanes(signed.map(\.item.parties), index.parties)
        let others = lanes.firstIndex { $0.party == nil }
        acts = signed.map { item, sign, extent in
            var own: [Int] = []
            for party in item.parties {
                if let place = places[party] ?? others, !own.contains(place) { own.append(place) }
            }
            if own.isEmpty, let others { own = [others] }
            return Act(item: item, sign: sign, lanes: own, extent: extent)
        }
        let (firstDeeds, firstAnswers) = (firstDeeds, firstAnswers)
        keys = index.timeline.compactMap { key($0, firstDeeds: firstDeeds, firstAnswers: firstAnswers) }
        addEnds()
        deadlines = makeDeadlines()
    }

    /// The six parties with the most acts in the order of parties, then one lane for all others and for what nobody did.
    private mutating func addLanes(
        _ acts: [[Handle<Party>]], _ order: [Handle<Party>]
    ) -> [Handle<Party>: Int] {
        var counts: [Handle<Party>: Int] = [:]
        for party in acts.joined() { counts[party, default: 0] += 1 }
        let acting = order.filter { counts[$0] != nil }
        let ranked = acting.indices.sorted { left, right in
            let (one, two) = (counts[acting[left]] ?? 0, counts[acting[right]] ?? 0)
            return one != two ? one > two : left < right
        }
        // A lane of one other would be no narrower than its own.
        let chosen = ranked.prefix(acting.count == Self.mostLanes + 1 ? acting.count : Self.mostLanes).sorted()
        for place in chosen {
            let party = page.party(acting[place])
            lanes.append(Lane(party: party, name: party.shortName))
        }
        let others = acting.count - chosen.count
        if others > 0 {
            let number = page.words.capitalizedNumber(others)
            lanes.append(Lane(party: nil, name: page.words(.othersCounted, count: others, ["number": number])))
        } else if acts.contains(where: \.isEmpty) {
            lanes.append(Lane(party: nil, name: page.words[.others]))
        }
        return Dictionary(chosen.enumerated().map { (acting[$1], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How much an item stands out; nil for most.
    private func key(_ item: TimelineItem, firstDeeds: Set<AnyHandle>, firstAnswers: Set<AnyHandle>) -> Key? {
        let view = TimelineItemView(item: item, page: page)
        guard view.isDrawn, item.date.extent(in: page.context.records[event].zone) != nil else { return nil }
        switch item.kind {
        case .began, .ended: return Key(item: item, name: view.title, weight: 10)
        case .moment:
            guard let moment = item.handle.typed(Moment.self).map({ page.site[$0] }) else { return nil }
            if moment.planned {
                let word: Word = moment.cancelled == nil ? .plannedMoment : .calledOffMoment
                return Key(item: item, name: page.words(word, ["title": view.title]), weight: 8)
            }
            if firstDeeds.contains(item.handle) { return Key(item: item, name: view.title, weight: 8) }
            let weights: [Moment.Kind: Int] = [.agreement: 9, .vote: 9, .ruling: 6, .meeting: 4]
            return weights[moment.kindOfMoment.value].map { Key(item: item, name: view.title, weight: $0) }
        case .state, .vote: return Key(item: item, name: view.title, weight: 9)
        case .outcome:
            return view.sign == .carriedOut ? Key(item: item, name: view.title, weight: 8) : nil
        case .response: return firstAnswers.contains(item.handle) ? Key(item: item, name: view.line, weight: 7) : nil
        case .demand, .threat, .statement, .withdrawal, .move, .formerDeadline, .deadline: return nil
        }
    }

    /// The first moment at which each threat was carried out.
    private var firstDeeds: Set<AnyHandle> {
        Set(
            page.site.events[event].entries.threats.compactMap { threat in
                let zone = page.context.records[event].zone
                return threat.carriedOut.compactMap(\.moment.target).min {
                    page.site[$0].date.value.earliest(in: zone) < page.site[$1].date.value.earliest(in: zone)
                }.map { AnyHandle($0) }
            })
    }

    /// The first answer to each main demand.
    private var firstAnswers: Set<AnyHandle> {
        let record = page.context.records[event]
        return Set(
            record.mainDemands(in: page.site).compactMap { demand in
                record.responses[demand].first.map { AnyHandle(.response, scope: event, index: $0) }
            })
    }

    /// With what the record begins, and with what it ends, if the dispute has ended.
    private mutating func addEnds() {
        if !keys.contains(where: { $0.item.kind == .began }), let first = acts.first?.item { raise(first) }
        let ended = page.site.events[event].ended?.value
        if let ended, let last = acts.last(where: { $0.item.kind == .moment && $0.item.date == ended })?.item {
            raise(last)
        }
    }

    private mutating func raise(_ item: TimelineItem) {
        let place = keys.firstIndex { $0.item.kind == item.kind && $0.item.handle == item.handle }
        let name = place.map { keys[$0].name } ?? TimelineItemView(item: item, page: page).line
        if let place { keys.remove(at: place) }
        keys.append(Key(item: item, name: name, weight: 10))
    }

    private func makeDeadlines() -> [Deadline] {
        struct Dates: Hashable {
            let earlier: [EventDate]
            let date: EventDate?
            var isTied = true
        }
        var order: [Dates] = []
        var titles: [Dates: [String]] = [:]
        var routes: [Dates: Route] = [:]
        func add(_ dates: Dates, _ title: String, _ handle: AnyHandle) {
            if titles[dates] == nil {
                order.append(dates)
                routes[dates] = page.route(of: handle)
            }
            titles[dates, default: []].append(title)
        }
        let entries = page.site.events[event].entries
        // A deadline of what was off before it is not told.
        let told = Set(page.context.indexes[event].timeline.filter { $0.kind == .deadline }.map(\.handle))
        for index in page.context.records[event].demandOrder {
            let demand = entries.demands[index]
            if demand.deadline != nil, !told.contains(AnyHandle(.demand, scope: event, index: index)) { continue }
            let earlier = demand.deadlines.dropLast().compactMap { $0.date?.value }
            if demand.deadline == nil, earlier.isEmpty { continue }
            add(
                Dates(earlier: earlier, date: demand.deadline?.value), demand.title.value,
                AnyHandle(.demand, scope: event, index: index))
        }
        for index in page.context.indexes[event].threatOrder {
            guard let deadline = entries.threats[index].deadline else { continue }
            let handle = AnyHandle(.threat, scope: event, index: index)
            guard told.contains(handle) else { continue }
            let view = ThreatView(handle: Handle(scope: event, index: index), page: page)
            let title = view.untiedDateTitle
            add(
                Dates(earlier: [], date: deadline.value, isTied: title == nil),
                title ?? page.words(.elseThreat, ["title": view.title]), handle)
        }
        let zone = page.context.records[event].zone
        func last(_ dates: Dates) -> Int64 { (dates.date ?? dates.earlier.last)?.latest(in: zone) ?? 0 }
        let sorted = order.indices.sorted { (last(order[$0]), $0) < (last(order[$1]), $1) }
        return sorted.map { place in
            let dates = order[place]
            return Deadline(
                title: title(titles[dates] ?? [], moves: dates.earlier.count, isLifted: dates.date == nil),
                name: title(titles[dates] ?? [], moves: 0, isLifted: false), earlier: dates.earlier, date: dates.date,
                isTied: dates.isTied, route: routes[dates] ?? Route(page.path))
        }
    }

    /// "Pay and two more, moved twice"
    private func title(_ titles: [String], moves: Int, isLifted: Bool) -> String {
        let words = page.words
        let more = titles.count - 1
        let name =
            switch more {
            case 0: titles[0]
            case 1: words(.andOneLikeIt, ["title": titles[0]])
            default: words(.andOthersLikeIt, ["title": titles[0], "number": words.number(more)])
            }
        if isLifted { return words(.nameLifted, ["title": name]) }
        return moves == 0 ? name : words(.nameMoved, count: moves, ["title": name, "number": words.number(moves)])
    }

    /// The signs that are used, each with its meaning.
    ///
    /// - Parameter drawn: those that only the drawing can tell.
    package func signs(with drawn: [ChartSign]) -> [(sign: ChartSign, words: String)] {
        var used = Set(acts.map(\.sign) + drawn)
        if deadlines.contains(where: { $0.date != nil }) { used.insert(.deadline) }
        if deadlines.contains(where: { !$0.earlier.isEmpty }) { used.insert(.moved) }
        // In the order in which a reader meets them.
        let order: [ChartSign] = [
            .asked, .refused, .accepted, .otherAnswer, .threat, .carriedOut, .moment, .planned, .statement, .deadline,
            .moved, .doubt, .lasting,
        ]
        return order.filter(used.contains).map { ($0, page.words.alone(.chartSign, $0.rawValue)) }
    }
}
