import Exporting
import Model
import Presenting
import Templates

/// What renders and exports the files of a build: the values that they share, and the kinds of file of the plan.
package final class RenderContext: Sendable {
    /// What views are made from.
    package let views: SiteContext
    package let exports: ExportContext
    /// By the place of their kind in the plan; nil for a kind that has no template.
    package let pageTypes: [PageType?]
    private let exportTypes: [ExportType?]
    private let sharePictures: [SharePicture?]
    /// The record of the writer's own data.
    let ownValues: RecordType<OwnValuesView>

    package var plan: SitePlan { views.plan }

    /// - Parameter made: pictures of the plan that the build has made already; pages name no others.
    package init(_ views: SiteContext, made: [PlannedOutput] = []) {
        self.views = views
        exports = ExportContext(views, sharePictures: made)
        ownValues = OwnValuesView.record(of: views.site.settings.extraFields)
        pageTypes = views.plan.kinds.map { kind in
            PageType.all.first { $0.kind.name == kind.name } ?? PageType(export: kind.name)
        }
        exportTypes = views.plan.kinds.map { kind in ExportType.all.first { $0.kind.name == kind.name } }
        sharePictures = views.plan.kinds.map { kind in SharePicture.all.first { $0.kind.name == kind.name } }
    }

    /// How a page or a redirect is rendered; nil for other files.
    package func pageType(of output: PlannedOutput) -> PageType? { pageTypes[output.kindIndex] }

    /// The template that a free page names; nil if it is rendered by that of its kind.
    func ownTemplate(of output: PlannedOutput) -> String? {
        guard let entry = output.entry, entry.kind == .page else { return nil }
        return views.site.pages[Int(entry.index)].template.map { FreePageRoot.folder + $0.value }
    }

    /// The template that a page, a redirect or a theme's export is rendered by; nil for other files.
    package func template(of output: PlannedOutput) -> String? {
        ownTemplate(of: output) ?? pageType(of: output)?.declaration.file
    }

    /// How an export is written; nil for other files.
    package func exportType(of output: PlannedOutput) -> ExportType? { exportTypes[output.kindIndex] }

    /// Which picture another program makes; nil for other files.
    package func sharePicture(of output: PlannedOutput) -> SharePicture? { sharePictures[output.kindIndex] }

    /// Writes an export.
    package func export(_ output: PlannedOutput) -> ExportFile {
        exportType(of: output)?.write(exports, output) ?? ExportFile(bytes: [])
    }

    /// The words of a page's heading: its kind's, or its entry's name; nil for the site's title.
    package func title(of output: PlannedOutput) -> String? {
        pageType(of: output)?.outline.title(of: output, in: views)
    }
}
