import Bytes
import Diagnostics
import Model
import Presenting
import Synchronization

/// What all exports of a build are made from: the site, what is computed from it, the words, and the address.
///
/// Everything here is published: what a build leaves out is cut from `Site` before. A class, so that the writers of
/// each page hold it at no cost.
package final class ExportContext: Sendable, EntryNaming {
    /// What views are made from.
    package let views: SiteContext
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
    /// Cards as PNG that the build has made, by their paths.
    let sharePictures: Set<String>
    /// The same by the event that they belong to.
    let madePictures: [Int: [String]]
    /// What the site is called in linked data; nil without an address.
    let siteID: String?
    /// The names of what feeds and calendars tell.
    let lasting: LastingNames
    /// Made when the search page or the index itself is written, whichever comes first.
    let keptSearchIndex = Mutex<SearchIndex?>(nil)

    /// - Parameter sharePictures: cards as PNG that the build has made.
    package init(_ views: SiteContext, sharePictures: [PlannedOutput] = []) {
        let site = views.site
        self.views = views
        plan = views.plan
        self.site = site
        records = views.records
        log = views.log
        words = views.words
        address = site.settings.baseURL.map { SiteAddress($0.value) }
        escapedBase = address.map { JSON.inside($0.base) }
        siteID = address.map { $0.base + "#site" }
        lasting = LastingNames(views)
        self.sharePictures = Set(sharePictures.map(\.path))
        madePictures = Dictionary(grouping: sharePictures) { $0.scope }.mapValues { $0.map(\.path) }
        cards = Set(plan.published.paths.filter { $0.hasSuffix("card.png") || $0.hasSuffix("card.jpg") })
    }

    /// What an event's files depend on beyond what views show: its names that would be another event's, were they shorter.
    package func namesKey(ofEvent event: Int) -> String { lasting.prefixed[event].joined(separator: "\n") }

    /// Where an entry is told.
    func route(of handle: AnyHandle) -> Route { plan.route(of: handle) }

    /// Where a file is today: one at an old path of its event names the new one as its own address.
    func route(of output: PlannedOutput) -> Route { plan.target(ofOld: output) ?? Route(output.path) }

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

    /// The absolute address where there is one, else a link that is relative to the page that holds it.
    func link(to route: Route, from page: String) -> String {
        address?.url(of: route) ?? relativeLink(to: route, from: page)
    }
}
