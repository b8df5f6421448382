import Drawing
import Model
import Presenting

extension ExportType {
    static let chartPicture = ExportType(
        OutputKind(
            "timeline-picture", .picture, Embed.Kind.timeline.extent(".svg"),
            isNeeded: { $0.timeline(of: $1).count >= TimelineActs.fewest }),
        bytes: { context, output in context.chartPicture(output) })
}

extension ExportContext {
    /// An event's timeline chart as a picture, `embed/timeline.svg`, where the site lets others show parts of its pages.
    func chartPicture(_ output: PlannedOutput) -> [UInt8] {
        let event = output.scope
        let page = PageContext(
            views, output, PageOutline(), contents: PageContents(), cache: EventCache(event: event))
        let view = EventView(event: event, page: page)
        let handle = AnyHandle(.event, scope: -1, index: event)
        let asOf = words(.asOf, ["date": view.asOf.words])
        let site = words(.nameAndDate, ["name": site.settings.title.value, "date": asOf])
        return ChartView(TimelineActs(of: event, on: page)).picture(
            title: view.title, credit: [site, address?.url(of: plan.route(of: handle))].compactMap(\.self)
        ).svg()
    }
}
