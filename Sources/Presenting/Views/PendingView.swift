import Drawing
import Model

/// What is still to come in a dispute that is open: deadlines that have not passed, planned moments, threats that wait,
/// and demands without an answer.
package struct PendingView {
    /// A deadline, a planned moment or a threat.
    package struct Item {
        /// Nil for a threat without a deadline.
        package let date: DateView?
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
            let item = Item(date: page.date(date, of: event), mark: mark, title: title, route: route, page: page)
            dated.append((date, item))
        }
        for index in record.demandOrder where !record.statuses[index].isClosed {
            guard let deadline = entries.demands[index].deadline?.value, !record.hasPassed(deadline) else { continue }
            let title = page.words(.deadlineOfDemand, ["demand": entries.demands[index].title.value])
            add(deadline, .deadline, title, AnyHandle(.demand, scope: event, index: index))
        }
        for moment in entries.moments where moment.planned && !record.hasPassed(moment.date.value) {
            add(moment.date.value, .moment, page.words(.plannedMoment, ["title": moment.title.value]), nil)
        }
        var undated: [Item] = []
        for index in page.context.indexes[event].threatOrder {
            let threat = entries.threats[index]
            guard threat.state.value == .threatened, waits(threat) else { continue }
            let view = ThreatView(handle: Handle(scope: event, index: index), page: page)
            if let deadline = threat.deadline?.value {
                add(deadline, .threat, view.line, AnyHandle(view.handle))
            } else {
                undated.append(Item(date: nil, mark: .threat, title: view.line, route: view.route, page: page))
            }
        }
        return dated.enumerated().sorted { left, right in
            let (one, two) = (left.element.date.earliest(in: zone), right.element.date.earliest(in: zone))
            return one != two ? one < two : left.offset < right.offset
        }.map(\.element.item) + undated
    }

    /// Whether a threat can still be carried out: its own deadline lies ahead, or a demand that it hangs on is not met.
    private func waits(_ threat: Threat) -> Bool {
        if let deadline = threat.deadline?.value, record.hasPassed(deadline) { return false }
        let demands = threat.unless.targets().filter { Int($0.scope) == event }
        return demands.isEmpty || demands.contains { !record.statuses[Int($0.index)].isClosed }
    }

    /// Demands without any answer, of which nothing has become yet.
    package var unanswered: [DemandView] {
        record.demandOrder.filter { index in
            !record.statuses[index].isClosed && record.cells[index].allSatisfy { $0.response == nil }
        }.map { DemandView(handle: Handle(scope: event, index: $0), page: page) }
    }
}

extension EventView {
    /// Nil where the dispute is over, or nothing is recorded of it.
    package var pending: PendingView? {
        page.context.records[event].mayGoOn(in: page.site) ? PendingView(event: event, page: page) : nil
    }
}
