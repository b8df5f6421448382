import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Parts of pages that other sites show in frames.
@Suite struct EmbedTests {
    private func site(_ settings: String) throws -> [String: [UInt8]] {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: Harbours & ports\n\(settings)---\n", to: "content/site.md")
        for event in ["one", "two"] {
            try folder.write(Dispute("demand; refused; statement").event, to: "content/\(event)/event.md")
        }
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates",
                output: folder.path("public")))
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        return try folder.contents(of: "public")
    }

    private static let names = ["picture", "timeline", "demand-d1", "statement-s1"]

    @Test func areMadeOnlyIfTheSiteAsksForThem() throws {
        let files = try site("base_url: https://example.org/d/\n")
        #expect(!files.keys.contains { $0.contains("embed/") })
        let isNamed = files.values.contains { String(decoding: $0, as: UTF8.self).contains("json+oembed") }
        #expect(!isNamed)
    }

    /// Without `base_url` nobody can say from where another site takes them.
    @Test func haveNoCodeWithoutAnAddress() throws {
        let files = try site("embeds: true\n")
        let pages = Self.names.map { "one/embed/\($0).html" }
        #expect(Set(files.keys.filter { $0.hasPrefix("one/embed/") }) == Set(pages + ["one/embed/statement-s1.svg"]))
        let page = String(decoding: try #require(files["one/demands/d1.html"]), as: UTF8.self)
        #expect(page.contains("<a href=\"../embed/demand-d1.html\">Demand 1</a></p>"))
        #expect(!page.contains("iframe") && !page.contains("json+oembed"))
    }

    @Test(arguments: ["one", "two"], Self.names)
    func standAloneAndLeadToTheirPage(event: String, name: String) throws {
        let files = try site("embeds: true\nbase_url: https://example.org/d/\n")
        let whole = ["demand-d1": "demands/d1.html", "statement-s1": "statements/s1.html"][name] ?? ""
        let address = "https://example.org/d/\(event)/embed/\(name).html"
        let part = BuiltPage(try #require(files["\(event)/embed/\(name).html"]))
        #expect(part.text.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(part.text.contains("<link rel=\"canonical\" href=\"https://example.org/d/\(event)/\(whole)\">"))
        #expect(part.text.contains("<base target=\"_blank\">") && !part.text.contains("<nav"))
        #expect(part.links.contains("../" + (whole.isEmpty ? "index.html" : whole)), "\(part.links)")

        let data = Data(try #require(files["\(event)/embed/\(name).json"]))
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["version"] as? String == "1.0" && json["type"] as? String == "rich")
        #expect(json["provider_name"] as? String == "Harbours & ports")
        #expect(json["width"] as? Int == 640 && (json["height"] as? Int ?? 0) > 200)
        let code = try #require(json["html"] as? String)
        #expect(code.hasPrefix("<iframe src=\"\(address)\" title=\"") && code.hasSuffix("</iframe>"))

        // The page has the code, and says where programs find it; an event's page names its first part.
        let page = BuiltPage(try #require(files["\(event)/\(whole.isEmpty ? "index.html" : whole)"]))
        let shown = code.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&#34;")
        #expect(page.text.contains("<code>\(shown)</code>"))
        let discovery = name == "timeline" ? "picture" : name
        #expect(page.links.contains("https://example.org/d/\(event)/embed/\(discovery).json"))
        #expect(!String(decoding: files["sitemap.xml"] ?? [], as: UTF8.self).contains("embed/"))
    }
}
