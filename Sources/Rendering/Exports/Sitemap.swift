import Model

/// One page that search engines are to know.
package struct SitemapPage: Sendable {
    /// From the site's root: `port-strike/index.html`.
    package let path: String
    /// When its content was last updated; nil where that is not known.
    package let updated: EventDate?

    package init(path: String, updated: EventDate?) {
        self.path = path
        self.updated = updated
    }
}

/// A file that an export made, by its path from the site's root.
package struct ExportFile: Sendable {
    package let path: String
    package let bytes: [UInt8]
}

extension ExportContext {
    /// `sitemap.xml` (sitemaps.org 0.9); beyond 50,000 pages an index of `sitemap-1.xml` and so on.
    ///
    /// Empty without `base_url`: a sitemap's addresses must be absolute. Pages keep the order given; those that readers
    /// should not be led to (`404.html`, `search.html`, redirects) are the caller's to leave out.
    package func sitemaps(of pages: [SitemapPage], pagesPerFile: Int = 50_000) -> [ExportFile] {
        guard let address else { return [] }
        if pages.count <= pagesPerFile { return [ExportFile(path: "sitemap.xml", bytes: urlSet(pages[...], address))] }
        var files: [ExportFile] = []
        var index = HTMLWriter()
        index.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        index.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for start in stride(from: 0, to: pages.count, by: pagesPerFile) {
            let path = "sitemap-\(files.count + 1).xml"
            let part = pages[start..<min(start + pagesPerFile, pages.count)]
            files.append(ExportFile(path: path, bytes: urlSet(part, address)))
            index.markup("<sitemap><loc>")
            index.text(address.url(of: Route(path)))
            index.markup("</loc></sitemap>\n")
        }
        index.markup("</sitemapindex>\n")
        return [ExportFile(path: "sitemap.xml", bytes: index.bytes)] + files
    }

    private func urlSet(_ pages: ArraySlice<SitemapPage>, _ address: SiteAddress) -> [UInt8] {
        var xml = HTMLWriter(capacity: 128 * pages.count)
        xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in pages {
            xml.markup("<url><loc>")
            xml.text(address.url(of: Route(page.path)))
            xml.markup("</loc>")
            if let updated = page.updated {
                xml.markup("<lastmod>")
                xml.text(updated.lastMachineForm)
                xml.markup("</lastmod>")
            }
            xml.markup("</url>\n")
        }
        xml.markup("</urlset>\n")
        return xml.bytes
    }

    /// `robots.txt` (RFC 9309): everything may be read; names the sitemap where there is one.
    ///
    /// It counts only at a host's root; below a folder it does no harm.
    package func robots() -> [UInt8] {
        var text = "User-agent: *\nDisallow:\n"
        if let address { text += "\nSitemap: \(address.url(of: Route("sitemap.xml")))\n" }
        return Array(text.utf8)
    }
}
