import Bytes
import Model
import Presenting

/// What stands in a page's head beside title and style: canonical link, neighbours, feed, OpenGraph, JSON-LD.
///
/// Canonical links and what OpenGraph names must be absolute: they need `base_url`. Networks show a picture with a link
/// only if it is a PNG or JPEG: the `card.png` or `card.jpg` that the writer put into the event's folder, or one for all at
/// the top, or what the build made of a card (`SharePicture`).
/// JSON-LD is data, which no Content-Security-Policy blocks.
struct HeadData {
    let context: ExportContext
    let page: PageHead
    /// The page's absolute address; nil without `base_url`.
    private let address: String?
    private var html = HTMLWriter(capacity: 4_096)

    init(_ context: ExportContext, _ page: PageHead) {
        self.context = context
        self.page = page
        address = context.address?.url(of: Route(page.path))
    }

    mutating func write() -> [UInt8] {
        switch page.subject {
        case .redirect(let target):
            if let address = context.address { link("canonical", address.url(of: target)) }
            return html.bytes
        case .embed(let whole):
            html.markup("<meta name=\"robots\" content=\"noindex\">\n")
            if let address = context.address { link("canonical", address.url(of: whole)) }
            return html.bytes
        case .notFound:
            html.markup("<meta name=\"robots\" content=\"noindex\">\n")
            feedLinks(relativeToRoot: true)
            if context.address == nil { filesAbove() }
            return html.bytes
        case .search: html.markup("<meta name=\"robots\" content=\"noindex\">\n")
        default: break
        }
        if let address { link("canonical", address) }
        if let previous = page.previous { link("prev", relativeLink(to: previous, from: page.path)) }
        if let next = page.next { link("next", relativeLink(to: next, from: page.path)) }
        feedLinks(relativeToRoot: false)
        if case .entry(let handle) = page.subject, let found = context.oEmbed(of: handle), let address = context.address
        {
            html.markup("<link rel=\"alternate\" type=\"application/json+oembed\"")
            html.attribute("title", found.title)
            html.attribute("href", address.url(of: found.route))
            html.markup(">\n")
        }
        openGraph()
        html.markup("<script type=\"application/ld+json\">")
        var data = LinkedData(context, page, address: address)
        html.html(data.write())
        html.markup("</script>\n")
        if page.subject != .search, page.subject != .notFound, let updated = page.updated {
            html.markup("<script type=\"application/vnd.citationstyles.csl+json\">")
            let isArticle = if case .entry(let handle) = page.subject { handle.kind == .event } else { false }
            html.html(
                Citation(
                    context, scope: page.scope, title: page.title, path: page.path, updated: updated,
                    isUpdated: page.isUpdated,
                    language: page.language, isArticle: isArticle, authors: page.authors.map(\.name)
                ).data)
            html.markup("</script>\n")
        }
        return html.bytes
    }

    private mutating func link(_ relation: StaticString, _ address: String) {
        html.markup("<link rel=\"")
        html.markup(relation)
        html.markup("\"")
        html.attribute("href", address)
        html.markup(">\n")
    }

    /// The feed of the page's event, if it has its own, and that of the site.
    private mutating func feedLinks(relativeToRoot: Bool) {
        if let event = page.event, let route = context.plan.route(to: ExportType.feed.kind, scope: event) {
            let title = context.words(.feedOf, ["title": context.site.events[event].title.value])
            feedLink("application/atom+xml", title, route, relativeToRoot)
        }
        let title = context.site.settings.title.value
        feedLink("application/atom+xml", title, context.feedRoute, relativeToRoot)
        if let route = context.plan.route(to: ExportType.jsonFeed.kind) {
            feedLink("application/feed+json", title, route, relativeToRoot)
        }
    }

    private mutating func feedLink(_ type: StaticString, _ title: String, _ route: Route, _ relativeToRoot: Bool) {
        html.markup("<link rel=\"alternate\" type=\"")
        html.markup(type)
        html.markup("\"")
        html.attribute("title", title)
        let root = context.address?.folder ?? "/"
        html.attribute("href", relativeToRoot ? root + route.path : relativeLink(to: route, from: page.path))
        html.markup(">\n")
    }

    // MARK: - The page for lost addresses

    /// The stylesheets, and the script that makes links right, by addresses relative to the one that was asked for.
    ///
    /// A host shows the page at any address, and without `base_url` nobody has said where on the host the site begins: in
    /// one of the folders above, at most as many as the site's deepest page has, and one more for an address that ends in a
    /// slash. The nearest comes last, so that its styles count.
    private mutating func filesAbove() {
        let deepest = context.plan.outputs.reduce(0) { max($0, $1.path.utf8.count { $0 == UInt8(ascii: "/") }) }
        let styles = [ThemeFile.stylesheet] + (context.site.hasAsset(ThemeFile.own) ? [ThemeFile.own] : [])
        for depth in (0...deepest + 1).reversed() {
            let folder = String(repeating: "../", count: depth)
            for style in styles {
                html.markup("<link rel=\"stylesheet\"")
                html.attribute("href", address(of: style, below: folder))
                html.markup(">\n")
            }
            html.markup("<script")
            html.attribute("src", address(of: ThemeFile.lost, below: folder))
            html.markup(" defer></script>\n")
        }
    }

    private func address(of file: String, below folder: String) -> String {
        folder + file + (context.views.fileVersions[file].map { "?v=" + $0 } ?? "")
    }

    // MARK: - OpenGraph

    private mutating func openGraph() {
        let isArticle = if case .entry = page.subject { true } else { false }
        html.markup("<meta property=\"og:type\" content=\"")
        html.markup(isArticle ? "article" : "website")
        html.markup("\">\n")
        property("<meta property=\"og:title\" content=\"", page.title)
        if let description = page.description { property("<meta property=\"og:description\" content=\"", description) }
        property("<meta property=\"og:site_name\" content=\"", context.site.settings.title.value)
        if let address { property("<meta property=\"og:url\" content=\"", address) }
        if let address = context.address, let card = context.card(of: page) {
            property("<meta property=\"og:image\" content=\"", address.url(of: Route(card.path)))
            if let size = card.size {
                property("<meta property=\"og:image:width\" content=\"", String(size.width))
                property("<meta property=\"og:image:height\" content=\"", String(size.height))
            }
            property("<meta property=\"og:image:alt\" content=\"", page.title)
            html.markup("<meta name=\"twitter:card\" content=\"summary_large_image\">\n")
        }
        if let locale = openGraphLocale(page.language) { property("<meta property=\"og:locale\" content=\"", locale) }
        if case .entry(let handle) = page.subject, handle.kind == .event,
            let published = context.published(ofEvent: Int(handle.index))
        {
            property("<meta property=\"article:published_time\" content=\"", published.dataForm)
        }
        if isArticle, page.isUpdated, let updated = page.updated {
            property("<meta property=\"article:modified_time\" content=\"", updated.lastDataForm)
        }
    }

    /// - Parameter opening: the element up to its content.
    private mutating func property(_ opening: StaticString, _ content: String) {
        html.markup(opening)
        html.text(content)
        html.markup("\">\n")
    }
}

extension PageHead {
    /// The event that the page belongs to; nil outside events.
    var event: Int? {
        let scope: Int? =
            switch subject {
            case .timeline(let event): event
            case .entry(let handle): handle.kind == .event ? Int(handle.index) : Int(handle.scope)
            case .terms(let scope), .sources(let scope): scope
            default: nil
            }
        return scope.flatMap { $0 >= 0 ? $0 : nil }
    }
}

extension ExportContext {
    /// When an event's page was published, as far as the record says: when its embargo ended; nil where it had none.
    func published(ofEvent event: Int) -> EventDate? {
        site.events[event].head.embargo?.value
    }
}

/// The `language_TERRITORY` of a BCP 47 tag. A tag without a territory has that in which most speakers of the language
/// live (CLDR, likely subtags), as far as it is one of the largest; nil for others.
func openGraphLocale(_ tag: String) -> String? {
    let parts = tag.split(separator: "-")
    guard let language = parts.first?.lowercased() else { return nil }
    // A territory of three digits is part of the world, which OpenGraph has no name for.
    if parts.dropFirst().contains(where: { $0.utf8.count == 3 && $0.allSatisfy(\.isNumber) }) { return nil }
    let region = parts.dropFirst().first { $0.utf8.count == 2 }?.uppercased() ?? likelyTerritories[language]
    return region.map { language + "_" + $0 }
}

private let likelyTerritories = [
    "ar": "EG", "bg": "BG", "bn": "BD", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US",
    "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU",
    "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "pl": "PL",
    "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE", "sw": "TZ", "ta": "IN",
    "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
]

extension ExportContext {
    /// The HTML of a page's `head_data`; lines end with a newline.
    package func headData(for page: PageHead) -> [UInt8] {
        var head = HeadData(self, page)
        return head.write()
    }
}
