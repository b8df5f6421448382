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
            "<pre><code class=\"language-swift\">a &lt; b &amp;&amp; &quot;c&quot;\n</code></pre>\n"
        ),
        ("    code\n", "<pre><code>code\n</code></pre>\n"),
        ("\"It's\" -- so...", "<p>&quot;It&#39;s&quot; -- so...</p>\n"),
        ("a\r\nb\r\n\r\nc\r\n", "<p>a\nb</p>\n<p>c</p>\n"),
        ("", ""), (" \n\n", ""),
    ])
    func writesCommonMark(_ text: String, _ html: String) {
        let read = ProseCase(text)
        #expect(read.found == [])
        #expect(read.shown == html)
    }

    @Test func limitsCodeClassesToPlainNames() {
        for info in ["\"><script>", "c#", "a&quot;b", "x'y", "é"] {
            #expect(ProseCase("```\(info)\nx\n```").shown == "<pre><code>x\n</code></pre>\n")
        }
        #expect(ProseCase("```c++ x\ny\n```").shown == "<pre><code class=\"language-c++\">y\n</code></pre>\n")
    }

    /// Row 8 of the faults: no scalar may hide markup from the escaping by joining it.
    @Test func escapesMarkupWhateverItIsJoinedTo() {
        let joiners = ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{600}", "\u{1F1E6}", "é", "\u{20E3}", ""]
        for joiner in joiners {
            for mark in ["\"", "<", "&", ">", "'"] {
                for text in [mark + joiner, joiner + mark, "aaaaaaaaaaaaaaa" + mark + joiner] {
                    let read = ProseCase("x" + text + " `" + text + "` [y](https://a.example/ (" + text + "))")
                    let html = read.prose.html
                    #expect(html.count { $0 == 0x3C } == 6)
                    #expect(html.count { $0 == 0x3E } == 6)
                    #expect(html.count { $0 == 0x22 } == 4)
                    #expect(html.count { $0 == 0x27 } == 0)
                    #expect(html.count { $0 == 0x26 } == 3)
                }
            }
        }
    }

    @Test func escapesEveryByteAtEveryAlignment() {
        for count in 0..<40 {
            let text = String(repeating: "a", count: count) + "<\"&'>" + String(repeating: "b", count: count)
            var html = HTMLBuffer(capacity: 0)
            html.writeEscaped(text)
            let expected =
                String(repeating: "a", count: count) + "&lt;&quot;&amp;&#39;&gt;" + String(repeating: "b", count: count)
            #expect(String(decoding: html.bytes, as: UTF8.self) == expected)
        }
    }

    @Test func writesHeadingsWithIDs() {
        let read = ProseCase(
            "①# *One* & `two`\n\n### Don't\n\nThree\n---\n\n## three\n\n## three-2\n\n#\n\n## Ünïcode — Ελληνικά\n")
        #expect(read.found == [])
        #expect(read.prose.headings.map(\.level) == [1, 3, 2, 2, 2, 1, 2])
        #expect(
            read.prose.anchors == ["one-two", "dont", "three", "three-2", "three-2-2", "section", "ünïcode-ελληνικά"])
        #expect(read.prose.headings.map(\.text).prefix(2) == ["One & two", "Don't"])
        #expect(read.shown.hasPrefix("<h2 id=\"one-two\"><em>One</em> &amp; <code>two</code></h2>\n<h3 id=\"dont\">"))
        #expect(read.file.text(in: read.prose.headings[2].range) == "Three\n---")
        #expect(read.place(read.prose.headings[0].range) == "1")
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

    @Test func passesRawHTMLOnWhereTheSiteAllowsIt() {
        let read = ProseCase("a <b>x</b>\n\n<div title=\"a>b\">\nhi\n</div>\n", html: true)
        #expect(read.found == [])
        #expect(read.shown == "<p>a <b>x</b></p>\n<div title=\"a>b\">\nhi\n</div>\n")
        #expect(read.prose.plainText() == "a x")
    }

    @Test func givesPlainText() {
        let read = ProseCase(
            "# A & b\n\n*It's* \"so\" <https://a.example/?x&y> [c](party:x)[](party:y) [@s, p. 1]\n\n| h | i |\n|---|---|\n| 1 < 2 | |\n"
        )
        #expect(read.found == [])
        #expect(
            read.prose.plainText().split(separator: "\n").map(String.init) == [
                "A & b", "It's \"so\" https://a.example/?x&y c ", "h", "i", "1 < 2",
            ])
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
        #expect(long.prose.html == Array(repeatElement(short.prose.html, count: 3000).joined()))
        #expect(ProseCase(unit).prose.html == short.prose.html)
    }

    @Test func knowsItsLibrary() {
        #expect(Markdown.libraryVersion.hasPrefix("0."))
    }
}
