import Drawing
import Model
import Presenting
import Templates

/// The HTML and the pictures that the pages of one event have in common, kept as long as their `EventCache`.
final class MarkupCache {
    private var exchange: PictureExchange?
    private var pictures: [PictureKey: PictureView] = [:]
    private var dates: [EventCache.DateKey: HTML] = [:]
    private var marks: [(kind: MarkKind, svg: HTML)] = []

    private struct PictureKey: Hashable {
        let kind: PictureKind
        let event: Int
        /// Links in pictures are relative to their page.
        let path: String
    }

    /// The pictures of an event.
    enum PictureKind: Hashable { case standoff, answerSheet, timeline }

    init() { dates.reserveCapacity(64) }

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
        let key = EventCache.DateKey(date, zone, style)
        if let known = dates[key] { return known }
        let html = write()
        dates[key] = html
        return html
    }

    func mark(_ kind: MarkKind) -> HTML {
        if let known = marks.first(where: { $0.kind == kind }) { return known.svg }
        let svg = HTML(trusting: Mark.svg(kind))
        marks.append((kind, svg))
        return svg
    }
}

extension PageContext {
    var markup: MarkupCache { cache.companion(make: MarkupCache.init) }

    /// The mark of a kind; empty for none.
    func mark(_ kind: MarkKind?) -> HTML { kind.map(markup.mark) ?? HTML(trusting: []) }
}
