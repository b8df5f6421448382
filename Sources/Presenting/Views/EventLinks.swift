import Model

/// Where every page of an event leads; of a page outside events, where it leads in the site. Made once an event.
package final class EventLinks {
    /// The site's and the event's main pages; none of them marked as the page itself.
    package let navigation: [NavigationItemView]
    /// The event's list of sources, else the site's; nil where there is none.
    package let sources: Route?
    /// The event's glossary, else the site's.
    package let terms: Route?
    /// The event as data, and as a picture to share; nil outside events.
    package let data: Route?
    package let card: Route?
    /// The event's deadlines, else those of all events; nil if there is none.
    package let calendar: Route?
    /// The event's feed of changes, else the site's.
    package let feed: Route?

    package init(_ plan: SitePlan, _ words: Words, event: Int?) {
        let site = plan.site
        func own(_ kind: LinkedKind) -> Route? { event.flatMap { plan.route(to: kind, scope: $0) } }
        let sources = own(.sources) ?? plan.route(to: .sources)
        let terms = own(.terms) ?? plan.route(to: .terms)
        self.sources = sources
        self.terms = terms
        data = own(.eventData)
        card = own(.card)
        let events = event.map { [$0] } ?? Array(site.events.indices)
        calendar =
            events.contains(where: site.hasDeadlines(inEvent:))
            ? own(.deadlines) ?? plan.route(to: .deadlines) : nil
        feed = own(.feed) ?? plan.route(to: .feed)

        var items: [NavigationItemView] = []
        func add(_ title: String, _ route: Route?) {
            if let route { items.append(NavigationItemView(title: title, route: route, url: nil, isCurrent: false)) }
        }
        /// Adds an item that the header has by itself; pages outside events have others than those of an event.
        func add(_ item: SiteSettings.AutomaticItem, _ title: String? = nil) {
            switch item {
            case .home: add(title ?? words[.home], Route(SitePlan.home))
            case .event: add(title ?? words[.event], own(.event))
            case .timeline: add(title ?? words[.timeline], own(.timeline))
            case .terms: add(title ?? words[.terms], terms)
            case .sources: add(title ?? words[.sources], sources)
            case .corrections: add(title ?? words[.corrections], plan.route(to: .corrections))
            case .search: add(title ?? words[.search], plan.route(to: .search))
            }
        }
        let listsAll = site.settings.navigation.contains { site.automaticItem($0) != nil }
        if !listsAll {
            for item in event == nil ? [.home] : [.event, .timeline, .terms, .sources] as [SiteSettings.AutomaticItem] {
                add(item)
            }
        }
        for item in site.settings.navigation {
            if let automatic = site.automaticItem(item) {
                add(automatic, item.title?.value)
                continue
            }
            switch plan.settingTarget(item.to.value) {
            case .route(let route): add(item.title?.value ?? plan.title(of: route) ?? item.to.value, route)
            case .external(let url):
                items.append(
                    NavigationItemView(title: item.title?.value ?? url, route: nil, url: url, isCurrent: false))
            case nil: break
            }
        }
        if !listsAll {
            if event == nil { add(.corrections) }
            add(.search)
        }
        navigation = items
    }
}

package struct NavigationItemView {
    package let title: String
    package let route: Route?
    package let url: String?
    package var isCurrent: Bool
}

extension SitePlan {
    /// The name of the event or the free page at a route.
    fileprivate func title(of route: Route) -> String? {
        guard route.anchor == nil, let entry = output(at: route.path)?.entry,
            entry.kind == .page || entry.kind == .event
        else { return nil }
        return site.displayName(of: entry)
    }
}

extension Site {
    /// Whether an event has, or once had, a deadline.
    fileprivate func hasDeadlines(inEvent event: Int) -> Bool {
        let entries = events[event].entries
        return entries.demands.contains { !$0.deadlines.isEmpty } || entries.threats.contains { $0.deadline != nil }
    }
}
