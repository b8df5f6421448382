import Exporting
import Model
import Presenting
import Templates

/// A kind of page: what the plan must know of it, and how it is rendered. One type a file; `all` is the list.
package struct PageType: Sendable {
    typealias List = PageOutline.List

    package let kind: OutputKind
    /// The template and the names that it may use.
    package let declaration: Schema.Page
    let outline: PageOutline
    /// What the page's head says it is.
    let subject: @Sendable (_ output: PlannedOutput, _ plan: SitePlan) -> PageHead.Subject
    /// Notes the sources and terms of a page, in the order in which it shows them.
    let gather: @Sendable (_ gatherer: inout ContentsGatherer, _ output: PlannedOutput) -> Void
    let root: @Sendable (CommonRoot) -> any TemplateView

    /// - Parameters:
    ///   - template: the template's file; the kind's name with `.html` if it is nil.
    ///   - description: what a page without an entry says of itself to search engines, with the site's title as `title`.
    ///   - documentation: what the reference of templates says of the page, in one sentence.
    init<Root: TemplateView>(
        _ kind: OutputKind, template: String? = nil, _ documentation: String,
        title: Word? = nil, description: Word? = nil, kicker: @escaping @Sendable (PageView) -> String? = { _ in nil },
        list: List? = nil, hasAbsoluteLinks: Bool = false, isExport: Bool = false,
        subject: @escaping @Sendable (PlannedOutput, SitePlan) -> PageHead.Subject = { output, _ in
            output.entry.map(PageHead.Subject.entry) ?? .page
        },
        gather: @escaping @Sendable (inout ContentsGatherer, PlannedOutput) -> Void = { _, _ in },
        root: @escaping @Sendable (CommonRoot) -> Root
    ) {
        self.kind = kind
        declaration = Schema.Page(
            kind.name, file: template ?? kind.name + ".html", root: Root.self, documentation, isDocument: !isExport)
        outline = PageOutline(
            title: title, description: description, kicker: kicker, list: list, hasAbsoluteLinks: hasAbsoluteLinks,
            isExport: isExport)
        self.subject = subject
        self.gather = gather
        self.root = root
    }

    /// Every kind of page, in the order in which the pages of a site, of an event, and of the site again are planned.
    package static let all: [PageType] = [
        .home,
        .event, .timeline, .party, .person, .demand, .response, .threat, .statement, .terms, .sources,
        .embedPicture, .embedTimeline, .embedDemand, .embedStatement,
        .page, .corrections, .search, .notFound, .redirect,
    ]
}

/// Every kind of file that is rendered or exported, for the plan.
package let outputKinds: [OutputKind] =
    PageType.all.map(\.kind).filter { $0.form == .page } + ExportType.all.map(\.kind)
    + SharePicture.all.map(\.kind)

/// What each kind of page's template may use.
package let siteSchema = makeSiteSchema(exports: [])

/// The same with the exports of a theme, and its templates of single free pages.
///
/// - Parameter extraFields: the writer's own data.
package func makeSiteSchema(
    exports: [PageType], pageTemplates: [String] = [], extraFields: ExtraFields = ExtraFields()
) -> Schema {
    let own = pageTemplates.map { name in
        let file = FreePageRoot.folder + name
        return Schema.Page(
            file, file: file, root: FreePageRoot.self, "A free page with 'template: \(name)'.", isDocument: true)
    }
    return Schema(
        pages: (PageType.all + exports).map(\.declaration) + own,
        records: [OwnValuesView.record(of: extraFields).shape], words: TemplateWords(.english),
        addressFunctions: AddressFunction.all, fieldHints: [OwnValuesView.name: OwnValuesView.hint])
}

/// The reference for authors of templates.
package var siteReference: TemplateReference { makeSiteSchema(exports: PageType.exportSamples).reference() }

extension AnchorContext {
    /// The section "Sources" of a page, and that of terms: there if its texts cite a source, or use a term.
    var footSections: [String] { ["sources", "terms"] }
}

extension PlannedOutput {
    /// The typed handle of the page's own entry, which its kind has.
    func own<Target: Entry>(_: Target.Type = Target.self) -> Handle<Target> {
        entry?.typed() ?? Handle(scope: 0, index: 0)
    }
}

/// The names that every page's template may use.
struct CommonRoot: TemplateView {
    let context: PageContext
    let type: PageType
    let exports: ExportContext

    var page: PageView { PageView(page: context) }

    /// An event's page, and the pages of its entries, always have one.
    var event: EventView { EventView(event: context.event ?? 0, page: context) }
    var optionalEvent: EventView? { context.event.map { EventView(event: $0, page: context) } }
    /// As many as a page that is not about them can bear.
    var newestEvents: [EventView] {
        context.context.newestEvents.prefix(20).map { EventView(event: $0, page: context) }
    }
    var hasMoreEvents: Bool { context.site.events.count > 20 }

    static let record = RecordType<CommonRoot>("common_root", "What every page has.")
        .record("site", "The whole site.") { SiteView(page: $0.context) }
        .record("page", "The page itself.") { RenderedPage(view: $0.page, type: $0.type, exports: $0.exports) }
        .sharing("site")
}
