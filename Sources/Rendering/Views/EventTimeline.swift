import Model

/// An event's timeline as its pages share it: its items under their months, and what the list can be filtered by.
final class EventTimeline {
    struct Month {
        /// Tells months apart, and whole years from them.
        fileprivate let key: Int
        let title: String
        let anchor: String
        fileprivate(set) var lines: [Line] = []

        /// The union of its items' class names, each once.
        fileprivate(set) var filterNames: [String] = []
    }

    struct Line {
        let item: TimelineItem
        /// Class names by which the list is filtered without a script.
        let filterClass: String
    }

    struct Kind {
        let key: String
        let words: String
    }

    private(set) var months: [Month] = []
    /// The kinds that occur, for the filter, with their words.
    let kinds: [Kind]
    /// The parties that any item names, for the filter.
    let parties: [Handle<Party>]

    init(of event: Int, on page: PageContext) {
        let index = page.context.indexes[event]
        var present: [String] = []
        var involved: Set<Handle<Party>> = []
        for item in index.timeline {
            let view = TimelineItemView(item: item, page: page)
            let parties = view.involved
            if !present.contains(view.kind) { present.append(view.kind) }
            involved.formUnion(parties)
            months.add(item, view.filterNames(of: parties), page.context.records[event].zone, page.words.dates)
        }
        kinds = TimelineItemView.kinds.filter(present.contains).map {
            Kind(key: $0, words: page.words.alone(.timelineKind, $0))
        }
        parties = index.parties.parties.filter(involved.contains)
    }
}

extension [EventTimeline.Month] {
    /// Adds an item to its month, which is the last one or a new one.
    fileprivate mutating func add(
        _ item: TimelineItem, _ filterNames: [String], _ zone: ClockZone, _ language: DateLanguage
    ) {
        let day = item.date.earliestDay(in: zone) ?? item.date.latestDay(in: zone)
        let parts = day?.parts ?? (year: 0, month: 1, day: 1)
        let isYear = item.date.precision.rawValue <= DatePoint.Precision.someDayOfYear.rawValue
        let key = 13 * parts.year + (isYear ? 0 : parts.month)
        if last?.key != key {
            let year = String(parts.year)
            let name = isYear ? year : year + (parts.month < 10 ? "-0" : "-") + String(parts.month)
            // A year's undated items may come between its months; an anchor is given once.
            let before = count { $0.key == key }
            let title = isYear ? year : language.phrases.months[parts.month - 1] + " " + year
            append(.init(key: key, title: title, anchor: before == 0 ? name : "\(name)-\(before + 1)"))
        }
        let month = count - 1
        self[month].lines.append(.init(item: item, filterClass: filterNames.joined(separator: " ")))
        for name in filterNames where !self[month].filterNames.contains(name) { self[month].filterNames.append(name) }
    }
}
