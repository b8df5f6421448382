import Bytes

/// The items of a timeline that stand under one heading: those of a month, or of a year if no month is known.
package struct TimelineMonth: Sendable {
    package let year: Int
    /// From 1 to 12; nil for items of a year.
    package let month: Int?
    /// The phase that begins with it: its place in the event's list; nil for none.
    package let phase: Int?
    /// The id of its element: `2026-02`, `2026`. A heading that comes again has a number after it: `2026-2`.
    package let anchor: String
    /// The places of its items in the timeline.
    package fileprivate(set) var items: Range<Int>
}

extension [TimelineItem] {
    /// The headings of a timeline, in its order. A month in which a phase begins is divided.
    package func months(in zone: ClockZone, phases: [Event.Phase]) -> [TimelineMonth] {
        let starts = phases.phaseStarts(in: zone)
        var months: [TimelineMonth] = []
        var reached = -1
        for (place, item) in enumerated() {
            let day = item.date.earliestDay(in: zone) ?? item.date.latestDay(in: zone)
            let parts = day?.parts ?? (year: 0, month: 1, day: 1)
            let isYear = item.date.precision.rawValue <= DatePoint.Precision.someDayOfYear.rawValue
            let month = isYear ? nil : parts.month
            let phase = Swift.max(reached, day.map { day in (starts.lastIndex { $0.day <= day } ?? -1) } ?? reached)
            if phase == reached, let last = months.last, last.year == parts.year, last.month == month {
                months[months.count - 1].items = last.items.lowerBound..<(place + 1)
                continue
            }
            let year = String(parts.year)
            let name = month.map { year + ($0 < 10 ? "-0" : "-") + String($0) } ?? year
            // A year's undated items may come between its months; an anchor is given once.
            let before = months.count { $0.year == parts.year && $0.month == month }
            months.append(
                TimelineMonth(
                    year: parts.year, month: month, phase: phase == reached ? nil : starts[phase].phase,
                    anchor: before == 0 ? name : "\(name)-\(before + 1)", items: place..<(place + 1)))
            reached = phase
        }
        return months
    }
}

extension [Event.Phase] {
    /// The phases by their first days, each with its place in the list.
    package func phaseStarts(in zone: ClockZone) -> [(day: CivilDay, phase: Int)] {
        enumerated().compactMap { place, phase in
            (phase.from.value.earliestDay(in: zone) ?? phase.from.value.latestDay(in: zone)).map { ($0, place) }
        }.sorted { ($0.day, $0.phase) < ($1.day, $1.phase) }
    }
}

extension TimelineItem {
    /// The id of its element on the timeline: `on-demand-pay`, `on-deadline-pay`.
    package func anchor(in site: Site) -> String {
        let id = site.id(of: handle)
        return switch kind {
        case .deadline: "on-deadline-" + id
        case .formerDeadline: "on-earlier-\(part + 1)-" + id
        case .move: "on-moved-\(part)-" + id
        case .outcome: "on-done-" + id
        case .withdrawal: "on-withdrawn-" + id
        case .state: "on-state-\(part + 1)-" + id
        case .vote: "on-vote-\(part + 1)-" + id
        case .began: "on-began"
        case .ended: "on-ended"
        case .demand, .response, .threat, .statement, .moment: "on-\(handle.kind.word)-\(id)"
        }
    }
}
