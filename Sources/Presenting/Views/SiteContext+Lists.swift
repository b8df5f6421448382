import Model

/// Lists of the whole site, which a free page shows, or parts of them on several pages: made when the first page asks.
struct KeptLists {
    var statements: [Handle<Statement>]?
    var pending: [(event: Int, place: Int)]?
}

extension SiteContext {
    /// All statements of all events, the newest first.
    package var statementsByDate: [Handle<Statement>] {
        keptLists.withLock { lists in
            if let kept = lists.statements { return kept }
            let all = site.events.indices.flatMap { event in
                site.events[event].entries.statements.indices.map { index in
                    let date = site.events[event].entries.statements[index].date.value
                    return (
                        date: date.latest(in: site.zone(ofScope: event)),
                        handle: Handle<Statement>(scope: event, index: index)
                    )
                }
            }
            let sorted = all.sorted { ($1.date, $0.handle) < ($0.date, $1.handle) }.map(\.handle)
            lists.statements = sorted
            return sorted
        }
    }

    /// What is still to come in all events, by date, each with its place among what is to come in its event.
    ///
    /// - Parameter items: what is to come in each event, at the event's index.
    package func pendingByDate(_ items: () -> [[PendingView.Item]]) -> [(event: Int, place: Int)] {
        keptLists.withLock { lists in
            if let kept = lists.pending { return kept }
            let all = items().enumerated().flatMap { event, items in
                items.enumerated().map { place, item in
                    (date: item.date.map { $0.date.earliest(in: $0.zone) } ?? .max, event: event, place: place)
                }
            }
            let sorted = all.sorted { ($0.date, $0.event, $0.place) < ($1.date, $1.event, $1.place) }
                .map { (event: $0.event, place: $0.place) }
            lists.pending = sorted
            return sorted
        }
    }
}
