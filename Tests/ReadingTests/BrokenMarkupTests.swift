import Diagnostics
import Testing

@testable import Reading

@Suite struct BrokenMarkupTests {
    /// A text with ① where the problem is, and the text after its fix; nil if there is no fix.
    @Test(
        arguments: [
            ("See [the ruling①] (ruling.pdf) now.", "See [the ruling](ruling.pdf) now."),
            ("See [the ruling①](ruling.pdf now", nil), ("[a①](a b.md)", "[a](<a b.md>)"),
            ("Of [this①][rul] text.", nil),
            ("①[[Ultimatum]] x", nil), ("①##Who asked", "## Who asked"), ("a\n①###Who asked", "a\n### Who asked"),
            ("It is ①**very important.", nil), ("It is very①** important.", nil), ("Was ①~~three~~ four.", nil),
            ("- ①[ ] to do", nil), ("- ①[x] done", nil), ("1. ①[X] done", nil),
            ("At ①https://example.org/a?b=c&d. Then", "At <https://example.org/a?b=c&d>. Then"),
            ("> (①http://example.org/x)", "> (<http://example.org/x>)"),
            ("See ①www.example.org/a, too.", nil), ("(①www.example.org)", nil), ("It is ①==very== important.", nil),
            ("> ①[!NOTE] Words", nil), ("> ①[!WARNING]\n> Words", nil), ("# Who asked ①{#who}", nil),
            ("# Who asked ①{.wide #who}", nil), ("①:::note\nWords\n\n", nil), ("Words\n①:::", nil),
            ("| a |\n|---|\n| ①~~b~~ |", nil), ("- x\n\n  ①##y", "- x\n\n  ## y"), ("*a* `b` ①**c", nil),
        ] as [(String, String?)])
    func isReported(_ text: String, _ fixed: String?) {
        let read = ProseCase(text)
        #expect(read.found == ["broken-markup@1"], "\(read.messages)")
        #expect(read.diagnostics.allSatisfy { $0.severity == .warning && $0.hint != nil })
        #expect(read.mended == fixed)
        if let fixed { #expect(ProseCase(fixed).found == [], "\(fixed)") }
    }

    @Test(arguments: [
        "[a](b.md) [c][d]\n\n[d]: e.md", "`~~a~~` `**b` `https://x.example`", "\\[[a]] \\~~b~~ \\*\\*c",
        "2 ** 3 and a ~~ b", "[@report] [@report, p. 1; @b]", "[https://x.example](https://x.example)",
        "# a\n\n#b and #1",
        "jo@example.org or @nobody", "<https://x.example>", "**a** ***b*** __c__", "[…][…] [1][2]",
        "array[i] (see below)", "www", "The www. is old", "awww.x.org", "[www.x.org](https://www.x.org)", "a == b == c",
        "if x==y", "`==a==` {a} {} {2} \\==b==", "[!] [!note that]", "a ::: b and at 3::: x", "<https://www.x.org/a>",
        "```\n~~a~~ https://x.example\n```", "note: party:x", "- [a](b.md)", "&#91;&#91;a]]",
    ])
    func isSilent(_ text: String) { #expect(ProseCase(text).found == []) }

    @Test func findsMentionsOutsideBrackets() {
        let read = ProseCase("Says ①@report; ②party:union and ③[see @memo, p. 4]. `@x` [@y] [a @z](b.md) jo@k \\@l\n")
        #expect(read.found == [])
        #expect(read.prose.mentions.map(\.id) == ["report", "union", "memo"])
        #expect(read.prose.mentions.map(\.replacement) == ["[@report]", "[](party:union)", "see [@memo, p. 4]"])
        #expect(read.prose.mentions.map { read.place($0.range) } == ["1", "2", "3"])
    }
}
