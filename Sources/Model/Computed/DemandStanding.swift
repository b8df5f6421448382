import Diagnostics

/// The demand that replaced a demand in the end; the demand itself if none did.
///
/// - Parameter replacedBy: for each demand, the one that replaces it.
func lastForm(of demand: Int, replacedBy: [Int?]) -> Int {
    var last = demand
    // As often as there are demands at most: one that runs in a circle is an error, which is reported.
    for _ in replacedBy.indices {
        guard let next = replacedBy[last] else { break }
        last = next
    }
    return last
}

extension Entries {
    /// What the answer of a cell asks for instead, in its last form.
    func counter(of cell: AnswerCell, in event: Int, replacedBy: [Int?]) -> Int? {
        cell.response.flatMap { counter(of: $0, in: event) }.map { lastForm(of: $0, replacedBy: replacedBy) }
    }
}

/// What has become of each demand of an event. In this order: the writer's word; withdrawn; replaced; settled; then the
/// answers, where an answer with a counter-offer means what has become of that.
struct DemandStanding {
    /// For each demand, the effect of each of its cells.
    private(set) var effects: [[AnswerEffect]]
    private(set) var statuses: [Demand.Status]
    /// For each demand, what settles it.
    private(set) var settlements: [Settlement?]
    /// For each demand, those asked that are in an agreement that settles it, with its index among the moments.
    let parties: [[Handle<Party>: Int]]

    private let entries: Entries
    private let cells: [[AnswerCell]]
    private let replacedBy: [Int?]
    private let rejections: [EventDate?]
    private let date: EventDate?
    private let event: Int
    private let zone: ClockZone

    init(
        _ value: Event, _ cells: [[AnswerCell]], replacedBy: [Int?], date: EventDate?, of event: Int, zone: ClockZone
    ) {
        let entries = value.entries
        let known = entries.settlements(of: event, record: date, zone: zone)
        self.entries = entries
        self.cells = cells
        self.replacedBy = replacedBy
        self.date = date
        self.event = event
        self.zone = zone
        settlements = known.whole
        parties = known.parties
        rejections = entries.rejections(of: event, record: date, zone: zone)
        effects = cells.map { $0.map { _ in .silent } }
        statuses = entries.demands.map { _ in .open }
        for demand in statuses.indices { update(demand) }
        // Of a chain of counter-offers the last one decides; one that runs in a circle is an error, which is reported.
        let countered = statuses.indices.filter { demand in cells[demand].contains { counter(of: $0) != nil } }
        for _ in countered {
            let before = statuses
            for demand in countered { update(demand) }
            if statuses == before { break }
        }
        // An event that is over leaves open what was not decided.
        if let status = value.statedStatus(in: zone), status.isOver {
            for index in statuses.indices where entries.demands[index].statusOverride == nil {
                if statuses[index] == .open || statuses[index] == .negotiating { statuses[index] = .leftOpen }
            }
        }
    }

    private mutating func update(_ demand: Int) {
        effects[demand] = cells[demand].map { effect(of: $0, on: demand) }
        let entry = entries.demands[demand]
        if let typed = entry.statusOverride {
            statuses[demand] = typed.value
        } else if entry.withdrawn != nil {
            statuses[demand] = .withdrawn
        } else if replacedBy[demand] != nil {
            statuses[demand] = .replaced
        } else if case .moment? = settlements[demand] {
            statuses[demand] = .settled
        } else {
            let hasPassed = entry.deadline.flatMap { deadline in
                date.map { $0.isCertainlyAfter(deadline.value, in: zone) }
            }
            statuses[demand] = status(of: effects[demand], hasPassed: hasPassed ?? false)
            let isSettled = statuses[demand] == .settled
            settlements[demand] = isSettled ? cells[demand].lazy.compactMap(counter).last.map { .counter($0) } : nil
        }
    }

    private func effect(of cell: AnswerCell, on demand: Int) -> AnswerEffect {
        if parties[demand][cell.party] != nil { return .settled }
        guard let index = cell.response else { return .silent }
        let response = entries.responses[index]
        switch response.kindOfResponse.value {
        case .complied:
            let deadline = entries.demands[demand].deadline?.value
            return deadline.map { response.date.value.isCertainlyAfter($0, in: zone) } == true ? .metLate : .met
        case .agreedInPrinciple:
            // It came to nothing where those who decide turned it down.
            let isRejected = rejections[demand].map { !response.date.value.isCertainlyAfter($0, in: zone) } ?? false
            return isRejected ? .rejected : .agreed
        case let kind where kind.effect == .talks:
            let counter = counter(of: cell)
            switch counter.map({ statuses[$0] }) {
            case .agreed, .met, .metLate, .settled: return .settled
            // What was refused before it was offered again was not refused as a counter-offer.
            case .refused where counter.map({ wasAnswered($0, before: response) }) != true: return .counterRefused
            default: return .talks
            }
        case let kind: return kind.effect
        }
    }

    /// Whether all answers to a demand are older than a response for certain.
    private func wasAnswered(_ demand: Int, before response: Response) -> Bool {
        cells[demand].allSatisfy { cell in
            cell.response.map { response.date.value.isCertainlyAfter(entries.responses[$0].date.value, in: zone) }
                ?? true
        }
    }

    private func counter(of cell: AnswerCell) -> Int? {
        entries.counter(of: cell, in: event, replacedBy: replacedBy)
    }
}
