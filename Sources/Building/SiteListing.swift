import Exporting
import Model
import Rendering

/// A site's plan, with the titles and anchors that `explainer list` prints.
package struct SiteListing: Sendable {
    private let context: RenderContext

    /// The addresses of the last build that neither exist nor redirect.
    package let lost: LostAddresses

    init(_ loaded: CheckedSite, lost: LostAddresses) {
        context = RenderContext(loaded, nil)
        self.lost = lost
    }

    /// The rules by which a server redirects from old addresses.
    package func redirectRules(_ format: SiteSettings.RedirectFile) -> String {
        RedirectRules(format, plan).text
    }

    package var plan: SitePlan { context.plan }

    /// The heading of a page, or the name of a redirect's target; nil for other files.
    package func title(of output: PlannedOutput) -> String? {
        guard [.page, .redirect].contains(plan.kind(of: output).form) else { return nil }
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
