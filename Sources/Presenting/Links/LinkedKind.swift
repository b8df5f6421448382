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
    case embedPicture = "embed-picture"
    case embedTimeline = "embed-timeline"
    case embedDemand = "embed-demand"
    case embedStatement = "embed-statement"
}

extension SitePlan {
    /// The first file of a kind in a scope; -1 is the site. Nil if there is none.
    package func route(to kind: LinkedKind, scope: Int = -1) -> Route? {
        kinds.first { $0.name == kind.rawValue }.flatMap { route(to: $0, scope: scope) }
    }

    /// The file of a kind that is made for an entry beside its own page, or for an event; nil if the site has none.
    package func route(to kind: LinkedKind, beside handle: AnyHandle) -> Route? {
        kinds.first { $0.name == kind.rawValue }.flatMap { route(to: $0, beside: handle) }
    }
}
