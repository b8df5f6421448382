import Diagnostics
import Reading

/// Everything about one event that is computed, never typed; made once for an event, in time linear in its entries.
package final class EventRecord: Sendable {
    package let event: Int
    package let zone: ClockZone
    /// The record's date; nil for an event without any date.
    package let date: EventDate?
    /// The day of the last update, correction or act; nil for an event without any date.
    package let lastRecorded: EventDate?
    /// Parties that ask, are asked, answer, threaten or are threatened, in the order in which they first act: demands
    /// by date, then answers, then threats. The order decides colours and columns.
    package let actingParties: [Handle<Party>]
    /// Where each entry stands among others.
    let order: EventOrder
    /// Demands in order: indices into the event's list.
    package let demandOrder: [Int]
    /// For each demand of the event's list, its cells: one for each party asked, in the order asked.
    package let cells: [[AnswerCell]]
    /// For each demand, all responses to it by date.
    package let responses: [[Int]]
    /// For each demand, the threats that hang on it by date.
    package let threats: [[Int]]
    /// For each demand, the demands that replace it.
    package let replacedBy: [Int?]
    package let statuses: [Demand.Status]
    /// For each demand, the effect of each of its cells.
    package let effects: [[AnswerEffect]]
    /// For each demand, what settles it.
    package let settlements: [Settlement?]
    /// For each demand, those asked that are in an agreement that settles it, with its index among the moments.
    package let settledParties: [[Handle<Party>: Int]]
    /// Statements in order: of one date the words of an act first, then what is verbatim, then what is told in the
    /// writer's words.
    package let statementOrder: [Int]
    /// For each statement, the statements of the same speakers, date and medium in order, with itself.
    private let occasions: [[Int]]
    private let occasionNumbers: [Int]
    /// For each statement of the event's list, for whom it was spoken.
    package let speakings: [[Speaking]]
    package let status: Event.Status

    /// The parties for which a statement was made, each once.
    package func parties(ofStatement index: Int) -> [Handle<Party>] {
        speakings[index].reduce(into: []) { parties, speaking in
            if let party = speaking.party, !parties.contains(party) { parties.append(party) }
        }
    }

    package init(_ site: Site, event: Int, asOf: EventDate?) {
        let value = site.events[event]
        let zone = site.zone(ofScope: event)
        let date = site.recordDate(ofEvent: event, asOf: asOf)
        self.event = event
        self.zone = zone
        self.date = date
        lastRecorded = site.lastRecorded(inEvent: event)
        let entries = value.entries

        let order = EventOrder(entries, of: event, in: zone)
        self.order = order
        demandOrder = order.demands.sortedIndices
        let responseOrder = order.responses.sortedIndices
        let threatOrder = order.threats.sortedIndices

        var responses = [[Int]](repeating: [], count: entries.demands.count)
        for index in responseOrder {
            for demand in entries.responses[index].answers {
                EventRecord.add(index, to: demand.target, of: event, in: &responses)
            }
        }
        var threats = [[Int]](repeating: [], count: entries.demands.count)
        for index in threatOrder {
            for demand in entries.threats[index].unless {
                EventRecord.add(index, to: demand.target, of: event, in: &threats)
            }
        }
        var replacedBy = [Int?](repeating: nil, count: entries.demands.count)
        for index in demandOrder {
            if let replaced = entries.demands[index].replaces?.target, replaced.scope == event {
                replacedBy[Int(replaced.index)] = index
            }
        }
        self.responses = responses
        self.threats = threats
        self.replacedBy = replacedBy
        actingParties = EventRecord.parties(entries, demandOrder, responseOrder, threatOrder)

        var cells: [[AnswerCell]] = []
        cells.reserveCapacity(entries.demands.count)
        for (index, demand) in entries.demands.enumerated() {
            cells.append(answerCells(of: demand, responses: responses[index], in: entries, of: event, zone: zone))
        }
        self.cells = cells

        let standing = DemandStanding(value, cells, replacedBy: replacedBy, date: date, of: event, zone: zone)
        statuses = standing.statuses
        effects = standing.effects
        settlements = standing.settlements
        settledParties = standing.parties
        let acting = Set(actingParties)
        speakings = entries.statements.map { site.speakings(of: $0, preferring: acting, zone: zone) }
        status = eventStatus(value, statuses: statuses, zone: zone)

        let quoted = entries.quotedStatements
        statementOrder =
            order.statements.enumerated().map { index, key in
                var key = key
                key.kind = entries.statements[index].words == nil ? 2 : quoted.contains(index) ? 0 : 1
                return key
            }.sortedIndices
        var known: [Statement.Occasion: Int] = [:]
        var occasions: [[Int]] = []
        var numbers = [Int](repeating: 0, count: entries.statements.count)
        for index in statementOrder {
            let number = known[entries.statements[index].occasion, default: occasions.count]
            if number == occasions.count {
                known[entries.statements[index].occasion] = number
                occasions.append([])
            }
            occasions[number].append(index)
            numbers[index] = number
        }
        self.occasions = occasions
        occasionNumbers = numbers
    }

    /// How many other statements of one occasion a page shows.
    package static let shownOfOccasion = 10

    /// The other statements of a statement's occasion in order: those that its page shows, and how many more there are.
    package func alsoSaid(with statement: Int) -> (shown: [Int], more: Int) {
        let all = occasions[occasionNumbers[statement]]
        let shown = all.lazy.filter { $0 != statement }.prefix(EventRecord.shownOfOccasion)
        return (Array(shown), max(0, all.count - 1 - EventRecord.shownOfOccasion))
    }

    /// Whether a demand is an ultimatum: it has a deadline and a threat hangs on that.
    package func isUltimatum(_ demand: Int, in site: Site) -> Bool {
        let entries = site.events[event].entries
        return entries.demands[demand].deadline != nil
            && threats[demand].contains { hangs(entries.threats[$0], on: entries.demands[demand]) }
    }

    /// Whether a threat hangs on a demand's deadline: it has no other of its own, and was made before that passed.
    package func hangs(_ threat: Threat, on demand: Demand) -> Bool {
        guard threat.deadline == nil || threat.deadline?.value == demand.deadline?.value else { return false }
        return demand.deadline.map { !threat.date.value.isCertainlyAfter($0.value, in: zone) } ?? true
    }

    /// Whether a deadline has passed for certain at the record's date.
    package func hasPassed(_ deadline: EventDate) -> Bool {
        date.map { $0.isCertainlyAfter(deadline, in: zone) } ?? false
    }

    /// Adds an act to those of a demand of the event, once however often the act names the demand.
    private static func add(_ act: Int, to demand: Handle<Demand>?, of event: Int, in acts: inout [[Int]]) {
        guard let demand, demand.scope == event else { return }
        if acts[Int(demand.index)].last != act { acts[Int(demand.index)].append(act) }
    }

    private static func parties(
        _ entries: Entries, _ demands: [Int], _ responses: [Int], _ threats: [Int]
    ) -> [Handle<Party>] {
        var seen: Set<Handle<Party>> = []
        var result: [Handle<Party>] = []
        func add(_ references: [Reference<Party>]) {
            for reference in references {
                if let target = reference.target, seen.insert(target).inserted { result.append(target) }
            }
        }
        for index in demands {
            add(entries.demands[index].from)
            add(entries.demands[index].to)
        }
        for index in responses {
            add(entries.responses[index].from)
            add(entries.responses[index].onBehalfOf)
        }
        for index in threats {
            add(entries.threats[index].from)
            add(entries.threats[index].to)
        }
        return result
    }
}

extension Moment {
    /// Whether it is planned for a time after the record's date, and was not called off.
    package func isAhead(of record: EventRecord) -> Bool {
        fields.planned && fields.cancelled == nil && !record.hasPassed(fields.date.value)
    }

    /// Whether it is still planned for a time before the record's date.
    package func isOverdue(in record: EventRecord) -> Bool {
        fields.planned && fields.cancelled == nil && record.hasPassed(fields.date.value)
    }
}
