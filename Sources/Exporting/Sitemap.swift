import Bytes
import Model

extension ExportType {
    /// `sitemap.xml` (sitemaps.org 0.9); beyond 50,000 pages an index of `sitemap-1.xml` and so on. There is none without
    /// `base_url`: a sitemap's addresses must be absolute.
    static let sitemap = ExportType(
        OutputKind(
            "sitemap", .sitemap,
            .site { facts in
                guard facts.site.settings.baseURL != nil else { return [] }
                return Sitemap.paths(pages: facts.listedPages)
            }),
        bytes: { context, output in
            guard let address = context.address else { return [] }
            let sitemap = Sitemap(address: address, pages: context.listedPages)
            return sitemap.write(part: output.part)
        })
}

extension ExportContext {
    /// The pages that search engines are told of, in the plan's order.
    var listedPages: [SitemapPage] {
        plan.outputs.filter { plan.kind(of: $0).isListed }.map { page in
            // Its own entry's date, else its event's record.
            let own = page.entry.flatMap { site.head(of: $0).updated?.value }
            return SitemapPage(path: page.path, updated: own ?? page.event.flatMap { records[$0].date })
        }
    }
}

/// One page that search engines are to know.
struct SitemapPage {
    /// From the site's root: `port-strike/index.html`.
    let path: String
    /// When its content was last updated; nil if that is not known.
    let updated: EventDate?
}

/// The files that list a site's pages for search engines.
struct Sitemap {
    /// The most pages of one file.
    static let limit = 50_000

    let address: SiteAddress
    let pages: [SitemapPage]

    /// The paths of the files: that of the list, or of the index and then its lists.
    static func paths(pages: Int, limit: Int = limit) -> [String] {
        let lists = pages <= limit ? 0 : (pages + limit - 1) / limit
        return ["sitemap.xml"] + (0..<lists).map { "sitemap-\($0 + 1).xml" }
    }

    /// - Parameter part: the place of the file among `paths`.
    func write(part: Int, limit: Int = limit) -> [UInt8] {
        if part > 0 { return urlSet(pages[(part - 1) * limit..<min(part * limit, pages.count)]) }
        if pages.count <= limit { return urlSet(pages[...]) }
        var index = HTMLWriter()
        index.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        index.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for path in Self.paths(pages: pages.count, limit: limit).dropFirst() {
            index.markup("<sitemap><loc>")
            index.text(address.url(of: Route(path)))
            index.markup("</loc></sitemap>\n")
        }
        index.markup("</sitemapindex>\n")
        return index.bytes
    }

    private func urlSet(_ pages: ArraySlice<SitemapPage>) -> [UInt8] {
        var xml = HTMLWriter(capacity: 128 * pages.count)
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in pages {
            xml.markup("<url><loc>")
            xml.text(address.url(of: Route(page.path)))
            xml.markup("</loc>")
            if let updated = page.updated?.schemaForm {
                xml.markup("<lastmod>")
                xml.text(updated)
                xml.markup("</lastmod>")
            }
            xml.markup("</url>\n")
        }
        xml.markup("</urlset>\n")
        return xml.bytes
    }
}
