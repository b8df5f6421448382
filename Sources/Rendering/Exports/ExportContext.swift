import Model

/// What all exports of a build are made from: the site, what is computed from it, the words, and the address.
///
/// Everything here is published: what a build leaves out is cut from `Site` before.
package struct ExportContext: Sendable {
    package let site: Site
    /// One an event, at the event's index.
    package let records: [EventRecord]
    package let words: Words
    /// Nil where `site.md` gives no `base_url`: then addresses are relative, and what must be absolute is left away.
    package let address: SiteAddress?

    package init(site: Site, records: [EventRecord], words: Words = .english) {
        self.site = site
        self.records = records
        self.words = words
        address = site.settings.baseURL.map { SiteAddress($0.value) }
    }

    /// The route of an entry. A moment's is its place on the timeline.
    func route(of handle: AnyHandle) -> Route {
        guard handle.kind == .moment else { return site.route(of: handle) }
        return Route(
            site.prefix(ofScope: Int(handle.scope)) + "timeline.html", anchor: "on-moment-" + site.id(of: handle))
    }

    /// The name that readers see, statements by their computed title.
    func name(of handle: AnyHandle) -> String {
        guard handle.kind == .statement else { return site.displayName(of: handle) }
        let scope = Int(handle.scope)
        return site.statementTitle(Int(handle.index), records[scope], words)
    }

    /// The word for an entry's kind: "Demand", "Refusal".
    func kindWords(of handle: AnyHandle) -> String {
        if let response = handle.typed(Response.self), site[response].kindOfResponse.value.isRefusal {
            return words.refusal
        }
        return words.words(handle.kind)
    }

    /// The scope from which an entry's prose looks up names: its event, or -1.
    func scope(of handle: AnyHandle) -> Int {
        switch handle.kind {
        case .event: Int(handle.index)
        case .page: site.scope(of: site.pages[Int(handle.index)])
        default: Int(handle.scope)
        }
    }

    /// The event that an entry belongs to; nil for what is shared, and for pages outside events.
    func event(of handle: AnyHandle) -> Int? {
        let scope = scope(of: handle)
        return scope < 0 || (handle.kind == .page && site.pages[Int(handle.index)].event == nil) ? nil : scope
    }

    /// The zone of an entry's dates.
    func zone(of handle: AnyHandle) -> ClockZone { site.zone(ofScope: scope(of: handle)) }

    /// The BCP 47 tag of the language that an entry is written in.
    func language(of handle: AnyHandle) -> String {
        event(of: handle).map { site.language(ofEvent: $0) } ?? site.settings.language.value
    }

    /// The absolute address where there is one, else a link that is relative to the page that holds it.
    func link(to route: Route, from page: String) -> String {
        address?.url(of: route) ?? relativeLink(to: route, from: page)
    }
}
