import Model
import Testing

@Suite struct LinkTargetTests {
    private func plan() throws -> SitePlan {
        try MemorySite.harbour(
            settings: "publish: [images, port/plan.pdf]\n",
            [
                "event.md": "", "port/event.md": MemorySite.harbourEvent, "about.md": "---\ntitle: About\n---\n",
                "port/history.md": "---\ntitle: History\n---\n",
                "parties/ministry.md": "---\nname: M\nkind: court\n---\n",
                "port/demands/second.md": """
                ---
                title: Second
                from: union
                to: company
                date: 2026-02-25
                draft: true
                ---
                """,
            ], assets: ["images/Map.png", "port/plan.pdf"]
        ).plan
    }

    private func name(_ target: LinkTarget, in site: Site) -> String {
        switch target {
        case .entry(let handle): "\(handle.kind.word) \(site.displayName(of: handle))"
        case .generated(let path): "generated \(path)"
        case .asset(let path): "asset \(path)"
        case .withheld: "withheld"
        case .outside: "outside"
        case .nowhere: "nowhere"
        }
    }

    @Test(arguments: [
        ("about.md", "page About"), ("./about.html", "page About"), ("port/", "event The harbour strike"),
        ("port", "event The harbour strike"), ("port/event.md", "event The harbour strike"),
        ("/", "generated index.html"),
        (".", "generated index.html"), ("port/index.html", "event The harbour strike"),
        ("port/demands/pay-rise.md", "demand Raise wages"), ("port/demands/pay-rise.html", "demand Raise wages"),
        ("port/history.md", "page History"), ("history.md", "nowhere"), ("port/about.md", "nowhere"),
        ("parties/ministry.html", "party M"), ("port/parties/ministry.md", "nowhere"),
        ("port/sources/report.md", "source Report"), ("port/sources/report.html", "nowhere"),
        ("port/timeline.html", "generated port/timeline.html"), ("port/terms.html", "nowhere"),
        ("timeline.html", "nowhere"), ("feed.xml", "generated feed.xml"),
        ("assets/style.css", "generated assets/style.css"),
        ("images/Map.png", "asset images/Map.png"), ("images/map.png", "nowhere"),
        ("port/plan.pdf", "asset port/plan.pdf"),
        ("port/demands/second.md", "withheld"), ("../about.md", "outside"), ("port/../../about.md", "outside"),
        ("port/demands/../history.md", "page History"),
    ])
    func tellsWhatALinkFromTheTopNames(_ path: String, _ expected: String) throws {
        let plan = try plan()
        #expect(name(plan.target(ofLink: path, from: "method.md"), in: plan.site) == expected)
    }

    @Test(arguments: [
        ("pay-rise.md", "demand Raise wages"), ("../history.md", "page History"), ("../../about.md", "page About"),
        ("/about.md", "page About"), ("../", "event The harbour strike"), ("..", "event The harbour strike"),
        ("../plan.pdf", "asset port/plan.pdf"), ("../../../about.md", "outside"), ("", "withheld"),
    ])
    func countsFromTheDocumentsOwnFolder(_ path: String, _ expected: String) throws {
        let plan = try plan()
        #expect(name(plan.target(ofLink: path, from: "port/demands/second.md"), in: plan.site) == expected)
    }

    @Test(arguments: [
        ("about", "page About"), ("port", "event The harbour strike"), ("about#aims", "page About"),
        ("event:port", "event The harbour strike"), ("corrections.html", "generated corrections.html"),
        ("abuot", "nowhere"),
        ("javascript:alert(1)", "nowhere"), ("#top", "nowhere"), ("demand:port/pay-rise", "demand Raise wages"),
    ])
    func tellsWhatASettingNames(_ text: String, _ expected: String) throws {
        let plan = try plan()
        let target = try #require(plan.target(ofSetting: text))
        #expect(name(target, in: plan.site) == expected)
    }

    @Test(arguments: ["https://example.org", "mailto:desk@example.org", "tel:+4930123"])
    func takesAddressesOutsideTheSiteInSettings(_ text: String) throws {
        #expect(try plan().target(ofSetting: text) == nil)
    }

    @Test(
        arguments: [
            ("old.html", "old.html"), ("/old.html", "old.html"), ("2025/strike", "2025/strike/index.html"),
            ("2025/strike/", "2025/strike/index.html"), ("/", "index.html"), ("old.html/", "old.html/index.html"),
            ("", nil), ("a//b", nil), ("../a", nil), ("a/./b", nil), ("a?b", nil), ("a#b", nil), ("https://a/b", nil),
            ("a b", nil), ("a%20b", nil), ("a\\b", nil), (String(repeating: "a", count: 256), nil),
        ] as [(String, String?)])
    func turnsOldPathsIntoRedirects(_ text: String, _ expected: String?) {
        #expect(redirectPath(ofOldPath: text) == expected)
    }
}
