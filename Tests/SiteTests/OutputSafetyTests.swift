import Building
import Foundation
import TestSupport
import Testing

/// What no page and no file of any site has.
@Suite struct OutputSafetyTests {
    /// Links open where readers choose; those of a page that stands in a frame open outside it. A policy in a page cannot say
    /// all that one in a header can: the docs have a header.
    @Test(arguments: TestSite.all) func pagesOpenNoWindowsAndSetNoPolicy(_ site: TestSite) async throws {
        for (path, page) in try await BuiltSites.shared.site(site).pages {
            let text = page.text.lowercased()
            let isFramed = path.hasPrefix("embed/")
            #expect(text.ranges(of: "<base target=\"_blank\">").count == (isFramed ? 1 : 0), "\(path)")
            #expect(text.ranges(of: " target=").count == (isFramed ? 1 : 0), "\(path)")
            #expect(!text.contains("http-equiv=\"content-security-policy"), "\(path)")
        }
        let guide = try String(contentsOfFile: FileTree.project + "docs/content/hosting.md", encoding: .utf8)
        #expect(guide.contains("add_header Content-Security-Policy"))
    }

    /// The preview's scripts, its stream and its addresses are in no file of a build.
    @Test(arguments: TestSite.all) func aBuildHasNothingOfThePreview(_ site: TestSite) async throws {
        for (path, bytes) in try await BuiltSites.shared.site(site).files {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["_explainer/", "EventSource", "SharedWorker", "data-unresolved"] {
                #expect(!text.contains(word), "\(path) has \(word)")
            }
        }
    }
}
