import Diagnostics
import Model
import Reading
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct PlainTextTests {
    /// The plain text of an event's body.
    private func plain(_ body: String) throws -> String? {
        let site = try MadeUpSite([("port/event.md", PortStrike.event.replacing("---\nText.", with: "---\n" + body))])
        return site.context.plainText(site.site.events[0].head.body, scope: 0)
    }

    /// The plain text of a body that may hold raw HTML.
    private func plain(raw text: String, isOneLine: Bool = false, limit: Int = .max) -> String {
        let file = TextFile(path: "x.md", text: text)
        let prose = Markdown.prose(
            TextRange(0, file.bytes.count), in: file, options: MarkdownOptions(allowsRawHTML: true))
        var plain = ProseText(isOneLine: isOneLine, limit: limit)
        plain.add(prose.value) { _ in nil }
        return plain.text
    }

    @Test(arguments: [
        ("One\ntwo *three* **four** `five`\\\nsix", "One two three four five\nsix"),
        ("# A\n\nB\n===\n\n### *C* `d`", "A\nB\nC d"),
        ("- a\n- b `c`\n\n1. d\n\n2. e\n   - f", "a\nb c\nd\ne\nf"),
        ("> quote\n> > more", "quote\nmore"),
        ("a\n\n---\n\nb", "a\nb"),
        ("```swift\na  <\n\n b\n```\n\n    c", "a < b\nc"),
        ("Lead\n| x | y |\n|---|---|\n| 1 | *2* |\n| 3 |", "Lead\nx y\n1 2\n3"),
        ("[a](party:port) [b](#c) [d](https://e.example) <https://f.example?g&h>", "a b d https://f.example?g&h"),
        ("![a](b.png \"c\") d ![e](data:image/png;base64,x)", "d"),
        ("It was said [@paper, p. 2]. So\n[@paper]", "It was said. So"),
        ("A & B &lt;x&gt; \"q\" 'r' &amp;lt; &euro;", "A & B <x> \"q\" 'r' &lt; €"),
    ])
    func leavesMarkupAway(_ text: String, _ expected: String) throws {
        #expect(try plain(text) == expected)
    }

    @Test func givesReferencesWithoutTextTheirEntrysName() throws {
        #expect(
            try plain("[](party:port) refused [](demand:pay), says [](statement:ana-pay).")
                == "Port Company refused Raise pay by 5 %, says Ana Dias: “Five per cent, and not a cent less”.")
    }

    @Test(arguments: [
        ("a <b>c</b>d<br>e<BR/>f<bdi>g</bdi>", "a cd\ne\nfg"),
        ("a\n\n<div>\nb\n</div>\n\nc<!-- d -->", "a\nc"),
    ])
    func passesOverRawHTML(_ text: String, _ expected: String) {
        #expect(plain(raw: text) == expected)
    }

    @Test func collapsesWhiteSpace() {
        #expect(plain(raw: "Ä&#32;\n b  c\t*d*  é & f\u{7F}g &#9;\n\nh\u{A0}i") == "Ä b c d é & fg\nh\u{A0}i")
    }

    @Test(arguments: [(0, ""), (1, "Ä"), (3, "Ä b"), (4, "Ä b"), (5, "Ä b é"), (99, "Ä b é🂡")])
    func stopsAtWholeCharacters(_ limit: Int, _ text: String) {
        #expect(plain(raw: "Ä\nb\n\né🂡", isOneLine: true, limit: limit) == text)
    }

    @Test func separatesBlocksInOneLine() throws {
        #expect(plain(raw: "a\n\n[@b] c\n\n- d", isOneLine: true) == "a c d")
        let site = try MadeUpSite([("port/event.md", PortStrike.event.replacing("---\nText.", with: "---\na\n\n- b\n"))]
        )
        #expect(site.context.searchIndex().bytes.text.contains("Dockers ask for more pay; the port says no. a b\""))
    }
}

/// Runs of text are added at once; the result is that of adding one Unicode scalar after the other.
@Suite struct ProseTextRunTests {
    /// Adds texts scalar by scalar, with room for so many.
    private func oneByOne(_ texts: [String], limit: Int) -> String {
        var result = ""
        var hasGap = false
        var room = limit
        for scalar in texts.flatMap(\.unicodeScalars) where room > 0 {
            if scalar.value <= 0x20 || scalar.value == 0x7F {
                if [0x20, 0x09, 0x0A, 0x0D].contains(scalar.value) { hasGap = true }
                continue
            }
            let needs = hasGap && !result.isEmpty ? 2 : 1
            guard room >= needs else { break }
            if needs == 2 { result += " " }
            result.unicodeScalars.append(scalar)
            room -= needs
            hasGap = false
        }
        return result
    }

    @Test func addsRunsAsItAddsScalars() {
        var random = SystemRandomNumberGenerator()
        let parts = ["a", "bc", "é", "語", "😀", " ", "  ", "\n", "\t ", "\u{7F}", "\u{1}", "e\u{301}"]
        for _ in 0..<3_000 {
            let texts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
                    .joined()
            }
            for limit in [Int.random(in: 0...12, using: &random), .max] {
                var text = ProseText(isOneLine: true, limit: limit)
                for part in texts { text.add(part) }
                let written = text.text
                #expect(written == oneByOne(texts, limit: limit), "\(texts) with room for \(limit)")
            }
        }
    }
}
