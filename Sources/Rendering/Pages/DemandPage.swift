import Model
import Presenting
import Templates

extension PageType {
    static let demand = PageType(
        OutputKind(
            "demand", .page, .entries(.demand), anchors: { $0.own + $0.corrections + $0.hanging },
            optionalAnchors: \.footSections),
        "A demand's page.",
        kicker: { $0.counted(DemandView(handle: $0.output.own(), page: $0.page)) },
        gather: { $0.demand($1.own(), shown: .own) }
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

extension AnchorContext {
    /// The section of a demand's deadline and threats, if it has either.
    fileprivate var hanging: [String] {
        guard let demand: Handle<Demand> = page.entry?.typed(), let record else { return [] }
        return site[demand].deadline == nil && record.threats[Int(demand.index)].isEmpty ? [] : ["hangs"]
    }
}
