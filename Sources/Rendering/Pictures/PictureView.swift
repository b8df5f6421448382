import Drawing
import Model
import Presenting

/// A picture in both its forms, each in parts between which pages may break.
struct PictureView {
    /// SVG.
    let wide: [[UInt8]]
    let narrow: [[UInt8]]
    var isDrawn: Bool { !wide.isEmpty }
}

extension EventView {
    var standoff: PictureView {
        guard !page.site.events[event].entries.demands.isEmpty else { return PictureView(wide: [], narrow: []) }
        return page.markup.picture(.standoff, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).standoff()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "so-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "so-n").parts)
        }
    }
}

extension AnswerSheetView {
    var picture: PictureView {
        guard !page.context.records[event].demandOrder.isEmpty else { return PictureView(wide: [], narrow: []) }
        return page.markup.picture(.answerSheet, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).answerSheet()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "as-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "as-n").parts)
        }
    }
}

extension TimelineView {
    var picture: PictureView {
        guard !items.isEmpty else { return PictureView(wide: [], narrow: []) }
        let timeline = page.context.plan.route(to: .timeline, scope: event)
        let own = page.route(of: AnyHandle(.event, scope: -1, index: event))
        if page.path == timeline?.path, let drawn = page.markup.known(.timeline, of: event, onPageAt: own.path) {
            return drawn.linking(to: "#", insteadOf: relativeLink(to: Route(page.path, anchor: ""), from: own.path))
        }
        return page.markup.picture(.timeline, of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).timeline()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "ti-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "ti-n").parts)
        }
    }
}
