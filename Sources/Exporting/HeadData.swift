import Bytes
import Model
import Presenting

/// What stands in a page's head beside title and style: canonical link, neighbours, feed, OpenGraph, JSON-LD.
///
/// Canonical links and what OpenGraph names must be absolute: they need `base_url`. Networks show a picture with a link
/// only where it is a PNG or JPEG, which this program cannot make from the event's `card.svg`; where the writer put a
/// `card.png` or `card.jpg` into the event's folder, or one for all at the top, that is named.
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
        case .notFound:
            html.markup("<meta name=\"robots\" content=\"noindex\">\n")
            feedLink(relativeToRoot: true)
            return html.bytes
        case .search: html.markup("<meta name=\"robots\" content=\"noindex\">\n")
        default: break
        }
        if let address { link("canonical", address) }
        if let previous = page.previous { link("prev", relativeLink(to: previous, from: page.path)) }
        if let next = page.next { link("next", relativeLink(to: next, from: page.path)) }
        feedLink(relativeToRoot: false)
        openGraph()
        html.markup("<script type=\"application/ld+json\">")
        var data = LinkedData(context, page, address: address)
        html.html(data.write())
        html.markup("</script>\n")
        return html.bytes
    }

    private mutating func link(_ relation: StaticString, _ address: String) {
        html.markup("<link rel=\"")
        html.markup(relation)
        html.markup("\"")
        html.attribute("href", address)
        html.markup(">\n")
    }

    private mutating func feedLink(relativeToRoot: Bool) {
        html.markup("<link rel=\"alternate\" type=\"application/atom+xml\"")
        html.attribute("title", context.site.settings.title.value)
        let route = context.feedRoute
        let root = context.address?.folder ?? "/"
        html.attribute("href", relativeToRoot ? root + route.path : relativeLink(to: route, from: page.path))
        html.markup(">\n")
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
        if let address = context.address, let card = card() {
            property("<meta property=\"og:image\" content=\"", address.url(of: Route(card)))
            property("<meta property=\"og:image:alt\" content=\"", page.title)
        }
        if let locale = openGraphLocale(page.language) { property("<meta property=\"og:locale\" content=\"", locale) }
        if isArticle, let updated = page.updated {
            property("<meta property=\"article:modified_time\" content=\"", updated.lastMachineForm)
        }
    }

    /// - Parameter opening: the element up to its content.
    private mutating func property(_ opening: StaticString, _ content: String) {
        html.markup(opening)
        html.text(content)
        html.markup("\">\n")
    }

    /// The path of the picture that goes with links to this page.
    private func card() -> String? {
        guard !context.cards.isEmpty else { return nil }
        let names = ["card.png", "card.jpg"]
        let event: Int? =
            switch page.subject {
            case .timeline(let event): event
            case .entry(let handle): handle.kind == .event ? Int(handle.index) : Int(handle.scope)
            case .terms(let scope), .sources(let scope): scope
            default: nil
            }
        let prefixes = [event.flatMap { $0 >= 0 ? context.site.prefix(ofScope: $0) : nil }, ""]
        let paths = prefixes.compactMap(\.self).flatMap { prefix in names.map { prefix + $0 } }
        return paths.first(where: context.cards.contains)
    }
}

/// The `language_TERRITORY` of a BCP 47 tag; nil where the tag names no territory.
func openGraphLocale(_ tag: String) -> String? {
    // Most tags are of a language alone.
    guard tag.utf8.contains(UInt8(ascii: "-")) else { return nil }
    let parts = tag.split(separator: "-")
    guard let language = parts.first, let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) else {
        return nil
    }
    return language.lowercased() + "_" + region.uppercased()
}

extension ExportContext {
    /// The HTML of a page's `head_data`; lines end with a newline.
    package func headData(for page: PageHead) -> [UInt8] {
        var head = HeadData(self, page)
        return head.write()
    }
}
