import Drawing
import Model
import Reading

/// What was agreed in a dispute: the path of its agreements, and the terms of those that hold.
package struct AgreementView {
    /// A state that an agreement came to.
    package struct Step {
        package let mark: MarkKind
        /// "Tentative", "Voted down".
        package let words: String
        package let date: DateView
        /// Which agreement, where there are several; else at the first step.
        package let title: String?
        package let route: Route
        package let page: PageContext
    }

    package let event: Int
    package let page: PageContext
    /// Indices of the agreements, by date.
    private let agreements: [Int]
    /// Those that hold; else the last one.
    private let counting: [Int]

    /// Nil where no agreement is recorded.
    init?(event: Int, page: PageContext) {
        self.event = event
        self.page = page
        counting = AgreementView.counting(in: event, of: page.context)
        agreements = AgreementView.agreements(in: event, of: page.context)
        if agreements.isEmpty { return nil }
    }

    private static func agreements(in event: Int, of context: SiteContext) -> [Int] {
        let moments = context.site.events[event].entries.moments
        let zone = context.records[event].zone
        return moments.indices.filter { moments[$0].kindOfMoment.value == .agreement && !moments[$0].planned }
            .sorted {
                (moments[$0].date.value.earliest(in: zone), $0) < (moments[$1].date.value.earliest(in: zone), $1)
            }
    }

    /// The agreements that count, by their indices among the moments.
    static func counting(in event: Int, of context: SiteContext) -> [Int] {
        let agreements = agreements(in: event, of: context)
        let moments = context.site.events[event].entries.moments
        let record = context.records[event]
        let holding = agreements.filter { moments[$0].holds(at: record.date, in: record.zone) }
        return holding.isEmpty ? agreements.suffix(1) : holding
    }

    private var record: EventRecord { page.context.records[event] }

    /// "What was agreed", if it holds; else "The agreement".
    package var heading: String {
        let moments = page.site.events[event].entries.moments
        return counting.contains { moments[$0].holds(at: record.date, in: record.zone) }
            ? page.words[.agreedPoints] : page.words(.theAgreements, count: agreements.count)
    }

    package var steps: [Step] {
        let zone = record.zone
        let moments = page.site.events[event].entries.moments
        let counted = counting.map { moments[$0] }
        // An agreement between others, on something else, is no step on the way.
        let told = agreements.filter { index in
            counting.contains(index) || counted.contains { $0.isAlike(moments[index]) }
        }
        let all = told.flatMap { index -> [(date: EventDate, step: Step)] in
            let moment = page.site.events[event].entries.moments[index]
            return moment.path(until: record.date, in: zone).enumerated().map { place, item in
                let (state, date, by) = item
                let step = Step(
                    mark: state?.mark ?? .settled, words: words(of: state, moment, date, by),
                    date: page.date(date, of: event),
                    title: told.count > 1 || place == 0 ? moment.title.value : nil,
                    route: page.route(of: AnyHandle(.moment, scope: event, index: index)), page: page)
                return (date, step)
            }
        }
        return all.enumerated().sorted { left, right in
            let (one, two) = (left.element.date.earliest(in: zone), right.element.date.earliest(in: zone))
            return one != two ? one < two : left.offset < right.offset
        }.map(\.element.step)
    }

    private func words(of state: Moment.State?, _ moment: Moment, _ date: EventDate, _ by: [Reference<Party>]) -> String
    {
        guard let state else { return page.words[.agreed] }
        let wasVoted = moment.votes.contains { ($0.date?.value ?? moment.date.value) == date }
        let words = state == .rejected && wasVoted ? page.words[.votedDown] : page.words.words(state)
        let by = page.parties(by)
        let named =
            by.isEmpty ? words : page.words(.formBy, ["form": words, "names": by.listed(page.words)])
        return named.prefix(1).uppercased() + named.dropFirst()
    }

    /// The terms of the agreements that count.
    package var terms: [AgreementTermsView] {
        counting.map {
            AgreementTermsView(moment: Handle(scope: event, index: $0), isNamed: counting.count > 1, page: page)
        }
    }
    /// Whether the dispute is over, and nothing lies ahead any more.
    package var isLast: Bool {
        let entries = page.site.events[event].entries
        return !record.mayGoOn(in: page.site)
            && !entries.moments.contains { $0.isAhead(of: record) }
            && !entries.demands.contains { $0.deadline.map { !record.hasPassed($0.value) } ?? false }
    }
}

/// What one agreement says.
package struct AgreementTermsView {
    let moment: Handle<Moment>
    /// Whether its title is told, since there are others.
    let isNamed: Bool
    package let page: PageContext

    private var entry: Moment { page.site[moment] }

    package var title: String? { isNamed ? entry.title.value : nil }
    package var route: Route { page.route(of: AnyHandle(moment)) }
    /// What was agreed, point by point.
    package var points: [PointView] {
        entry.points.map { PointView($0.title, $0.text, of: entry.head, $0.demand?.target, $0.sources, page: page) }
    }
    /// Whether any point says which demand it settles, and whether any says more than its title.
    package var namesDemands: Bool { entry.points.contains { $0.demand?.target != nil } }
    package var hasTexts: Bool { entry.points.contains { $0.text != nil } }
    /// What it settles without a point that says so.
    package var demands: [LinkView] {
        let told = entry.points.compactMap { $0.demand?.target }
        return entry.settles.targets().filter { !told.contains($0) }.map { page.link(to: AnyHandle($0)) }
    }
    package var parties: [PartyView] { page.parties(entry.parties) }
    package var sources: [SourceUse] { entry.head.sources }
}

extension EventView {
    /// Nil where no agreement is recorded.
    package var agreement: AgreementView? { AgreementView(event: event, page: page) }
}

extension Moment {
    /// Whether a vote of a day brought about a state of that day: of several it is that which votes decide.
    func isVoted(_ state: State?, on day: EventDate) -> Bool {
        let others = fields.states.filter { ($0.date?.value ?? fields.date.value) == day }.map(\.state.value)
        guard let state, others.count > 1 else { return true }
        let voted = others.first { $0 == .ratified || $0 == .rejected } ?? others.first
        return state == voted
    }

    /// Whether two agreements are between the same parties, or are about one demand.
    func isAlike(_ other: Moment) -> Bool {
        func demands(_ fields: Moment) -> Set<AnyHandle> {
            let settled = fields.settles.targets() + fields.points.compactMap { $0.demand?.target }
            return Set(settled.map { AnyHandle($0) } + fields.about.compactMap(\.target))
        }
        return Set(fields.parties.targets()) == Set(other.fields.parties.targets())
            || !demands(self).isDisjoint(with: demands(other))
    }

    /// Whether an agreement is in force at a date: unless its states say otherwise.
    func holds(at record: EventDate?, in zone: ClockZone) -> Bool {
        state(at: record, in: zone)?.state.value.settles ?? true
    }

    /// The states of an agreement in the order written, with their dates; the state is nil where it was made, if no other is
    /// written for that day.
    func path(until record: EventDate?, in zone: ClockZone) -> [(
        state: State?, date: EventDate, by: [Reference<Party>]
    )] {
        let known = fields.states.filter { change in
            guard let date = change.date?.value, let record else { return true }
            return !date.isCertainlyAfter(record, in: zone)
        }.map { (state: Optional($0.state.value), date: $0.date?.value ?? fields.date.value, by: $0.by) }
        return known.contains { $0.date == fields.date.value } ? known : [(nil, fields.date.value, [])] + known
    }
}

extension Moment.State {
    /// The sign of what became of an agreement.
    package var mark: MarkKind {
        switch self {
        case .tentative: .answer(.agreedInPrinciple)
        case .ratified: .settled
        case .rejected: .answer(.refused)
        case .inForce: .answer(.accepted)
        case .broken: .withdrawn
        }
    }
}
