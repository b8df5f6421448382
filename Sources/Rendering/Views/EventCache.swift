import Drawing
import Model
import Templates

/// What the pages of one event have in common, kept by the core that renders them until it comes to another event.
///
/// Nothing here is seen by another core, and what is kept is what would be made anew: it changes how long a page takes
/// and not what stands on it.
final class EventCache {
    /// The event whose pages are being rendered; nil for pages outside events.
    let event: Int?
    private var exchange: PictureExchange?
    private var pictures: [PictureKey: PictureView] = [:]
    private var dates: [DateKey: HTML] = [:]
    private var dateWords: [DateKey: String] = [:]
    private var marks: [(kind: MarkKind, svg: [UInt8])] = []
    private var links: EventLinks?
    private var timeline: (event: Int, timeline: EventTimeline)?
    private var state: (event: Int, state: StateView)?

    private struct PictureKey: Hashable {
        let kind: PictureKind
        let event: Int
        /// Links in pictures are relative to their page.
        let path: String
    }

    private struct DateKey: Hashable {
        let date: EventDate
        /// Nil for a date whose words are the same in every zone.
        let zone: ClockZone?
        let style: DateStyle

        init(_ date: EventDate, _ zone: ClockZone, _ style: DateStyle) {
            self.date = date
            self.zone = date.hasClock ? zone : nil
            self.style = style
        }

        /// Of both ends alone, which tell almost all dates of an event apart.
        func hash(into hasher: inout Hasher) {
            hasher.combine(date.first.instant &* 31 &+ date.last.instant)
        }
    }

    /// The pictures of an event.
    enum PictureKind: Hashable { case standoff, answerSheet, timeline }

    init(event: Int?) {
        self.event = event
        dates.reserveCapacity(64)
    }

    func picture(_ kind: PictureKind, of event: Int, onPageAt path: String, draw: () -> PictureView) -> PictureView {
        let key = PictureKey(kind: kind, event: event, path: path)
        if let known = pictures[key] { return known }
        let picture = draw()
        pictures[key] = picture
        return picture
    }

    /// What the standoff and the answer sheet of an event are both drawn from, for the page that was last asked for.
    func exchange(of event: Int, onPageAt path: String, gather: () -> PictureExchange) -> PictureExchange {
        if let exchange, exchange.event == event, exchange.path == path { return exchange }
        let gathered = gather()
        exchange = gathered
        return gathered
    }

    /// A picture that was drawn for another page; nil where it was not.
    func known(_ kind: PictureKind, of event: Int, onPageAt path: String) -> PictureView? {
        pictures[PictureKey(kind: kind, event: event, path: path)]
    }

    /// The HTML of a date in a zone.
    func date(_ date: EventDate, _ zone: ClockZone, _ style: DateStyle, write: () -> HTML) -> HTML {
        let key = DateKey(date, zone, style)
        if let known = dates[key] { return known }
        let html = write()
        dates[key] = html
        return html
    }

    /// The words of a date in a zone.
    func words(_ date: EventDate, _ zone: ClockZone, _ style: DateStyle, write: () -> String) -> String {
        let key = DateKey(date, zone, style)
        if let known = dateWords[key] { return known }
        let words = write()
        dateWords[key] = words
        return words
    }

    func mark(_ kind: MarkKind) -> [UInt8] {
        if let known = marks.first(where: { $0.kind == kind }) { return known.svg }
        let svg = Mark.svg(kind)
        marks.append((kind, svg))
        return svg
    }

    func links(in plan: SitePlan, _ words: Words) -> EventLinks {
        if let links { return links }
        let made = EventLinks(plan, words, event: event)
        links = made
        return made
    }

    /// The timeline of the event that was asked for last.
    func timeline(of event: Int, make: () -> EventTimeline) -> EventTimeline {
        if let timeline, timeline.event == event { return timeline.timeline }
        let made = make()
        timeline = (event, made)
        return made
    }

    /// The state of the event that was asked for last.
    func state(ofEvent event: Int, make: () -> StateView) -> StateView {
        if let state, state.event == event { return state.state }
        let made = make()
        state = (event, made)
        return made
    }
}
