import Drawing
import Model
import Presenting
import Reading

/// Turns an event into the plain values that pictures are drawn from. Links are relative to the page that shows them.
struct EventPictures {
    let event: Int
    let page: PageContext

    private var record: EventRecord { page.context.records[event] }
    private var index: EventIndex { page.context.indexes[event] }
    private var entries: Entries { _read { yield page.context.site.events[event].entries } }

    private var labels: PictureLabels {
        PictureLabels(page.words, isRightToLeft: isRightToLeft(page.site.language(ofEvent: event)))
    }

    private func parties(_ handles: [Handle<Party>]) -> [PictureParty] {
        handles.map { handle in
            let party = page.party(handle)
            return PictureParty(
                name: party.name, shortName: party.shortName, initials: party.initials, color: party.color,
                link: page.link(party.route))
        }
    }

    /// Whether the dates of the event lie in more than one year, so that each has to say its own.
    private var spansYears: Bool {
        var years: Set<Int> = []
        for item in index.timeline {
            for day in [item.date.earliestDay(in: record.zone), item.date.latestDay(in: record.zone)] {
                if let day { years.insert(day.parts.year) }
            }
        }
        return years.count > 1
    }

    private func positions(_ handles: [Handle<Party>]) -> [Handle<Party>: Int] {
        Dictionary(handles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func timeline() -> TimelineStrip {
        let handles = Array(index.parties)
        let spansYears = spansYears
        let drawn = index.timeline.filter { TimelineItemView(item: $0, page: page).isDrawn }
        let used = Set(drawn.flatMap(\.parties))
        let lanes = handles.filter(used.contains)
        let places = positions(lanes)
        let zone = record.zone
        let list = page.link(Route(EventView(event: event, page: page).timelineRoute.path, anchor: ""))
        var items: [StripItem] = []
        var deadlines: [StripDeadline] = []
        for item in drawn {
            let view = TimelineItemView(item: item, page: page)
            let date = view.date
            let link = list + percentEncoded(view.anchor)
            if item.kind == .deadline {
                let end = item.date.latest(in: zone) + zone.offset(at: item.date.latest(in: zone))
                let second = item.date.hasClock ? Int(end) : (Int(end) / 86_400 + 1) * 86_400
                let time =
                    item.date.clockTime(in: zone, language: page.words.dates) ?? ""
                deadlines.append(
                    StripDeadline(
                        title: page.words[.deadline], date: date.words, time: time, second: second, link: link))
                continue
            }
            guard let extent = extent(item.date, zone) else { continue }
            items.append(
                StripItem(
                    title: view.title, link: link, date: date.narrowWords(withYear: spansYears), extent: extent,
                    isApproximate: item.date.doubt.contains(.approximate), mark: view.markKind,
                    parties: item.parties.compactMap { places[$0] }))
        }
        let end = record.date.flatMap { date in
            date.latestDay(in: zone).map { RecordEnd(date: page.date(date, of: event).words, day: Int($0.number)) }
        }
        return TimelineStrip(
            title: page.words(.timelineTitle, ["title": page.site.events[event].displayName]),
            description: page.words(.datedItems, ["number": String(drawn.count)]), parties: parties(lanes),
            items: items,
            deadlines: deadlines, recordEnd: end, labels: labels)
    }

    private func extent(_ date: EventDate, _ zone: ClockZone) -> StripItem.Extent? {
        func second(_ instant: Int64) -> Int { Int(instant + zone.offset(at: instant)) }
        let first = date.earliestDay(in: zone).map { Int($0.number) }
        let last = date.latestDay(in: zone).map { Int($0.number) }
        switch date.form {
        case .single:
            if date.hasClock { return .point(second(date.earliest(in: zone))) }
            guard let first, let last else { return nil }
            return date.precision == .day ? .days(first, last) : .between(first, last)
        case .between, .onOrBefore, .onOrAfter: return .between(first, last)
        case .lasted:
            if date.hasClock { return .lasting(second(date.earliest(in: zone)), second(date.latest(in: zone))) }
            guard let first, let last else { return nil }
            return .days(first, last)
        case .ongoing: return first.map { .ongoing($0) }
        case .until: return .between(nil, last)
        }
    }
}
