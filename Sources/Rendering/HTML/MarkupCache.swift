import Drawing
import Model
import Presenting
import Templates

/// The HTML that the pages of one event have in common, kept as long as their `EventCache`.
final class MarkupCache {
    private var dates: [EventCache.DateKey: HTML] = [:]
    private var marks: [(kind: MarkKind, svg: HTML)] = []

    init() { dates.reserveCapacity(64) }

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
