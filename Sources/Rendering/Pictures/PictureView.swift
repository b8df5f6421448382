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

extension TimelineView {
    var picture: PictureView {
        guard !items.isEmpty else { return PictureView(wide: [], narrow: []) }
        let timeline = page.context.plan.route(to: .timeline, scope: event)
        let own = page.route(of: AnyHandle(.event, scope: -1, index: event))
        if page.path == timeline?.path, let drawn = page.markup.known(event, onPageAt: own.path) {
            return drawn.linking(to: "#", insteadOf: relativeLink(to: Route(page.path, anchor: ""), from: own.path))
        }
        return page.markup.picture(of: event, onPageAt: page.path) {
            let drawing = EventPictures(event: event, page: page).timeline()
            return PictureView(
                wide: drawing.drawn(.wide, idPrefix: "ti-w").parts,
                narrow: drawing.drawn(.narrow, idPrefix: "ti-n").parts)
        }
    }
}
