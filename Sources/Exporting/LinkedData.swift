import Bytes
import Model
import Presenting

/// A page's JSON-LD: the page, what it is about in schema.org's words, and its breadcrumbs.
///
/// Addresses are absolute where there is a `base_url`; else relative, which JSON-LD in a page resolves against the page.
struct LinkedData: ~Copyable {
    let context: ExportContext
    let page: PageHead
    var json = JSONWriter(capacity: 4_096)
    private var addresses: AddressWriter
    /// The page's own address.
    let address: String

    /// - Parameter address: the page's absolute address, where the site has one.
    init(_ context: ExportContext, _ page: PageHead, address: String?) {
        self.context = context
        self.page = page
        addresses = AddressWriter(context, page: page.path, isAbsolute: true)
        self.address = address ?? relativeLink(to: Route(page.path), from: page.path)
    }

    var site: Site { context.site }

    func url(_ route: Route) -> String { context.link(to: route, from: page.path) }

    mutating func write() -> [UInt8] {
        json.openObject()
        json.member("@context", literal: "https://schema.org")
        json.openArray("@graph")
        writePage()
        writeSubject()
        writeBreadcrumbs()
        json.closeArray()
        json.closeObject()
        return json.bytes
    }

    // MARK: - The page

    private mutating func writePage() {
        json.openObject()
        json.member("@type", literal: pageType)
        json.member("@id", address)
        json.member("name", page.title)
        json.member("inLanguage", page.language)
        json.member("dateModified", page.isUpdated ? page.updated?.lastDataForm : nil)
        writeAuthors()
        if page.subject != .home { reference("isPartOf", "WebSite", siteID, site.settings.title.value) }
        writeMainEntity()
        if page.crumbs.isEmpty == false {
            let id = address + "#breadcrumbs"
            json.object("breadcrumb") { $0.member("@id", id) }
        }
        switch page.subject {
        case .entry(let handle):
            // A work carries its sources and corrections itself; an act has none, so its page does.
            if handle.kind != .event { writeWork(handle) }
        case .corrections: writeCorrections()
        default: break
        }
        json.closeObject()
    }

    /// Who wrote the page; nothing if nobody is named.
    mutating func writeAuthors() {
        let authors = page.authors
        guard !authors.isEmpty else { return }
        json.openArray("author")
        for author in authors {
            json.openObject()
            json.member("@type", literal: "Person")
            json.member("name", author.name)
            switch author.target {
            case .route(let route)?: json.member("url", url(route))
            case .external(let address)?: json.member("url", address)
            case nil: break
            }
            json.closeObject()
        }
        json.closeArray()
    }

    private var pageType: StaticString {
        switch page.subject {
        case .entry(let handle): handle.kind == .party || handle.kind == .person ? "ProfilePage" : "WebPage"
        case .sources: "CollectionPage"
        case .search: "SearchResultsPage"
        default: "WebPage"
        }
    }

    /// Names the thing that the page is about, in the page's graph; nothing where it is about nothing but itself.
    private mutating func writeMainEntity() {
        switch page.subject {
        case .entry(let handle) where handle.kind != .page:
            json.openObject("mainEntity")
            id(of: handle)
            json.closeObject()
        case .terms:
            let id = address + "#terms"
            json.object("mainEntity") { $0.member("@id", id) }
        case .home:
            let id = siteID
            json.object("mainEntity") { $0.member("@id", id) }
        default: break
        }
    }

    var siteID: String { context.siteID ?? url(Route(SitePlan.home)) + "#site" }

    /// The member `@id`: an entry's page's address with the kind as fragment, or its place on a page.
    mutating func id(of handle: AnyHandle) {
        addresses.composeID(of: handle)
        json.member("@id", plain: addresses.bytes)
    }

    private mutating func writeBreadcrumbs() {
        guard !page.crumbs.isEmpty else { return }
        json.openObject()
        json.member("@type", literal: "BreadcrumbList")
        json.member("@id", address + "#breadcrumbs")
        json.openArray("itemListElement")
        for (index, crumb) in page.crumbs.enumerated() { item(index + 1, crumb.title, url(crumb.route)) }
        item(page.crumbs.count + 1, page.title, address)
        json.closeArray()
        json.closeObject()
    }

    private mutating func item(_ position: Int, _ name: String, _ address: String) {
        json.openObject()
        json.member("@type", literal: "ListItem")
        json.member("position", position)
        json.member("name", name)
        json.member("item", address)
        json.closeObject()
    }

    // MARK: - The site

    private mutating func writeSubject() {
        switch page.subject {
        case .home: writeSite()
        case .entry(let handle):
            writeEntry(handle)
            if handle.kind == .event, site.isOneEvent { writeSite() }
        case .terms(let scope): writeTerms(scope)
        case .sources(let scope): writeSources(scope)
        default: break
        }
    }

    private mutating func writeSite() {
        let settings = site.settings
        json.openObject()
        json.member("@type", literal: "WebSite")
        json.member("@id", siteID)
        json.member("url", url(Route(SitePlan.home)))
        json.member("name", settings.title.value)
        json.member("description", settings.description?.value)
        json.member("inLanguage", settings.language.value)
        writePublisher()
        // The first page of a long list names them for all.
        if !site.events.isEmpty, page.part == 0 {
            json.openArray("hasPart")
            for index in site.events.indices { reference(AnyHandle(.event, scope: -1, index: index)) }
            json.closeArray()
        }
        json.closeObject()
    }

    /// The publisher with its policies, as a member; nothing where none is named.
    mutating func writePublisher() {
        guard let publisher = site.settings.publisher else { return }
        json.openObject("publisher")
        let policies = site.settings.policies
        // Only news media have all the properties for policies.
        let type = publisher.kind.map { schemaType(of: $0.value) } ?? "Organization"
        let isPlain = type.description == "Organization"
        json.member("@type", literal: policies.isEmpty || !isPlain ? type : "NewsMediaOrganization")
        json.member("name", publisher.name.value)
        json.member("url", publisher.url?.value)
        if let logo = publisher.logo?.value { json.member("logo", policyAddress(logo)) }
        for (policy, target) in policies {
            switch policy {
            case .corrections: json.member("correctionsPolicy", policyAddress(target.value))
            case .ethics: json.member("ethicsPolicy", policyAddress(target.value))
            case .sources: json.member("unnamedSourcesPolicy", policyAddress(target.value))
            case .feedback: json.member("actionableFeedbackPolicy", policyAddress(target.value))
            case .imprint, .privacy, .terms, .licence: break
            }
        }
        json.closeObject()
    }

    /// Who wrote the article: the publisher, else the site.
    mutating func writeAuthor() {
        let publisher = site.settings.publisher
        let (name, address) = context.author
        let home = url(Route(SitePlan.home))
        json.openObject("author")
        json.member("@type", literal: publisher?.kind.map { schemaType(of: $0.value) } ?? "Organization")
        json.member("name", name)
        json.member("url", address ?? home)
        json.closeObject()
    }

    /// What a setting names, as an address; nil for what this build leaves out.
    private func policyAddress(_ target: String) -> String? {
        switch context.plan.settingTarget(target) {
        case .route(let route): url(route)
        case .external(let address): address
        case nil: nil
        }
    }
}
