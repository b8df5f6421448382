import Building
import BuildingSupport
import Bytes
import Diagnostics
import TestSupport
import Testing

/// Addresses in templates: `link`, `asset`, and those that are written out.
@Suite struct TemplateAddressTests {
    private static func site(_ template: String, base: String = "", extending: String = "base.html") throws
        -> TemporaryFolder
    {
        let folder = try TemporaryFolder()
        let event = "title: The dispute\nsummary: The port wants dues."
        for (path, text) in [
            ("site.md", "title: Harbours\n\(base)"), ("imprint.md", "title: Imprint"),
            ("parties/court.md", "name: The court\nkind: court"),
            ("events/a/event.md", event), ("events/a/parties/port.md", "name: The port\nkind: company"),
            ("events/b/event.md", event), ("events/b/parties/union.md", "name: The union\nkind: union"),
            ("events/b/parties/port.md", "name: The other port\nkind: company"),
            ("drafted.md", "title: Draft\ndraft: true"),
        ] {
            try folder.write(
                "---\n\(text)\n---\n## Aims\n\nText of [the imprint](/imprint.md).\n", to: "content/" + path)
        }
        try folder.write("body{}", to: "content/extra.css")
        try folder.write("// nothing", to: "templates/assets/chart.js")
        try folder.write("x", to: "templates/fonts/serif.woff2")
        try folder.write(
            "{% extends \"theme/\(extending)\" %}{% block after_main %}<p id=\"own\">\(template)</p>{% endblock %}",
            to: "templates/\(extending)")
        return folder
    }

    private static func configuration(_ folder: TemporaryFolder) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"),
            theme: FileTree.project + "templates", output: folder.path("public"))
    }

    private static let right: [(String, path: String, String)] = [
        ("{{ link(\"page:imprint\") }}", "index.html", "imprint.html"),
        ("{{ link(\"page:imprint\") }}", "events/a/index.html", "../../imprint.html"),
        ("{{ link(\"imprint\") }}", "events/a/parties/port.html", "../../../imprint.html"),
        ("{{ link(\"page:imprint#aims\") }}", "events/a/index.html", "../../imprint.html#aims"),
        ("{{ link(\"party:court\") }}", "events/a/index.html", "../../parties/court.html"),
        ("{{ link(\"event:events/b\") }}", "events/a/index.html", "../b/index.html"),
        ("{{ link(\"party:events/b/union\") }}", "events/a/index.html", "../b/parties/union.html"),
        ("{{ link(\"search.html\") }}", "events/a/index.html", "../../search.html"),
        ("{{ link(\"https://example.org/x\") }}", "index.html", "https://example.org/x"),
        (
            "{{ asset(\"chart.js\") }}", "events/a/index.html",
            "../../assets/chart.js?v=" + ContentHash(of: Array("// nothing".utf8)).shortText
        ),
        ("{{ asset(\"fonts/serif.woff2\") }}", "events/a/index.html", "../../fonts/serif.woff2"),
        ("{{ page.url }}", "events/a/index.html", "index.html"),
        ("{{ page.canonical_url|default(\"none\") }}", "events/a/index.html", "https://example.org/d/events/a/"),
        ("{{ site.base_url|default(\"none\") }}", "index.html", "https://example.org/d/"),
        ("{{ page.canonical_url|default(\"none\") }}", "404.html", "none"),
        ("{{ link(\"page:imprint\") }}", "404.html", "/d/imprint.html"),
        ("{% set id = \"imprint\" %}{{ link(\"page:\" ~ id) }}", "events/a/index.html", "../../imprint.html"),
    ]

    @Test(arguments: right) func areRightAtEveryDepth(_ template: String, path: String, _ address: String) throws {
        let folder = try Self.site("[\(template)]", base: "base_url: https://example.org/d/")
        let report = build(Self.configuration(folder))
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let page = try #require(try folder.contents(of: "public")[path])
        #expect(String(decoding: page, as: UTF8.self).contains("[\(address)]"))
    }

    /// An entry of the event whose page it is comes before one that events share.
    @Test func namesAreThoseOfThePagesEvent() throws {
        let folder = try Self.site("[{{ link(\"party:port\") }}]", extending: "event.html")
        let report = build(Self.configuration(folder))
        #expect(report.errors == 0)
        let files = try folder.contents(of: "public")
        for event in ["a", "b"] {
            let page = String(decoding: try #require(files["events/\(event)/index.html"]), as: UTF8.self)
            #expect(page.contains("[parties/port.html]"))
        }
    }

    private static let wrong: [(String, String, hint: String?)] = [
        (
            "{{ link(\"page:imprnt\") }}", "'page:imprnt' names nothing on this site",
            hint: "did you mean 'page:imprint'?"
        ),
        ("{{ link(\"party:union\") }}", "'party:union' names nothing on this site", hint: nil),
        ("{{ link(\"page:imprint#amis\") }}", "there is no '#amis' on 'imprint.html'", hint: "did you mean '#aims'?"),
        ("{{ asset(\"chrat.js\") }}", "there is no file 'chrat.js'", hint: "did you mean 'chart.js'?"),
        (
            "{{ asset(\"extra.css\") }}", "'extra.css' is in the content folder and is not published",
            hint: "list it in site.md: publish: [extra.css]"
        ),
        (
            "<a href=\"imprint.html\">I</a>", "'imprint.html' leads nowhere: there is no 'events/a/imprint.html'",
            hint: "write {{ link(\"imprint.html\") }}: it is right on every page"
        ),
        (
            "<img src=\"assets/chart.js\" alt=\"\">",
            "'assets/chart.js' leads nowhere: there is no 'events/a/assets/chart.js'",
            hint: "write {{ asset(\"chart.js\") }}: it is right on every page"
        ),
        (
            "<a href=\"/imprint.html\">I</a>",
            "'/imprint.html' leads out of the site, which is in the folder '/d/' of its server",
            hint: "write {{ link(\"imprint.html\") }}: it is right on every page"
        ),
        (
            "<a href=\"/d/imprnt.html\">I</a>", "'/d/imprnt.html' leads nowhere: there is no 'imprnt.html'",
            hint: "write {{ link(\"…\") }}: it is right on every page"
        ),
        ("<a href=\"#ownn\">I</a>", "there is no '#ownn' on 'corrections.html'", hint: nil),
    ]

    @Test(arguments: wrong) func areCheckedBeforeAPageIsRendered(_ template: String, _ message: String, hint: String?)
        throws
    {
        let folder = try Self.site(template, base: "base_url: https://example.org/d/")
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        let problems = workspace.check().diagnostics.filter { $0.code.name == "dead-address" }
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.location?.file.path.hasSuffix("templates/base.html") == true)
        if let hint { #expect(problems.first?.hint == hint) }
    }

    @Test(arguments: [
        "<a href=\"#own\">I</a>", "<a href=\"#main\">I</a>", "<a href=\"/d/imprint.html\">I</a>",
        "<a href=\"/d/\">I</a>", "<a href=\"/d/imprint.html?x=1#aims\">I</a>", "<a href=\"mailto:a@b.example\">I</a>",
        "<a href=\"https://example.org/none\">I</a>", "{{ link(\"page:drafted\") }}",
    ])
    func thoseThatAreRightAreAccepted(_ template: String) throws {
        let folder = try Self.site(template, base: "base_url: https://example.org/d/")
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        #expect(workspace.check().diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    }

    /// A name that is put together is looked up while the page is rendered.
    @Test func aNameThatIsPutTogetherIsReportedWhenItIsPrinted() throws {
        let folder = try Self.site("{% set id = \"imprnt\" %}{{ link(\"page:\" ~ id) }}")
        let report = build(Self.configuration(folder))
        #expect(report.exitStatus == 1)
        #expect(report.diagnostics.contains { $0.message == "'page:imprnt' leads nowhere" })
    }
}
