import Model

/// An event's timeline as its pages share it: its items under their months, and what the list can be filtered by.
final class EventTimeline {
    struct Month {
        let title: String
        let anchor: String
        let lines: [Line]
        /// The union of its items' class names, each once.
        let filterNames: [String]
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
        let phrases = page.words.dates.phrases
        for month in index.timeline.months(in: page.context.records[event].zone) {
            var lines: [Line] = []
            var names: [String] = []
            for item in index.timeline[month.items] {
                let view = TimelineItemView(item: item, page: page)
                let parties = view.involved
                if !present.contains(view.kind) { present.append(view.kind) }
                involved.formUnion(parties)
                let own = view.filterNames(of: parties)
                lines.append(Line(item: item, filterClass: own.joined(separator: " ")))
                for name in own where !names.contains(name) { names.append(name) }
            }
            let title = month.month.map { phrases.months[$0 - 1] + " " } ?? ""
            months.append(
                Month(title: title + String(month.year), anchor: month.anchor, lines: lines, filterNames: names))
        }
        kinds = TimelineItemView.kinds.filter(present.contains).map {
            Kind(key: $0, words: page.words.alone(.timelineKind, $0))
        }
        parties = index.parties.filter(involved.contains)
    }
}
