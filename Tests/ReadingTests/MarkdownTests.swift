import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct MarkdownTests {
    @Test(arguments: [
        (
            "One *two* **three** `four`\\\nfive\nsix",
            "<p>One <em>two</em> <strong>three</strong> <code>four</code><br>\nfive\nsix</p>\n"
        ),
        ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n\n4. b\n", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"),
        ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
        ("> a\n\n---\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"),
        (
            "```swift x\na < b && \"c\"\n```\n",
            "<pre class=\"swift\">a < b && \"c\"\n</pre>\n"
        ),
        ("    code\n", "<pre>code\n</pre>\n"),
        ("\"It's\" -- so...", "<p>\"It's\" -- so...</p>\n"),
        ("a\r\nb\r\n\r\nc\r\n", "<p>a\nb</p>\n<p>c</p>\n"),
        ("", ""), (" \n\n", ""),
    ])
    func readsCommonMark(_ text: String, _ shown: String) {
        let read = ProseCase(text)
        #expect(read.found == [])
        #expect(read.shown == shown)
    }

    @Test func limitsLanguagesOfCodeToPlainNames() {
        for info in ["\"><script>", "c#", "a&quot;b", "x'y", "é"] {
            #expect(ProseCase("```\(info)\nx\n```").shown == "<pre>x\n</pre>\n")
        }
        #expect(ProseCase("```c++ x\ny\n```").shown == "<pre class=\"c++\">y\n</pre>\n")
    }

    @Test func readsHeadingsWithIDs() {
        let read = ProseCase(
            "①# *One* & `two`\n\n### Don't\n\nThree\n---\n\n## three\n\n## three-2\n\n#\n\n## Ünïcode — Ελληνικά\n")
        #expect(read.found == [])
        #expect(read.prose.headings.map(\.level) == [1, 3, 2, 2, 2, 1, 2])
        #expect(
            read.prose.anchors == ["one-two", "dont", "three", "three-2", "three-2-2", "section", "ünïcode-ελληνικά"])
        #expect(read.prose.headings.map(\.text).prefix(2) == ["One & two", "Don't"])
        #expect(read.shown.hasPrefix("<h1 id=\"one-two\"><em>One</em> & <code>two</code></h1>\n<h3 id=\"dont\">"))
        #expect(read.file.text(in: read.prose.headings[2].range) == "Three\n---")
        #expect(read.place(read.prose.headings[0].range) == "1")
    }

    @Test(.timeLimit(.minutes(1))) func numbersHeadingsOfTheSameWordsInLinearTime() {
        let count = 60_000
        let read = ProseCase(String(repeating: "## a\n\n## a-2\n\n", count: count / 2))
        let anchors = read.prose.anchors
        #expect(anchors.prefix(6) == ["a", "a-2", "a-3", "a-2-2", "a-4", "a-2-3"])
        #expect(Set(anchors).count == count)
    }

    @Test func leavesRawHTMLOutWithAWarning() {
        let read = ProseCase("é ①<b>x②</b> y\n\n③<script>\nalert(1)\n</script>\n\n<!-- a\n\nnote -->\n")
        #expect(read.found == ["raw-html@1", "raw-html@2", "raw-html@3"])
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(read.shown == "<p>é x y</p>\n")
        #expect(read.messages.first == "raw HTML '<b>' is left out")
        let indented = ProseCase("  ①<p><a href=\"x\">")
        #expect(indented.found == ["raw-html@1"])
        #expect(indented.diagnostics.first?.location?.range.end == 17)
    }

    @Test func keepsRawHTMLIfTheSiteAllowsIt() {
        let read = ProseCase("a <b>x</b>\n\n<div title=\"a>b\">\nhi\n</div>\n", html: true)
        #expect(read.found == [])
        #expect(read.shown == "<p>a {raw <b>}x{raw </b>}</p>\n{raw <div title=\"a>b\">\nhi\n</div>\n}\n")
    }

    /// CommonMark's examples 228 to 230, 232 and 300 put headings into quotes and lists, 66, 80 to 82 and 214 markup
    /// into headings, and 79 nothing.
    @Test func dividesBodiesAtHeadingsOfTheTextItself() {
        let read = ProseCase(
            "Before.\n\n## *One* [@s]\n\n> ## Quoted\n> text\n\n- ## Listed\n\nx\n===\n\n### Deeper\n\n##\n")
        #expect(read.found == [])
        let sections = read.prose.sections
        #expect(sections.map { $0.heading?.id } == [nil, "one", "x", "section"])
        #expect(read.prose.anchors == ["one", "quoted", "listed", "x", "deeper", "section"])
        let contents = sections.map { section in section.body.filter { read.prose.nodes[$0].end == $0 + 1 }.count }
        #expect(contents == [1, 3, 1, 0])
        #expect(sections.map(\.title.count) == [0, 4, 1, 0])
        #expect(
            sections.map(\.body.upperBound) == sections.dropFirst().map { $0.title.lowerBound - 1 } + [
                read.prose.nodes.count
            ])
        #expect(read.prose.targets(in: sections[1].nodes).count == 1)
    }

    @Test func givesTheTargetsOfEachKindInOrder() {
        let read = ProseCase(
            "[a](party:b) [@c; @d] [e](f.md) ![g](h.png) [](term:i) [@c, p. 1] [j](https://k.example) ![l](m.png)")
        #expect(read.found == [])
        #expect(read.prose.references.map(\.id) == ["b", "i"])
        #expect(read.prose.citations.map(\.id) == ["c", "d", "c"])
        #expect(read.prose.links.map(\.path) == ["f.md"])
        #expect(read.prose.images.map(\.path) == ["h.png", "m.png"])
    }

    @Test func knowsLinksWithoutText() {
        let read = ProseCase("[](a.md) [x](b.md) [![](c.png)](d.md) [![](https://e.example/f.png)](g.md)")
        #expect(read.prose.links.map(\.hasText) == [false, true, true, false])
    }

    @Test func readsFieldsAsOneParagraph() {
        let read = ProseCase(field: "An *offer* with [a name](①party:x) and [@②s].")
        #expect(read.found == [])
        #expect(read.shown == "An <em>offer</em> with {party:x}a name{/} and {cite s}.")
        #expect(read.spans == ["party:x@1", "s@2"])
        #expect(ProseCase(field: "|\n  One\n\n  ①Two").found == ["more-than-one-paragraph@1"])
        #expect(ProseCase(field: "\"①- x\"").found == ["more-than-one-paragraph@1"])
        #expect(ProseCase(field: "①1. March").found == ["more-than-one-paragraph@1"])
        #expect(ProseCase(field: "|\n  One\n  ①# Two").found == ["more-than-one-paragraph@1"])
        #expect(ProseCase(field: "|\n  - a\n\n  # b", inline: false).found == [])
    }

    @Test(arguments: [
        "\"é \\u00e9 \\\"q\\\" [x](①party:a) \\\n   y [@②b]\"", "'it''s é [x](①party:a) and [@②b]'",
        "|\n  é\n    z [x](①party:a)\n  [@②b]", ">-\n  é\n  é [x](①party:a)\n\n  [@②b]",
        "one\n  é [x](①party:a)\n  [@②b]",
    ])
    func findsPlacesInQuotedAndFoldedFields(_ yaml: String) {
        let read = ProseCase(field: yaml, inline: false)
        #expect(read.found == [])
        #expect(read.spans == ["party:a@1", "b@2"])
    }

    @Test func readsLongTextsAsShortOnes() {
        // libcmark's memory grows by further blocks in the first, and a table is parsed within its text.
        let unit = "A [link](https://example.org) & *words*.\n\n| a | `b` |\n|---|---|\n| 1 | **2** |\n\n"
        let short = ProseCase(unit)
        let long = ProseCase(String(repeating: unit, count: 3000))
        #expect(long.shown == String(repeating: short.shown, count: 3000))
        #expect(ProseCase(unit).shown == short.shown)
    }

    @Test func knowsItsLibrary() {
        #expect(Markdown.libraryVersion.hasPrefix("0."))
    }
}
