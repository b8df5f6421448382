import Model
import Presenting
import Templates

extension PageType {
    static let timeline = PageType(
        OutputKind(
            "timeline", .page, .scopes(name: "timeline.html") { _, scope in scope >= 0 },
            telling: OutputKind.Told(.moment, prefix: "on-moment-"),
            anchors: { page in
                guard let record = page.record else { return [] }
                let items = record.timeline(of: page.site)
                return items.months(in: record.zone, phases: page.site.events[record.event].phases).map(\.anchor)
                    + items.map { $0.anchor(in: page.site) }
            }, optionalAnchors: \.footSections),
        "An event's timeline.", title: .timeline,
        subject: { output, _ in .timeline(event: output.event ?? 0) },
        gather: { $0.timeline($1.event ?? 0) }
    ) {
        EventRoot(common: $0)
    }
}
