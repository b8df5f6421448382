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
    /// For each statement of the event's list, for whom it was spoken.
    package let speakings: [Speaking]
    package let status: Event.Status

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

        var settled: Set<Int> = []
        for moment in entries.moments where moment.kindOfMoment.value == .agreement {
            for item in moment.about {
                if let handle = item.target, handle.kind == .demand, Int(handle.scope) == event {
                    settled.insert(Int(handle.index))
                }
            }
        }
        statuses = entries.demands.indices.map { index in
            demandStatus(
                entries.demands[index],
                effects: cells[index].map { cell in
                    cell.response.map { entries.responses[$0].effect(in: entries, of: event) } ?? .nothing
                },
                isReplaced: replacedBy[index] != nil,
                isSettled: settled.contains(index), record: date, zone: zone)
        }
        let acting = Set(actingParties)
        speakings = entries.statements.map { site.speaking(of: $0, preferring: acting, zone: zone) }
        status = eventStatus(value, statuses: statuses, record: date, zone: zone)
    }

    /// Whether a demand is an ultimatum: it has a deadline and a threat hangs on it.
    package func isUltimatum(_ demand: Int, in site: Site) -> Bool {
        site.events[event].entries.demands[demand].deadline != nil && !threats[demand].isEmpty
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
