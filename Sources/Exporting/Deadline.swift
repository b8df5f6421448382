import Diagnostics
import Model
import Presenting

/// A deadline of a demand or a threat, as calendars have it.
struct Deadline {
    let handle: AnyHandle
    let date: EventDate
    let head: EntryHead
    /// Whether it was lifted, or its demand or threat was taken back before it: calendars that have it cross it out.
    let isCancelled: Bool
    /// How often it was moved, lifted, corrected or taken back; calendars keep the version with the highest number.
    let revision: Int
    /// When that was done last, as far as it is recorded.
    let changed: EventDate
}

extension ExportContext {
    /// Every deadline of an event: those of demands in order, then those of threats.
    func deadlines(ofEvent event: Int) -> [Deadline] {
        let record = records[event]
        let entries = site.events[event].entries
        return record.demandOrder.compactMap { deadline(of: entries.demands[$0], at: $0, record) }
            + entries.threats.indices.compactMap { deadline(of: entries.threats[$0], at: $0, record) }
    }

    private func deadline(of demand: Demand, at index: Int, _ record: EventRecord) -> Deadline? {
        guard let date = demand.deadlines.last(where: { $0.date != nil })?.date?.value else { return nil }
        let isLifted = demand.deadline == nil
        // What was taken back after its deadline had a deadline all the same.
        let isGone = record.statuses[index] == .withdrawn || record.statuses[index] == .replaced
        let gone = isGone ? record.statusDate(of: index, in: site) : nil
        let isEarlier = gone.map { !$0.isCertainlyAfter(date, in: record.zone) } ?? true
        let isTakenBack = isGone && isEarlier
        var dates = [demand.date.value] + demand.deadlines.compactMap { $0.set?.value }
        if let gone { dates.append(gone) }
        // If nobody recorded when it was moved, it had been at the record's date.
        if let last = record.date, demand.deadlines.dropFirst().contains(where: { $0.set == nil }) {
            dates.append(last)
        }
        return Deadline(
            handle: AnyHandle(.demand, scope: record.event, index: index), date: date, head: demand.head,
            isCancelled: isLifted || isTakenBack,
            revision: demand.deadlines.count - 1 + demand.head.corrections.count + (isTakenBack ? 1 : 0),
            changed: latest(dates, demand.head, record.zone))
    }

    private func deadline(of threat: Threat, at index: Int, _ record: EventRecord) -> Deadline? {
        guard let date = threat.deadline?.value else { return nil }
        let isTakenBack = threat.state.value == .withdrawn
        let changed = isTakenBack ? threat.stateDate?.value ?? record.date : nil
        return Deadline(
            handle: AnyHandle(.threat, scope: record.event, index: index), date: date, head: threat.head,
            isCancelled: isTakenBack, revision: threat.head.corrections.count + (isTakenBack ? 1 : 0),
            changed: latest([threat.date.value, changed].compactMap(\.self), threat.head, record.zone))
    }

    /// The last of some dates, corrections and updates.
    private func latest(_ dates: [EventDate], _ head: EntryHead, _ zone: ClockZone) -> EventDate {
        let all = dates + head.corrections.map(\.date.value) + (head.updated.map { [$0.value] } ?? [])
        return all.max { $0.lastNamed.first.earliest(in: zone) < $1.lastNamed.first.earliest(in: zone) } ?? dates[0]
    }
}
