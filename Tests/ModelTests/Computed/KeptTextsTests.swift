import Model
import TestSupport
import Testing

/// Where words are found, row by row: the stored text of a source, a quote → whether it is there.
@Suite struct KeptTextsTests {
    static let rows: [(text: String, words: String, isFound: Bool)] = [
        ("We will not sign.", "We will not sign.", true),
        ("He said: “We will not sign.” Then he left.", "We will not sign", true),
        ("We will not sign.", "will not", true),
        ("We will not sign.", "We will sign", false),
        ("We will not", "We will not sign", false),
        ("", "We", false),
        ("We", "", false),
        ("We", " ", false),
        // White space is one space, at the ends none.
        ("We  will\n\tnot\r\nsign.", "We will not sign.", true),
        ("We will not sign.", " We\n will  not ", true),
        ("Wewill", "We will", false),
        // Nothing else is folded.
        ("We will not sign.", "we will not sign.", false),
        ("We’ll sign.", "We'll sign.", false),
        ("We – all – sign.", "We - all - sign.", false),
        ("We\u{A0}will", "We will", false),
        ("non-\nsense", "nonsense", false),
        ("caf\u{E9}", "cafe\u{301}", false),
        ("We will not sign.", "We … sign.", false),
        ("We will not sign", "We will not sign.", false),
        ("我们\n拒绝", "我们拒绝", false),
        ("我们拒绝。", "拒绝", true),
    ]

    @Test(arguments: rows) func findsQuotes(_ text: String, _ words: String, _ expected: Bool) throws {
        let site = try Dispute("demand sources=source1; source text=report.txt").computed().site
        let texts = KeptTexts(site) { $0 == "report.txt" ? Array(text.utf8) : nil }
        #expect(texts.has(words, in: Handle<Source>(scope: 0, index: 0)) == expected)
    }

    @Test func looksInExcerptsToo() throws {
        let site = try Dispute("source excerpts=One_two,three_four").computed().site
        let texts = KeptTexts(site) { _ in nil }
        let source = Handle<Source>(scope: 0, index: 0)
        #expect(texts.isKept(source))
        #expect(texts.has("One two", in: source) && texts.has("three", in: source))
        #expect(!texts.has("two three", in: source), "two excerpts are not one text")
    }

    static let paths: [(written: String, document: String, path: String?)] = [
        ("a.txt", "event.md", "a.txt"),
        ("a.txt", "port/sources/report.md", "port/sources/a.txt"),
        ("../a.txt", "port/sources/report.md", "port/a.txt"),
        ("../../a.txt", "port/sources/report.md", "a.txt"),
        ("../../../a.txt", "port/sources/report.md", nil),
        ("/a.txt", "port/sources/report.md", "a.txt"),
        ("/../a.txt", "port/sources/report.md", nil),
        ("./x//a.txt", "event.md", "x/a.txt"),
    ]

    @Test(arguments: paths) func findsFilesFromTheDocument(_ written: String, _ document: String, _ path: String?) {
        #expect(contentPath(written, relativeTo: document) == path)
    }
}
