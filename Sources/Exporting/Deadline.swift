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
        let isGone = [.withdrawn, .replaced, .settled].contains(record.statuses[index])
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
        let isOffBefore = threat.stateDate.map { date.isCertainlyAfter($0.value, in: record.zone) } ?? false
        let isTakenBack = threat.state.value == .withdrawn || (threat.state.value == .notCarriedOut && isOffBefore)
        let changed = isTakenBack ? threat.stateDate?.value ?? record.date : nil
        return Deadline(
            handle: AnyHandle(.threat, scope: record.event, index: index), date: date, head: threat.head,
            isCancelled: isTakenBack, revision: threat.head.corrections.count + (isTakenBack ? 1 : 0),
            changed: latest([threat.date.value, changed].compactMap(\.self), threat.head, record.zone))
    }

    /// "Four states to Qatar: Pay reparations (deadline)", "Date in a threat by Bahrain: Freeze its membership".
    func summary(of deadline: Deadline) -> String {
        let title = name(of: deadline.handle)
        if let demand = deadline.handle.typed(Demand.self).map({ site[$0] }) {
            return words(
                .deadlineFromTo, ["from": briefNames(demand.from), "to": briefNames(demand.to), "title": title])
        }
        guard let threat = deadline.handle.typed(Threat.self).map({ site[$0] }) else { return title }
        let names = words.list(threat.from.targets().map { site[$0].nameInText })
        return words(words.dateWord(of: site.label(of: threat)), ["names": names, "title": title])
    }

    /// What a calendar does not show by itself: the hour or the doubt of the date, what came of it, whether it was moved,
    /// and which dispute it is of. A line for each.
    func description(of deadline: Deadline, namesDispute: Bool) -> String {
        let event = Int(deadline.handle.scope)
        let record = records[event]
        func date(_ date: EventDate) -> String { date.words(in: record.zone, language: words.dates) }
        var lines: [String] = []
        if deadline.date.hasClock || !deadline.date.isExact { lines.append(date(deadline.date)) }
        if let handle = deadline.handle.typed(Demand.self) {
            let demand = site[handle]
            if record.statuses[Int(handle.index)] != .open {
                lines.append(StateSentence.text(state(of: handle).lead, date) + ".")
            }
            lines += demand.deadlines.indices.dropFirst().map { deadlineText(of: demand, $0, date) }
        } else if let threat = deadline.handle.typed(Threat.self).map({ site[$0] }) {
            switch threat.state.value {
            case .threatened, .unknown: break
            case .imposed, .partlyImposed, .blocked, .withdrawn, .notCarriedOut:
                let state = words.words(threat.state.value)
                let since = threat.stateDate.map { words(.nameAndDate, ["name": state, "date": date($0.value)]) }
                lines.append((since ?? state) + ".")
            }
        }
        if let summary = deadline.head.summary?.value { lines.append(summary) }
        if namesDispute { lines.append(site.events[event].title.value) }
        return lines.joined(separator: "\n")
    }

    private func briefNames(_ parties: [Reference<Party>]) -> String {
        words.list(parties.compactMap { $0.target.map { site[$0].briefName } })
    }

    /// The last of some dates, corrections and updates.
    private func latest(_ dates: [EventDate], _ head: EntryHead, _ zone: ClockZone) -> EventDate {
        let all = dates + head.corrections.map(\.date.value) + (head.updated.map { [$0.value] } ?? [])
        return all.max { $0.lastNamed.first.earliest(in: zone) < $1.lastNamed.first.earliest(in: zone) } ?? dates[0]
    }
}
