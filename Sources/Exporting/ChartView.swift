import Bytes
import Drawing
import Model
import Presenting

/// The timeline chart of a page: the whole record, and enlarged the part in which half of many acts lie.
///
/// Templates ask whether there is a chart before they show it: it is drawn when its parts or signs are read.
package final class ChartView {
    package struct Part {
        /// What it shows, where there are two.
        package let heading: String?
        package let note: String?
        /// SVG.
        package let svg: [UInt8]
    }

    package let acts: TimelineActs
    private lazy var chart = TimelineChart(acts)
    private lazy var spans = ChartSpans(chart)
    private lazy var drawing = draw()

    package init(_ acts: TimelineActs) { self.acts = acts }

    package var parts: [Part] { drawing.parts }
    package var signs: [(sign: ChartSign, words: String)] { drawing.signs }

    /// "Before this: two acts, from 2009".
    package var beforeWords: String? {
        let (page, spans) = (acts.page, spans)
        let first = spans.firstBefore.flatMap { second in acts.acts.first { $0.extent.start == second } }
        return first.map { act in
            page.words(
                .beforeTheStory, count: spans.before,
                [
                    "number": page.words.number(spans.before),
                    "date": page.date(act.item.date, of: acts.event).narrowWords(withYear: true),
                ])
        }
    }

    /// The same as a file of its own.
    ///
    /// - Parameter credit: the lines under it.
    func picture(title: String, credit: [String]) -> ChartPicture {
        let note = acts.page.words(.everyMarkIsAnAct, count: acts.acts.count)
        return ChartPicture(
            chart: chart, title: title, notes: [note, beforeWords].compactMap(\.self), signs: signs,
            parts: zip(spans.parts, parts).map { part, shown in
                ChartPicture.Part(part: part, heading: shown.heading, note: shown.note)
            }, credit: credit)
    }

    private func draw() -> (parts: [Part], signs: [(sign: ChartSign, words: String)]) {
        let (page, event) = (acts.page, acts.event)
        let title = page.words(.timelineTitle, ["title": page.site.events[event].displayName])
        let description = page.words(.everyMarkIsAnAct, count: acts.acts.count)
        let isDivided = spans.parts.count > 1
        func day(_ second: Int) -> String {
            let number = Int32(clamping: second.flooredQuotient(by: CivilDay.seconds))
            return page.date(EventDate(day: CivilDay(number: number)), of: event).words
        }
        var counts: [PictureCounts] = []
        let parts = spans.parts.enumerated().map { place, part in
            let picture = chart.drawn(
                part, title: title, description: description, idPrefix: "chart-\(place + 1)", hasShapes: place == 0)
            counts.append(picture.counts)
            guard part.isEnlargement else {
                return Part(heading: isDivided ? page.words[.wholeRecord] : nil, note: nil, svg: picture.bytes)
            }
            let heading = page.words(
                .enlargedPart, ["from": day(part.from), "until": day(part.until - 1)])
            return Part(heading: heading, note: page.words[.enlargedNote], svg: picture.bytes)
        }
        var drawn: [ChartSign] = counts.contains { $0.doubts > 0 } ? [.doubt] : []
        if counts.contains(where: { $0.durations > 0 }) { drawn.append(.lasting) }
        return (parts, acts.signs(with: drawn))
    }
}

extension TimelineChart {
    /// The chart of an event; links of its labels are relative to the page that shows it.
    init(_ acts: TimelineActs) {
        let (page, event) = (acts.page, acts.event)
        let record = page.context.records[event]
        let zone = record.zone
        let list = page.link(Route(EventView(event: event, page: page).timelineRoute.path, anchor: ""))
        func second(_ date: EventDate) -> Int? { date.deadlineSecond(in: zone) }
        let end = record.date.flatMap { $0.latestDay(in: zone) }.map { (Int($0.number) + 1) * CivilDay.seconds - 1 }
        self.init(
            lanes: acts.lanes.map { lane in
                Lane(
                    party: lane.party.map {
                        PictureParty(
                            name: $0.name, shortName: $0.shortName, initials: $0.initials, color: $0.color)
                    }, name: lane.name)
            },
            acts: acts.acts.map { Act(sign: $0.sign, lanes: $0.lanes, extent: $0.extent) },
            marks: acts.keys.compactMap { key in
                guard let second = key.item.date.extent(in: zone)?.labelSecond else { return nil }
                return Label(
                    second: second, name: key.name,
                    date: page.date(key.item.date, of: event).narrowWords(withYear: true),
                    weight: key.weight, link: list + percentEncoded(key.item.anchor(in: page.site)))
            },
            deadlines: acts.deadlines.map { deadline in
                Deadline(
                    title: deadline.title, earlier: deadline.earlier.compactMap(second),
                    second: deadline.date.flatMap(second))
            },
            phases: page.site.events[event].phases.compactMap { phase in
                guard let from = phase.from.value.earliestDay(in: zone) else { return nil }
                let until = page.end(of: phase, in: event)?.latestDay(in: zone).map {
                    (Int($0.number) + 1) * CivilDay.seconds
                }
                return Phase(
                    name: phase.title.value, from: Int(from.number) * CivilDay.seconds,
                    until: until)
            },
            recordEnd: end,
            recordEndWords: record.date.map {
                page.words(.recordEndsHereOn, ["date": page.date($0, of: event).words])
            } ?? "",
            labels: PictureLabels(
                page.words, isRightToLeft: isRightToLeft(page.site.language(ofEvent: event))))
    }
}

extension EventDate {
    /// The civil second at which a deadline stands on the axis; a day's as its acts do.
    fileprivate func deadlineSecond(in zone: ClockZone) -> Int? {
        if hasClock { return Int(latest(in: zone) + zone.offset(at: latest(in: zone))) }
        return latestDay(in: zone).map { Int($0.number) * CivilDay.seconds }
    }
}
