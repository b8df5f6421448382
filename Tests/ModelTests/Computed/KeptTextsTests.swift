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
        // Typography does not count.
        ("We’ll sign.", "We'll sign.", true),
        ("We'll sign.", "We’ll sign.", true),
        ("“Sign,” he said", "\"Sign,\" he said", true),
        ("«Sign» he said", "“Sign” he said", true),
        ("We – all – sign.", "We — all — sign.", true),
        ("We - all - sign.", "We – all – sign.", true),
        ("We -- all", "We — all", true),
        ("re-sign", "resign", false),
        ("resign", "re-sign", false),
        ("We\u{A0}will", "We will", true),
        ("We\u{202F}will", "We\u{2009}will", true),
        ("We\u{200B}will", "Wewill", true),
        ("the \u{FB01}rst o\u{FB00}er", "the first offer", true),
        ("ＷＥ　ｗｉｌｌ", "WE will", true),
        ("𝐖𝐞 𝘄𝗶𝗹𝗹 𝟮", "We will 2", true),
        ("caf\u{E9}", "cafe\u{301}", true),
        ("cafe\u{301}", "caf\u{E9}", true),
        ("か\u{3099}", "が", true),
        ("cafe", "café", false),
        // Lines and pages.
        ("non-\nsense", "nonsense", true),
        ("self-\ndefence", "self-defence", true),
        ("non-\n  sense of self-\ndefence", "nonsense of self-defence", true),
        ("non\u{AD}sense", "nonsense", true),
        ("non\u{AD}\nsense", "nonsense", true),
        ("one –\ntwo", "one – two", true),
        ("We will\u{C}not", "We will not", true),
        ("We will\n12\n\u{C}not sign", "We will not sign", true),
        ("We will\n\u{C}13\nnot sign", "We will not sign", true),
        ("We will\n12\nnot sign", "We will not sign", false),
        ("我们\n拒绝", "我们拒绝", true),
        ("我们\r\n　拒绝", "我们拒绝", true),
        ("我们\u{C}拒绝", "我们拒绝", true),
        ("우리는\n거부", "우리는 거부", true),
        // The ends of a quote.
        ("We will not sign.", "we will not sign.", true),
        ("but we will not sign", "We will not sign.", true),
        ("We will not sign, and", "We will not sign.", true),
        ("We will not sign", "We will not sign,", true),
        ("We will not sign!", "We will not sign?", false),
        ("We will not sign", "We Will not sign", false),
        ("ÉCOLE", "éCOLE", true),
        // Words left out, and words put in.
        ("We will not sign.", "We … sign.", true),
        ("We will not sign.", "We [...] sign.", true),
        ("We will not sign.", "We […] sign.", true),
        ("We will not sign.", "We (…) sign.", true),
        ("We will not sign.", "We . . . sign.", true),
        ("We will not sign.", "… not sign …", true),
        ("We will not sign.", "sign … We", false),
        ("We will not sign.", "We … not … We", false),
        ("We will not sign it.", "We will not sign [the contract].", true),
        ("but we will not sign", "[W]e will not sign", true),
        ("We will not sign", "We [the union] will not sign", true),
        ("We will … not sign", "We will … not sign", true),
        ("We will [not] sign", "We will [not] sign", true),
        ("We will not sign", "…", false),
        ("We will not sign", "[sic]", false),
        ("We [will not sign", "We [will not sign", true),
        ("我们拒绝。", "拒绝", true),
    ]

    @Test(arguments: rows) func findsQuotes(_ text: String, _ words: String, _ expected: Bool) throws {
        let site = try Dispute("demand sources=source1; source text=report.txt").computed().site
        let texts = KeptTexts(site) { $0 == "report.txt" ? Array(text.utf8) : nil }
        #expect(texts.has(words, in: Handle<Source>(scope: 0, index: 0)) == expected)
    }

    /// A text of repeated letters makes a search that starts again at each letter quadratic.
    @Test(.timeLimit(.minutes(1))) func searchesInLinearTime() throws {
        let site = try Dispute("demand sources=source1; source text=report.txt").computed().site
        let text = String(repeating: "a", count: 1_000_000)
        let texts = KeptTexts(site) { $0 == "report.txt" ? Array(text.utf8) : nil }
        let source = Handle<Source>(scope: 0, index: 0)
        #expect(!texts.has(String(repeating: "a", count: 50_000) + "b", in: source))
        #expect(texts.has(String(repeating: "a", count: 50_000), in: source))
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
