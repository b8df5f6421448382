import Drawing
import Model
import Presenting
import Templates

/// The HTML and the pictures that the pages of one event have in common, kept as long as their `EventCache`.
final class MarkupCache {
    private var pictures: [PictureKey: PictureView] = [:]
    private var dates: [EventCache.DateKey: HTML] = [:]
    private var marks: [(kind: MarkKind, svg: HTML)] = []

    private struct PictureKey: Hashable {
        let event: Int
        /// Links in pictures are relative to their page.
        let path: String
    }

    init() { dates.reserveCapacity(64) }

    func picture(of event: Int, onPageAt path: String, draw: () -> PictureView) -> PictureView {
        let key = PictureKey(event: event, path: path)
        if let known = pictures[key] { return known }
        let picture = draw()
        pictures[key] = picture
        return picture
    }

    /// A picture that was drawn for another page; nil where it was not.
    func known(_ event: Int, onPageAt path: String) -> PictureView? {
        pictures[PictureKey(event: event, path: path)]
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
