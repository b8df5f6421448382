import Exporting
import Model
import Presenting
import Templates

/// Pages for frames on other sites. They cite no sources: the page that they are a part of does.
extension PageType {
    static let embedPicture = PageType(
        OutputKind("embed-picture", .page, Embed.Kind.picture.extent(".html"), isListed: false),
        "An event's picture of who wants what from whom, for other sites.", subject: part
    ) {
        EventRoot(common: $0)
    }

    static let embedTimeline = PageType(
        OutputKind("embed-timeline", .page, Embed.Kind.timeline.extent(".html"), isListed: false),
        "How an event went, for other sites.", subject: part
    ) {
        EventRoot(common: $0)
    }

    static let embedDemand = PageType(
        OutputKind("embed-demand", .page, Embed.Kind.demand.extent(".html"), isListed: false),
        "A demand and what became of it, for other sites.", subject: part
    ) {
        DemandRoot(common: $0, handle: $0.context.output.own())
    }

    static let embedStatement = PageType(
        OutputKind("embed-statement", .page, Embed.Kind.statement.extent(".html"), isListed: false),
        "A quote, for other sites.", subject: part
    ) {
        StatementRoot(common: $0, handle: $0.context.output.own())
    }

    /// The page that an embed shows a part of.
    @Sendable private static func part(of output: PlannedOutput, _ plan: SitePlan) -> PageHead.Subject {
        .embed(of: plan.route(of: output.entry ?? AnyHandle(.event, scope: -1, index: output.scope)))
    }
}

/// A part of the page that other sites may show.
struct EmbedView: TemplateView {
    let embed: Embed
    let entry: AnyHandle
    let exports: ExportContext

    static let record = RecordType<EmbedView>("embed", "A part of the page that other sites may show in a frame.")
        .text("title", "What it shows.") { $0.embed.title }
        .url("url", "The page that is made for frames.") { $0.embed.route.address }
        .optionalURL("picture_url", "Of a quote or a chart, the same as a picture.") {
            $0.exports.picture(of: $0.embed, $0.entry)?.address
        }
        .optionalText("code", "The code for other sites; absent without `base_url`.") { $0.exports.code(of: $0.embed) }
}
