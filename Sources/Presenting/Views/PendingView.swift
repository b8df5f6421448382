import Drawing
import Model

/// What is still to come in a dispute that is open: deadlines that have not passed, planned moments, threats that wait,
/// and demands without an answer.
package struct PendingView {
    /// A deadline, a planned moment or a threat.
    package struct Item {
        /// Nil for a threat without a deadline.
        package let date: DateView?
        /// What stands for a date: "after the demand’s deadline", where a demand's deadline is all that it has.
        package let dateNote: String
        package let mark: MarkKind
        package let title: String
        package let route: Route?
        package let page: PageContext
    }

    package let event: Int
    package let page: PageContext

    private var record: EventRecord { page.context.records[event] }
    private var entries: Entries { page.site.events[event].entries }

    /// By date, those without one last.
    package var items: [Item] {
        let zone = record.zone
        var dated: [(date: EventDate, item: Item)] = []
        func add(_ date: EventDate, _ mark: MarkKind, _ title: String, _ handle: AnyHandle?) {
            let route = handle.map { page.route(of: $0) }
            let item = Item(
                date: page.date(date, of: event), dateNote: "", mark: mark, title: title, route: route, page: page)
            dated.append((date, item))
        }
        var undated: [Item] = []
        for handle in record.ahead(in: page.site, threats: page.context.indexes[event].threatOrder) {
            let index = Int(handle.index)
            switch handle.kind {
            case .demand:
                let demand = entries.demands[index]
                guard let deadline = demand.deadline?.value else { continue }
                add(deadline, .deadline, page.words(.deadlineOfDemand, ["demand": demand.title.value]), handle)
            case .moment:
                let moment = entries.moments[index]
                add(moment.date.value, .moment, page.words(.plannedMoment, ["title": moment.title.value]), nil)
            default:
                let view = ThreatView(handle: Handle(scope: event, index: index), page: page)
                if let deadline = entries.threats[index].deadline?.value {
                    add(deadline, .threat, view.line, AnyHandle(view.handle))
                } else {
                    let note = page.words[view.deadline == nil ? .noDateGiven : .noDateOfItsOwn]
                    undated.append(
                        Item(date: nil, dateNote: note, mark: .threat, title: view.line, route: view.route, page: page))
                }
            }
        }
        return dated.enumerated().sorted { left, right in
            let (one, two) = (left.element.date.earliest(in: zone), right.element.date.earliest(in: zone))
            return one != two ? one < two : left.offset < right.offset
        }.map(\.element.item) + undated
    }

    /// A demand of which nothing has become yet, and whose answer to it is not recorded.
    package struct Waiting {
        package let demand: DemandView
        /// Those who have not answered, where others have; else empty.
        package let names: String
    }

    /// Demands that some of those asked have not answered, by date.
    package var unanswered: [Waiting] {
        record.demandOrder.compactMap { index in
            let silent = record.silentParties(on: index)
            guard !record.statuses[index].isClosed, !silent.isEmpty else { return nil }
            let isWhole = silent.count == record.cells[index].count
            return Waiting(
                demand: DemandView(handle: Handle(scope: event, index: index), page: page),
                names: isWhole ? "" : page.words.list(silent.map { page.site[$0].briefName }))
        }
    }

    /// Demands that are negotiated on, or to which something else was offered, by date.
    package var underNegotiation: [DemandView] {
        record.demandOrder.filter { record.statuses[$0] == .negotiating }
            .map { DemandView(handle: Handle(scope: event, index: $0), page: page) }
    }
}

extension EventView {
    /// Nil where the dispute is over, or nothing is recorded of it.
    package var pending: PendingView? {
        page.context.records[event].mayGoOn(in: page.site) ? PendingView(event: event, page: page) : nil
    }
}
