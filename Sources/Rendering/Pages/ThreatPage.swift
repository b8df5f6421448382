import Model
import Presenting
import Templates

extension PageType {
    static let threat = PageType(
        OutputKind(
            "threat", .page, .entries(.threat), anchors: { $0.own + $0.corrections },
            optionalAnchors: \.footSections),
        "A threat's page.",
        kicker: { view in
            view.counted(ThreatView(handle: view.output.own(), page: view.page))
        },
        gather: { $0.threat($1.own(), shown: .own) }
    ) {
        ThreatRoot(common: $0, handle: $0.context.output.own())
    }
}

struct ThreatRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Threat>
    static let record = RecordType<ThreatRoot>("threat_root", "Names on a threat's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("threat", "The threat.") { ThreatView(handle: $0.handle, page: $0.common.context) }
}
