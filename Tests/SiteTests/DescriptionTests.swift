import TestSupport
import Testing

/// What a page says of itself to search engines and where a link to it is shared.
@Suite struct DescriptionTests {
    private func content(of property: String, in page: BuiltPage) -> String? {
        guard let start = page.text.range(of: "<meta \(property) content=\""),
            let end = page.text[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(page.text[start.upperBound..<end])
    }

    /// Two pages of a site never say the same, and each says it alike to all readers.
    @Test(arguments: TestSite.all)
    func isOfEachPageAlone(_ site: TestSite) async throws {
        var pages: [String: [String]] = [:]
        for (path, page) in try await BuiltSites.shared.site(site).pages {
            let description = content(of: "name=\"description\"", in: page)
            let isLedTo = !["page-redirect", "page-embed-"].contains(where: page.text.contains)
            if path == "404.html" || !isLedTo {
                #expect(description == nil, "\(path)")
                continue
            }
            let said = try #require(description, "\(path) says nothing")
            #expect(content(of: "property=\"og:description\"", in: page) == said, "\(path)")
            #expect(!said.contains("  ") && !said.contains("..") && !said.contains(" ."), "\(path): \(said)")
            #expect(said.count > 8, "\(path): \(said)")
            pages[said, default: []].append(path)
        }
        let shared = pages.filter { $0.value.count > 1 }
        #expect(shared.isEmpty, "\(shared)")
    }
}
