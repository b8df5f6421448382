import Model

/// An event's timeline as its pages share it: its items under their months, and what the list can be filtered by.
package final class EventTimeline {
    package struct Month {
        package let title: String
        package let anchor: String
        /// The phase that begins with it.
        package let phase: PhaseView?
        package let lines: [Line]
        /// The union of its items' class names, each once.
        package let filterNames: [String]
    }

    package struct Line {
        package let item: TimelineItem
        /// Class names by which the list is filtered without a script.
        package let filterClass: String
        /// Whether others have hours of its day, and it has none.
        package let isHourUnknown: Bool
    }

    package struct Kind {
        package let key: String
        package let words: String
    }

    package private(set) var months: [Month] = []
    /// The kinds that occur, for the filter, with their words.
    package let kinds: [Kind]
    /// The parties that any item names, for the filter.
    package let parties: [Handle<Party>]

    package init(of event: Int, on page: PageContext) {
        let index = page.context.indexes[event]
        var present: [String] = []
        var involved: Set<Handle<Party>> = []
        let phrases = page.words.dates.phrases
        let phases = page.site.events[event].phases
        let zone = page.context.records[event].zone
        let daysWithHours = Set(index.timeline.filter(\.date.hasClock).compactMap { $0.date.earliestDay(in: zone) })
        for month in index.timeline.months(in: zone, phases: phases) {
            var lines: [Line] = []
            var names: [String] = []
            for item in index.timeline[month.items] {
                let view = TimelineItemView(item: item, page: page)
                let parties = view.involved
                if !present.contains(view.kind) { present.append(view.kind) }
                involved.formUnion(parties)
                let own = view.filterNames(of: parties)
                let isHourUnknown =
                    item.date.isExact && !item.date.hasClock
                    && item.date.earliestDay(in: zone).map(daysWithHours.contains) == true
                lines.append(
                    Line(item: item, filterClass: own.joined(separator: " "), isHourUnknown: isHourUnknown))
                for name in own where !names.contains(name) { names.append(name) }
            }
            let title = month.month.map { phrases.months[$0 - 1] + " " } ?? ""
            months.append(
                Month(
                    title: title + phrases.year(month.year), anchor: month.anchor,
                    phase: month.phase.map { PhaseView(phase: phases[$0], event: event, page: page) }, lines: lines,
                    filterNames: names))
        }
        kinds = TimelineItemView.kinds.filter(present.contains).map {
            Kind(key: $0, words: page.words.alone(.timelineKind, $0))
        }
        parties = index.parties.filter(involved.contains)
    }
}
