import Building
import BuildingSupport
import Diagnostics
import TestSupport
import Testing

/// What site.md says of the look: navigation, policies, colours, files of one's own.
@Suite struct LookSettingsTests {
    private func built(_ settings: String, files: [String: String] = [:]) throws -> (
        files: [String: String], problems: [String]
    ) {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\n\(settings)"),
            ("event.md", "title: The dispute\nsummary: The port wants dues."), ("about.md", "title: About us"),
            ("parties/port.md", "name: The port\nkind: company"), ("parties/fishers.md", "name: Fishers\nkind: union"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10"),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        for (path, text) in files { try folder.write(text, to: "content/" + path) }
        let report = build(
            Configuration(
                content: folder.path("content"), templates: FileTree.project + "templates",
                output: folder.path("public")))
        return (
            ((try? folder.contents(of: "public")) ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) },
            report.diagnostics.filter { $0.severity == .error }.map(\.message)
        )
    }

    private func navigation(_ page: String?) -> [String] {
        let text = page ?? ""
        guard let start = text.firstRange(of: "<header"), let end = text.firstRange(of: "</header>") else { return [] }
        return text[start.upperBound..<end.lowerBound].matches(of: #/<li><a[^>]*>([^<]*)<\/a>/#).map {
            String($0.output.1)
        }
    }

    private static let navigations: [(String, [String])] = [
        ("", ["Event", "Timeline", "Search"]), ("navigation: [about]", ["Event", "Timeline", "About us", "Search"]),
        ("navigation: [search, about, event]", ["Search", "About us", "Event"]),
        ("navigation: [{to: timeline, title: Chronology}, about]", ["Chronology", "About us"]),
    ]

    @Test(arguments: navigations) func navigationNamesOrdersAndLeavesOut(_ settings: String, _ items: [String]) throws {
        let (files, problems) = try built(settings)
        #expect(problems == [])
        #expect(navigation(files["index.html"]) == items)
    }

    @Test func aMisspeltItemIsReported() throws {
        #expect(try built("navigation: [serach]").problems.contains { $0.contains("'serach'") })
    }

    @Test func policiesAreLinkedInTheFooter() throws {
        let (files, problems) = try built(
            "policies: {imprint: about, privacy: about, terms: about, licence: 'https://example.org/licence'}")
        #expect(problems == [])
        for word in ["Imprint", "Privacy", "Terms of use", "Licence"] {
            #expect(files["index.html"]?.contains(">\(word)</a></li>") == true, "\(word)")
        }
    }

    @Test(arguments: [("light", "content=\"light\""), ("dark", "content=\"dark\""), ("auto", "content=\"light dark\"")])
    func appearanceSetsTheColours(_ appearance: String, _ scheme: String) throws {
        let (files, _) = try built("appearance: \(appearance)")
        #expect(files["index.html"]?.contains("<meta name=\"color-scheme\" \(scheme)>") == true)
        #expect(files["assets/style.css"]?.contains("prefers-color-scheme") == (appearance == "auto"))
    }

    @Test(arguments: [
        "robots.txt", "sitemap.xml", "event.schema.json", "assets/icon.svg", "_redirects",
    ]) func aFileOfOnesOwnTakesThePlaceOfOneThatIsMade(_ path: String) throws {
        let settings = "base_url: https://example.org/\nredirects: netlify\n"
        let made = try built(settings).files[path]
        let (files, problems) = try built(settings + "publish: [\(path)]", files: [path: "<svg>my own</svg>\n"])
        #expect(problems == [])
        #expect(made != nil && made != files[path] && files[path] == "<svg>my own</svg>\n")
        // Only what is listed by its whole path: a file that lies there by mistake is reported.
        let folder = path.split(separator: "/").dropLast().joined()
        let other = try built(
            settings + "publish: [\(folder.isEmpty ? "more" : folder)/]", files: [path: "x", "more/a": "x"])
        #expect(folder.isEmpty || other.problems.contains { $0.contains(path) }, "\(other.problems)")
    }

    /// What hosts and browsers look for at a place of their own.
    @Test(arguments: [
        ".well-known/security.txt", ".well-known/a/b.json", "CNAME", ".nojekyll", "favicon.ico", "apple-touch-icon.png",
        "site.webmanifest", "ads.txt", "humans.txt", "icons/icon-512.png",
    ]) func aFileThatNoPageNamesIsPublishedIfItIsListed(_ path: String) throws {
        let folder = path.split(separator: "/").first.map { path.contains("/") ? $0 + "/" : $0 } ?? ""
        for listed in [path, String(folder)] {
            let (files, problems) = try built("publish: ['\(listed)']", files: [path: "x"])
            #expect(problems == [] && files[path] == "x", "\(listed): \(problems)")
        }
        #expect(try built("", files: [path: "x"]).files[path] == nil)
    }

    @Test func aLogoMayBeAnSVGWithADarkOne() throws {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0\"/></svg>"
        let (files, problems) = try built(
            "publisher: {name: Fern Street, logo: logo.svg, dark_logo: dark.svg}",
            files: ["logo.svg": drawing, "dark.svg": drawing])
        #expect(problems == [])
        #expect(
            files["index.html"]?.contains(
                "<picture><source srcset=\"dark.svg\" media=\"(prefers-color-scheme: dark)\">"
                    + "<img src=\"logo.svg\" alt=\"\" width=\"72\" height=\"24\"></picture>") == true)
    }
}
