import Model

/// The kinds of file that views link to, by their name in the plan.
package enum LinkedKind: String, CaseIterable, Sendable {
    case event, timeline, terms, sources, corrections, search, feed
    case eventData = "event-data"
    case searchIndex = "search-index"
    case card, deadlines
    case demandsTable = "table-demands"
    case statementsTable = "table-statements"
    case timelineTable = "table-timeline"
    case sourcesTable = "table-sources"
}

extension SitePlan {
    /// The first file of a kind in a scope; -1 is the site. Nil if there is none.
    package func route(to kind: LinkedKind, scope: Int = -1) -> Route? {
        kinds.first { $0.name == kind.rawValue }.flatMap { route(to: $0, scope: scope) }
    }
}
