import Foundation
import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct SitemapTests {
    private let address = SiteAddress("https://example.org/disputes/")

    private func sitemap(_ count: Int) -> Sitemap {
        Sitemap(
            address: address, pages: (0..<count).map { SitemapPage(path: "e\($0)/index.html", updated: nil) })
    }

    @Test func namesPagesByAbsoluteAddressesAndFolders() throws {
        let date = try EventDate.parse("2026-03-05").get()
        let pages = [
            SitemapPage(path: "index.html", updated: date), SitemapPage(path: "port/demands/a b&c.html", updated: nil),
        ]
        let text = Sitemap(address: address, pages: pages).write(part: 0).text
        #expect(text.contains("<url><loc>https://example.org/disputes/</loc><lastmod>2026-03-05</lastmod></url>"))
        #expect(text.contains("<loc>https://example.org/disputes/port/demands/a%20b%26c.html</loc>"))
    }

    @Test func partsWhatIsTooLongForOneFile() throws {
        #expect(Sitemap.paths(pages: 50_001) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
        #expect(Sitemap.paths(pages: 50_000) == ["sitemap.xml"])
        let sitemap = sitemap(50_001)
        let files = (0...2).map { sitemap.write(part: $0).text }
        #expect(files[0].contains("<loc>https://example.org/disputes/sitemap-2.xml</loc>"))
        #expect(files[1].components(separatedBy: "<url>").count == 50_001)
        #expect(files[2].components(separatedBy: "<url>").count == 2)
    }

    @Test func isLeftAwayWithoutAnAddress() throws {
        let site = try PortStrike.site(MadeUpSite.settings(""))
        #expect(site.plan.output(ExportType.sitemap.kind) == nil)
        #expect(site.context.robots().text == "User-agent: *\nDisallow:\n")
    }

    @Test func isNamedByRobots() throws {
        let robots = try PortStrike.site().context.robots().text
        #expect(robots.hasSuffix("\nSitemap: https://example.org/disputes/sitemap.xml\n"))
    }

    @Test(arguments: [
        ("https://Example.ORG", "https://example.org/", "/", "example.org"),
        ("https://user@example.org:8080/a//b?x#y", "https://user@example.org:8080/a/b/", "/a/b/", "example.org"),
        ("http://[::1]/a%20b", "http://[::1]/a%20b/", "/a%20b/", nil),
        ("https://bücher.example/", "https://bücher.example/", "/", nil),
    ]) func readsAddresses(_ url: String, _ base: String, _ folder: String, _ host: String?) {
        let address = SiteAddress(url)
        #expect(address.base == base)
        #expect(address.folder == folder)
        #expect(address.host == host)
    }
}
