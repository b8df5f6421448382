import Model
import Presenting
import Templates

extension PageType {
    static let demand = PageType(
        OutputKind(
            "demand", .page, .entries(.demand), anchors: { $0.own + $0.corrections + ["hangs"] },
            optionalAnchors: \.footSections),
        "A demand's page.",
        kicker: { view in
            let demand = DemandView(handle: view.output.own(), page: view.page)
            return view.counted(.demand, demand.number, view.siblings.demands.count)
        },
        gather: { $0.demand($1.own(), isOwn: true) }
    ) {
        DemandRoot(common: $0, handle: $0.context.output.own())
    }
}

struct DemandRoot: TemplateView {
    let common: CommonRoot
    let handle: Handle<Demand>
    static let record = RecordType<DemandRoot>("demand_root", "Names on a demand's page.")
        .fields(of: EventRoot.record) { EventRoot(common: $0.common) }
        .record("demand", "The demand.") { DemandView(handle: $0.handle, page: $0.common.context) }
}
