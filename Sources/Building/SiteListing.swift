import Model
import Rendering

/// A site's plan with the words and the facts that people are shown beside it.
package struct SiteListing: Sendable {
    private let context: RenderContext

    init(_ loaded: CheckedSite) {
        context = RenderContext(loaded)
    }

    package var plan: SitePlan { context.plan }

    /// The heading of a page, or the name of what a redirect leads to; nil for other files.
    package func title(of output: PlannedOutput) -> String? {
        guard context.pageType(of: output) != nil else { return nil }
        return context.title(of: output) ?? plan.site.settings.title.value
    }

    /// The ids of elements of a page that a link can rely on.
    package func anchors(of output: PlannedOutput) -> [String] {
        let anchors = plan.anchors(of: output, context.views.records, context.views.log)
        return anchors.headings + anchors.elements
    }

    /// The ids of elements that a page has or lacks depending on its texts.
    package func optionalAnchors(of output: PlannedOutput) -> [String] {
        plan.optionalAnchors(of: output, context.views.records, context.views.log)
    }
}
