import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// What each kind of block and inline becomes on a page. Rows with a number are about what CommonMark's example of that
/// number is about.
@Suite struct ProseTests {
    /// A body and the elements of its page's `<main>`, from the first section to the last.
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let html: String
        var testDescription: String { text }

        init(_ text: String, _ html: String) {
            self.text = text
            self.html = html
        }
    }

    private static let blocks: [Row] = [
        Row("One\ntwo", "<p>One\ntwo</p>"),
        Row("One\\\ntwo", "<p>One<br>\ntwo</p>"),
        Row("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        Row("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"),
        Row("1. a", "<ol>\n<li>a</li>\n</ol>"),
        Row("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        Row("-", "<ul>\n<li></li>\n</ul>"),
        Row("> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>"),
        Row(
            "```swift x\na < b && \"c\"\n```",
            "<pre><code class=\"language-swift\">a &lt; b &amp;&amp; &quot;c&quot;\n</code></pre>"),
        Row("    code", "<pre><code>code\n</code></pre>"),
        Row("---", "<hr>"),
        Row("### Three\n\n###### Six", "<h3 id=\"three\">Three</h3>\n<h6 id=\"six\">Six</h6>"),
        Row("<div title=\"a>b\">\nhi\n</div>", "<div title=\"a>b\">\nhi\n</div>"),
        Row(
            "Above\na | b | c | d\n:--|:-:|--:|---\n*x* | `y \\| z` | \\|",
            """
            <p>Above</p>
            <div class="table">
            <table>
            <thead>
            <tr>
            <th scope="col" class="align-left">a</th>
            <th scope="col" class="align-center">b</th>
            <th scope="col" class="align-right">c</th>
            <th scope="col">d</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td class="align-left"><em>x</em></td>
            <td class="align-center"><code>y | z</code></td>
            <td class="align-right">|</td>
            <td></td>
            </tr>
            </tbody>
            </table>
            </div>
            """),
        Row(
            "| a |\n|---|",
            "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</div>"
        ),
    ]

    private static let inlines: [Row] = [
        Row("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        Row("***a* b**", "<p><strong><em>a</em> b</strong></p>"),
        Row("\"It's\" & 1 &lt; 2 > `<`", "<p>&quot;It&#39;s&quot; &amp; 1 &lt; 2 &gt; <code>&lt;</code></p>"),
        Row("a <b title='x'>c</b>", "<p>a <b title='x'>c</b></p>"),
        Row("[a *b*](party:port)", "<p><a href=\"parties/port.html\">a <em>b</em></a></p>"),
        Row(
            "[](party:port) <party:port> [x](party:port#terms)",
            "<p><a href=\"parties/port.html\">Port &amp; Co</a> <a href=\"parties/port.html\">Port &amp; Co</a> "
                + "<a href=\"parties/port.html#terms\">x</a></p>"),
        Row("[now](term:due)", "<p><a class=\"term\" href=\"#term-due\">now</a></p>"),
        Row("[](moment:talks)", "<p><a href=\"timeline.html#on-moment-talks\">Talks</a></p>"),
        Row("[x](party:secret) y", "<p>x y</p>"),
        Row(
            "[a](map.png \"It's\") [b](#sources)",
            "<p><a href=\"map.png\" title=\"It&#39;s\">a</a> <a href=\"#sources\">b</a></p>"),
        Row(
            "[a](https://a.example/é?b='c'&d=\"e\" 'x\"<') <x@y.example>",
            "<p><a href=\"https://a.example/%C3%A9?b=&#39;c&#39;&amp;d=%22e%22\" title=\"x&quot;&lt;\">a</a> "
                + "<a href=\"mailto:x@y.example\">x@y.example</a></p>"),
        Row(
            "Said [@paper, p. 2; @note].",
            "<p>Said\u{2060}<sup class=\"cite\" id=\"cite-1\"><a href=\"#source-2\" aria-label=\"Source 2, p. 2\">[2, p. 2]</a>"
                + "<a href=\"#source-1\" aria-label=\"Source 1\">[1]</a></sup>.</p>"),
        Row(
            "Said\n[@paper] *so [@paper]*",
            "<p>Said\u{2060}<sup class=\"cite\" id=\"cite-1\"><a href=\"#source-2\" aria-label=\"Source 2\">[2]</a></sup> "
                + "<em>so\u{2060}<sup class=\"cite\" id=\"cite-2\"><a href=\"#source-2\" aria-label=\"Source 2\">[2]</a>"
                + "</sup></em></p>"),
        Row(
            "![A \"map\"](map.png 'The port')",
            "<figure><img src=\"map.png\" alt=\"A &#34;map&#34;\" loading=\"lazy\" decoding=\"async\">"
                + "<figcaption>The port</figcaption></figure>"),
        Row("![a](map.png) b", "<p><img src=\"map.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"> b</p>"),
        Row(
            "- ![a](map.png)",
            "<ul>\n<li><img src=\"map.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></li>\n</ul>"),
        Row(
            "[![a](map.png)](map.png)",
            "<p><a href=\"map.png\"><img src=\"map.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></a></p>"),
        Row(
            "![a\"b](data:image/png;base64,iVBO 't&')",
            "<p><img src=\"data:image/png;base64,iVBO\" alt=\"a&quot;b\" title=\"t&amp;\"></p>"),
    ]

    /// The start of a section with a heading, up to its text.
    private static func start(_ id: String, _ heading: String) -> String {
        "</div>\n</div>\n<section class=\"part cols prose\" id=\"\(id)\">\n<h2>\(heading)</h2>\n<div class=\"text\">\n"
    }

    private static let headings: [Row] = [
        // 228, 229, 230: headings in quotes.
        Row("> # Foo\n> bar\n> baz", "<blockquote>\n<h2 id=\"foo\">Foo</h2>\n<p>bar\nbaz</p>\n</blockquote>"),
        Row("># Foo\n>bar\n> baz", "<blockquote>\n<h2 id=\"foo\">Foo</h2>\n<p>bar\nbaz</p>\n</blockquote>"),
        Row("   > ## Foo\n   > bar", "<blockquote>\n<h2 id=\"foo\">Foo</h2>\n<p>bar</p>\n</blockquote>"),
        // 232: a heading and a lazy line.
        Row("> ## Foo\n> bar\nbaz", "<blockquote>\n<h2 id=\"foo\">Foo</h2>\n<p>bar\nbaz</p>\n</blockquote>"),
        // 300: headings in a list.
        Row(
            "- # Foo\n- Bar\n  ---\n  baz",
            "<ul>\n<li>\n<h2 id=\"foo\">Foo</h2>\n</li>\n<li>\n<h2 id=\"bar\">Bar</h2>\nbaz</li>\n</ul>"),
        Row("<h2 id=\"x\">Title</h2>\n\nText.", "<h2 id=\"x\">Title</h2>\n<p>Text.</p>"),
        // 66: emphasis and escapes.
        Row(
            "Text.\n\n## foo *bar* \\*baz\\*\n\nx",
            "<p>Text.</p>\n\n" + start("foo-bar-baz", "foo <em>bar</em> *baz*") + "<p>x</p>"),
        // 79: nothing.
        Row(
            "Text.\n\n##\n\nx\n\n### ###",
            "<p>Text.</p>\n\n" + start("section", "") + "<p>x</p>\n<h3 id=\"section-2\"></h3>"),
        // 80, 81, 82: emphasis under a line, over lines.
        Row("Text.\n\nFoo *bar*\n---\n\nx", "<p>Text.</p>\n\n" + start("foo-bar", "Foo <em>bar</em>") + "<p>x</p>"),
        Row(
            "Text.\n\nFoo *bar\nbaz*\n====\n\nx",
            "<p>Text.</p>\n\n" + start("foo-bar-baz", "Foo <em>bar\nbaz</em>") + "<p>x</p>"),
        // 214: a link by definition.
        Row(
            "Text.\n\n# [Foo]\n[foo]: https://f.example\n> bar",
            "<p>Text.</p>\n\n" + start("foo", "<a href=\"https://f.example\">Foo</a>")
                + "<blockquote>\n<p>bar</p>\n</blockquote>"),
        Row(
            "Text [@note].\n\n## `c` [](party:port) [@paper]\n\nx [@paper]",
            "<p>Text\u{2060}<sup class=\"cite\" id=\"cite-1\"><a href=\"#source-1\" aria-label=\"Source 1\">[1]</a></sup>.</p>\n\n"
                + start(
                    "c",
                    "<code>c</code> <a href=\"parties/port.html\">Port &amp; Co</a>\u{2060}<sup class=\"cite\" id=\"cite-2\">"
                        + "<a href=\"#source-2\" aria-label=\"Source 2\">[2]</a></sup>")
                + "<p>x\u{2060}<sup class=\"cite\" id=\"cite-3\"><a href=\"#source-2\" aria-label=\"Source 2\">[2]</a></sup></p>"
        ),
    ]

    /// All rows, each on a page of its own.
    private static let pages = Result { try built(blocks + inlines + headings) }

    private static func built(_ rows: [Row]) throws -> [String: String] {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\nraw_html: true"), ("event.md", "title: The dispute\nsummary: About dues."),
            ("parties/port.md", "name: Port & Co\nkind: company"),
            ("parties/secret.md", "name: Secret\nkind: company\ndraft: true"),
            ("moments/talks.md", "title: Talks\ndate: 2026-01-10\nkind: meeting"),
            ("sources/paper.md", "title: The paper\ntype: report\npublished: 2026-01-01"),
            ("sources/note.md", "title: The note\ntype: report\npublished: 2026-01-01"),
            ("terms/due.md", "name: Due\ndefinition: Money."),
        ] { try folder.write("---\n\(text)\n---\n", to: "content/" + path) }
        try folder.write("", to: "content/map.png")
        for (number, row) in rows.enumerated() {
            try folder.write("---\ntitle: A page\n---\n\(row.text)\n", to: "content/page-\(number).md")
        }
        var configuration = TestSite.example.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        let report = build(configuration)
        try #require(report.errors == 0, "\(report.diagnostics.map(\.message))")
        var pages: [String: String] = [:]
        for (number, row) in rows.enumerated() {
            let path = folder.path("public/page-\(number).html")
            pages[row.text] = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        }
        return pages
    }

    @Test(arguments: blocks + inlines + headings)
    func writesHTML(_ row: Row) throws {
        let page = try Self.pages.get()[row.text] ?? ""
        let start = try #require(page.firstRange(of: "<div class=\"part cols prose\">\n<div class=\"text\">\n"))
        let rest = page[start.upperBound...]
        #expect(rest.hasPrefix(row.html + "\n\n</div>\n"), "\(rest.prefix(row.html.count + 9))")
    }

    /// A page without its own text before the first heading begins with that heading.
    @Test func beginsWithTheHeadingIfTheTextDoes() throws {
        let page = try Self.built([Row("## One *two*\n\nx", "")]).values.first ?? ""
        #expect(page.contains("<section class=\"part cols prose\" id=\"one-two\">\n<h2>One <em>two</em></h2>"))
        #expect(!page.contains("<div class=\"part cols prose\">"))
    }

    /// A source cited in a heading links back to it.
    @Test func sourcesLinkBackToCitationsInHeadings() throws {
        let page = try Self.built([Row("## So *said* [](party:port) [@paper]", "")]).values.first ?? ""
        #expect(page.contains("<li><a href=\"#cite-1\">So said Port &amp; Co</a></li>"))
    }
}
