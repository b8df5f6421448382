import Model

/// Where every page of an event leads; of a page outside events, where it leads in the site. Made once an event.
final class EventLinks {
    /// The site's and the event's main pages; none of them marked as the page itself.
    let navigation: [NavigationItemView]
    /// The event's list of sources, else the site's; nil where there is none.
    let sources: Route?
    /// The event's glossary, else the site's.
    let terms: Route?
    /// The event as data, as a picture to share, and its deadlines; nil outside events.
    let data: Route?
    let card: Route?
    let calendar: Route?

    init(_ site: Site, _ words: Words, event: Int?) {
        let prefix = site.prefix(ofScope: event ?? -1)
        func list(_ name: String, _ has: (Entries) -> Bool) -> Route? {
            if let event, has(site.events[event].entries) { return Route(prefix + name) }
            return has(site.shared) ? Route(name) : nil
        }
        let sources = list("sources.html") { !$0.sources.isEmpty }
        let terms = list("terms.html") { !$0.terms.isEmpty }
        self.sources = sources
        self.terms = terms
        data = event.map { _ in Route(prefix + "event.json") }
        card = event.map { _ in Route(prefix + RenderContext.cardName) }
        calendar = event.flatMap { site.events[$0].entries.hasDeadlines ? Route(prefix + "deadlines.ics") : nil }

        var items: [NavigationItemView] = []
        func add(_ title: String, _ route: Route) {
            items.append(NavigationItemView(title: title, route: route, url: nil, isCurrent: false))
        }
        if event != nil {
            add(words[.event], Route(prefix + "index.html"))
            add(words[.timeline], Route(prefix + "timeline.html"))
            if let terms { add(words[.terms], terms) }
            if let sources { add(words[.sources], sources) }
        } else {
            add(words[.home], Route("index.html"))
        }
        for item in site.settings.navigation {
            switch site.settingTarget(item.to.value) {
            case .route(let route): add(item.title?.value ?? site.title(of: route) ?? item.to.value, route)
            case .external(let url):
                items.append(
                    NavigationItemView(title: item.title?.value ?? url, route: nil, url: url, isCurrent: false))
            case nil: break
            }
        }
        if event == nil { add(words[.corrections], Route("corrections.html")) }
        add(words[.search], Route("search.html"))
        navigation = items
    }
}

struct NavigationItemView {
    let title: String
    let route: Route?
    let url: String?
    var isCurrent: Bool
}

extension Entries {
    fileprivate var hasDeadlines: Bool {
        demands.contains { $0.deadline != nil } || threats.contains { $0.deadline != nil }
    }
}

extension Site {
    fileprivate func title(of route: Route) -> String? {
        for (index, page) in pages.enumerated()
        where self.route(of: AnyHandle(.page, scope: page.event ?? -1, index: index)) == route {
            return page.displayName
        }
        return events.indices.first { self.route(of: AnyHandle(.event, scope: -1, index: $0)) == route }.map {
            events[$0].displayName
        }
    }
}
