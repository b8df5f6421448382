import Bytes
import Diagnostics
import Model

/// What all exports of a build are made from: the site, what is computed from it, the words, and the address.
///
/// Everything here is published: what a build leaves out is cut from `Site` before. A class, so that the writers of
/// each page hold it at no cost.
package final class ExportContext: Sendable {
    package let plan: SitePlan
    package let site: Site
    /// One an event, at the event's index.
    package let records: [EventRecord]
    package let log: ChangeLog
    package let words: Words
    /// Nil where `site.md` gives no `base_url`: then addresses are relative, and what must be absolute is left away.
    package let address: SiteAddress?
    /// The address's base as it stands inside a JSON string.
    let escapedBase: [UInt8]?
    /// Pictures that writers give for previews of links, among the site's assets: `card.png` or `card.jpg` in any folder.
    let cards: Set<String>
    /// What the site is called in linked data; nil without an address.
    let siteID: String?

    package init(plan: SitePlan, records: [EventRecord], log: ChangeLog, words: Words = .english) {
        let site = plan.site
        self.plan = plan
        self.site = site
        self.records = records
        self.log = log
        self.words = words
        address = site.settings.baseURL.map { SiteAddress($0.value) }
        escapedBase = address.map { JSON.inside($0.base) }
        siteID = address.map { $0.base + "#site" }
        cards = Set(plan.published.paths.filter { $0.hasSuffix("card.png") || $0.hasSuffix("card.jpg") })
    }

    /// Where an entry is told.
    func route(of handle: AnyHandle) -> Route { plan.route(of: handle) }

    /// The path of the page where an entry is told, percent-encoded.
    func appendPath(of handle: AnyHandle, to bytes: inout ByteBuffer) {
        bytes.append(percentEncoded(plan.path(of: handle)))
    }

    /// `#` and the id of an entry's place on a page; nothing for an entry with a page of its own.
    func appendAnchor(of handle: AnyHandle, to bytes: inout ByteBuffer) {
        guard let prefix = plan.anchorPrefix(of: handle.kind) else { return }
        bytes.append(UInt8(ascii: "#"))
        bytes.append(prefix)
        bytes.append(site.id(of: handle))
    }

    /// The name that readers see, statements by their computed title.
    func name(of handle: AnyHandle) -> String {
        let index = Int(handle.index)
        let scope = Int(handle.scope)
        switch handle.kind {
        case .event: return site.events[index].title.value
        case .page: return site.pages[index].title.value
        case .party: return site[Handle<Party>(scope: scope, index: index)].name.value
        case .person: return site[Handle<Person>(scope: scope, index: index)].name.value
        case .source: return site[Handle<Source>(scope: scope, index: index)].title.value
        case .term: return site[Handle<Term>(scope: scope, index: index)].name.value
        case .demand: return site.events[scope].entries.demands[index].title.value
        case .response: return site.events[scope].entries.responses[index].title.value
        case .threat: return site.events[scope].entries.threats[index].title.value
        case .moment: return site.events[scope].entries.moments[index].title.value
        case .statement: return site.statementTitle(index, records[scope], words)
        }
    }

    /// The word for an entry's kind: "Demand", "Refusal".
    func kindWords(of handle: AnyHandle) -> String {
        if let response = handle.typed(Response.self), site[response].kindOfResponse.value.isRefusal {
            return words.words(entryKind: "refusal")
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
