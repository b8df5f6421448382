import Editing
import Testing

/// What files of sources tell, each `field: value` a line.
@Suite struct ImportTests {
    private func lines(_ source: ImportedSource?) -> [String] {
        guard let source else { return [] }
        return (source.id.map { ["id: \($0)"] } ?? []) + source.fields.map { "\($0.name): \($0.value)" }
    }

    // MARK: Saved pages

    static let pages: [(html: String, fields: [String])] = [
        ("<title>A &amp; B &#8211; C\n</title>", ["title: A & B – C", "type: webpage"]),
        (
            "<meta property=og:title content='The title'><title>The title | Paper</title>",
            ["title: The title", "type: webpage"]
        ),
        (
            "<META NAME=\"Author\" CONTENT=\"Mara Lind\"><meta name=author content='Jo Berg'>",
            ["authors: Mara Lind", "authors: Jo Berg"]
        ),
        ("<meta property='og:site_name' content='The Gazette'>", ["publisher: The Gazette"]),
        ("<meta property='article:published_time' content='2026-05-05T08:30:00+02:00'>", ["published: 2026-05-05"]),
        ("<meta name=citation_publication_date content='2026/5/5'>", ["published: 2026-05-05"]),
        ("<meta name=date content='5 May 2026'>", []), ("<meta name=date content='05/06/2026'>", []),
        ("<link rel=canonical href='https://example.org/a?b=1&amp;c=2'>", ["url: https://example.org/a?b=1&c=2"]),
        (
            "<link rel=canonical href='/a'><meta property='og:url' content='https://example.org/a'>",
            ["url: https://example.org/a"]
        ),
        ("<html lang=\"pt-BR\">", ["language: pt-BR"]),
        (
            "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"H \\u00e9\",\"datePublished\":\"2026-05-05\",\"author\":[{\"@type\":\"Person\",\"name\":\"Mara Lind\"}],\"publisher\":{\"name\":\"The Gazette\"}}</script>",
            [
                "title: H é", "type: article-newspaper", "publisher: The Gazette", "authors: Mara Lind",
                "published: 2026-05-05",
            ]
        ),
        (
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"Report\"],\"headline\":\"R\",\"author\":\"Jo\"}]}</script>",
            ["title: R", "type: report", "authors: Jo"]
        ),
        ("<script type='application/ld+json'>{broken</script><title>T</title>", ["title: T", "type: webpage"]),
        (
            "<script>'<title>no</title>'</script><!-- <title>no</title> --><title>T</title>",
            ["title: T", "type: webpage"]
        ),
        (
            "<title>Dues | The Gazette</title><meta property=og:site_name content='The Gazette'><meta property=og:type content=article>",
            ["title: Dues", "type: article", "publisher: The Gazette"]
        ),
        (
            "<title>Dues: what&#32;now \u{2013} The Gazette</title><meta name=application-name content=Gazette>",
            ["title: Dues: what now \u{2013} The Gazette", "type: webpage", "publisher: Gazette"]
        ),
        (
            "<script type='application/ld+json'>{\"@type\":\"ScholarlyArticle\",\"headline\":\"S\"}</script>",
            ["title: S", "type: article"]
        ),
        ("<meta name=author content=Jo>", ["authors: Jo"]),
        ("<svg><title>icon</title></svg><title>T</title>", ["title: T", "type: webpage"]), ("", []), ("<", []),
        ("<a b=\"", []),
        ("<!doctype", []),
    ]

    @Test(arguments: pages) func readsASavedPage(_ html: String, _ fields: [String]) {
        #expect(lines(SavedPage.source(in: Array(html.utf8))) == fields)
    }

    static let texts: [(html: String, text: String?)] = [
        ("<p>One\n two</p><p>Three&nbsp;<b>four</b>.</p>", "One two\n\nThree four.\n"),
        ("<nav>Menu</nav><main><h1>T</h1><p>Text</p></main><footer>Foot</footer>", "T\n\nText\n"),
        ("<p>Aside</p><main>Main<article>Body</article></main>", "Body\n"),
        ("a<br>b<script>c</script><style>d</style>", "a\n\nb\n"), ("a < b &lt; c", "a < b < c\n"),
        ("<nav>x</nav>", nil),
        ("<ul><li>a<li>b</ul>", "a\n\nb\n"), ("<p>a</div>b", "a\n\nb\n"),
    ]

    @Test(arguments: texts) func keepsTheTextOfASavedPage(_ html: String, _ text: String?) {
        #expect(SavedPage.source(in: Array(html.utf8)).text == text)
    }

    @Test func readsPagesInOlderEncodings() {
        let page: [UInt8] =
            Array("<meta charset=\"windows-1252\"><title>".utf8) + [0x93, 0xE9, 0x94] + Array("</title>".utf8)
        #expect(SavedPage.source(in: page)["title"] == "“é”")
    }

    // MARK: CSL-JSON

    static let csl: [(json: String, fields: [[String]]?)] = [
        (
            """
            [{"id": "lind2026", "type": "article-newspaper", "title": "A week", "container-title": "The Gazette",
              "author": [{"given": "Mara", "family": "Lind"}, {"literal": "Dock union"}],
              "issued": {"date-parts": [[2026, 5, 5]]}, "accessed": {"date-parts": [["2026", "5"]]},
              "URL": "https://example.org/a", "language": "en"}]
            """,
            [
                [
                    "id: lind2026", "title: A week", "type: article-newspaper", "publisher: The Gazette",
                    "authors: Mara Lind",
                    "authors: Dock union", "published: 2026-05-05", "accessed: 2026-05", "url: https://example.org/a",
                    "language: en",
                ]
            ]
        ),
        ("{\"title\": \"T\", \"type\": \"motion_picture\"}", [["title: T", "type: motion-picture"]]),
        (
            "{\"items\": [{\"id\": 7, \"type\": \"unheard-of\", \"issued\": {\"raw\": \"2026-05-05\"}}]}",
            [["id: 7", "published: 2026-05-05"]]
        ),
        ("[{\"title\": \"A\"}, {\"title\": \"B\", \"issued\": {\"raw\": \"May\"}}]", [["title: A"], ["title: B"]]),
        ("[]", []), ("", nil), ("[1]", nil), ("{\"a\": }", nil), ("[[[", nil),
        ("{\"title\": \"\\ud83d\\ude00\"}", [["title: 😀"]]),
    ]

    @Test(arguments: csl) func readsCSL(_ json: String, _ fields: [[String]]?) {
        #expect(CSLImport.sources(in: Array(json.utf8))?.map(lines) == fields)
    }

    @Test func endsOnDeepNesting() {
        #expect(CSLImport.sources(in: [UInt8](repeating: UInt8(ascii: "["), count: 100_000)) == nil)
    }

    // MARK: BibTeX

    static let bibtex: [(text: String, fields: [[String]]?)] = [
        (
            "@article{lind2026,\n  title = {A {Week} --- and more},\n  author = \"Lind, Mara and Jo Berg\",\n  journal = {The Gazette},\n  year = 2026, month = may, day = {5},\n  url = {https://example.org/a\\_b},\n}",
            [
                [
                    "id: lind2026", "title: A Week — and more", "type: article-journal", "publisher: The Gazette",
                    "authors: Mara Lind", "authors: Jo Berg", "published: 2026-05-05", "url: https://example.org/a_b",
                ]
            ]
        ),
        (
            "@online{x, title={T}, date={2026-05-05}, urldate={2026-05-06}}",
            [["id: x", "title: T", "type: webpage", "published: 2026-05-05", "accessed: 2026-05-06"]]
        ),
        (
            "@misc{x, title={T}, howpublished={\\url{https://example.org/}}}",
            [["id: x", "title: T", "type: webpage", "url: https://example.org/"]]
        ),
        (
            "@book{x, title={M{\\\"u}ller \\& S\\o{}n, \\'Etude, Stra{\\ss}e, na\\\"{\\i}ve}, author={{Dock and Port Union} and others}}",
            [["id: x", "title: Müller & Søn, Étude, Straße, naïve", "type: book", "authors: Dock and Port Union"]]
        ),
        (
            "@string{g = \"The Gazette\"} @comment{no} % note\n@article{x, entrysubtype={newspaper}, journaltitle = g # { of May}}",
            [["id: x", "type: article-newspaper", "publisher: The Gazette of May"]]
        ),
        (
            "@article{a, title={A}} @article{b, title={B}}",
            [["id: a", "title: A", "type: article-journal"], ["id: b", "title: B", "type: article-journal"]]
        ),
        ("no entry", nil), ("", nil),
        ("@article{x, title = {open", [["id: x", "title: open", "type: article-journal"]]),
        ("@", nil), ("@article{x, title = ", [["id: x", "type: article-journal"]]), ("@article", nil),
    ]

    @Test(arguments: bibtex) func readsBibTeX(_ text: String, _ fields: [[String]]?) {
        #expect(BibTeXImport.sources(in: text)?.map(lines) == fields)
    }
}
