import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct TableTests {
    @Test func readsTables() {
        let read = ProseCase("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 |\n| *x* | `y \\| z` | \\| |\n")
        #expect(read.found == [])
        #expect(
            read.shown == """
                <table>
                <tr><th left>a<th center>b<th right>c</tr>
                <tr><td left>1<td center>2<td right></tr>
                <tr><td left><em>x</em><td center><code>y | z</code><td right>|</tr>
                </table>

                """)
    }

    @Test func readsReferencesCitationsAndDefinitionsInCells() {
        let read = ProseCase(
            "é\n\n> | é | b |\n> |---|---|\n> | [x](①party:a) | [@②s, p. 1] |\n> | [y][l] | ![é](③p.png) |\n\n[l]: ④party:c\n\n[z](⑤party:d)\n"
        )
        #expect(read.found == [])
        #expect(read.spans.sorted() == ["p.png@3", "party:a@1", "party:d@5", "s@2", "party:c@4"].sorted())
    }

    @Test func keepsCellsFromBecomingBlocks() {
        let read = ProseCase("| a |\n|---|\n| # x |\n| 1. y |\n| > z |\n| [q]: /u |\n| ___ |\n| \"*m*\" |\n")
        #expect(read.found == [])
        for cell in ["# x", "1. y", "> z", "[q]: /u", "___", "\"<em>m</em>\""] {
            #expect(read.shown.contains("<td>\(cell)</tr>"), "\(cell)")
        }
    }

    @Test func readsTablesWithoutOuterPipesAndBelowText() {
        let read = ProseCase("Above\n*this*\na | b\n--|--\nc | d\n")
        #expect(read.shown.hasPrefix("<p>Above\n<em>this</em></p>\n<table>"))
        #expect(read.shown.contains("<td>c<td>d</tr>"))
    }

    @Test func leavesParagraphsThatAreNoTablesAlone() {
        for text in ["a | b\n", "a | b\n---\n", "| a | b |\n|---|\n", "a\n|---|---|\n", "`| a |\n| - |`\n"] {
            let read = ProseCase(text)
            #expect(!read.shown.contains("<table>"), "\(text)")
        }
        #expect(ProseCase("```\n| a |\n|---|\n```\n").shown == "<pre>| a |\n|---|\n</pre>\n")
    }

    @Test func reportsCellsThatWouldBeLost() {
        let read = ProseCase("| a | b |\n|---|---|\n| 1 | 2 | ①3 | 4 |\n")
        #expect(read.found == ["table-shape@1"])
        #expect(read.messages == ["this row has 4 cells, and its table 2 columns"])
    }

    @Test func reportsNoPlaceBehindTheFilesEnd() {
        let read = ProseCase("| a |\n|---|\n| b ①[^c")
        #expect(read.found == ["footnote-mark@1"])
        #expect(read.diagnostics.allSatisfy { Int($0.location?.range.end ?? 0) <= read.file.bytes.count })
    }

    @Test func readsOneTableAfterAnother() {
        let read = ProseCase("| a |\n|---|\n| 1 |\n\n- x\n\n  | b |\n  |---|\n  | 2 |\n\n  y\n")
        #expect(read.shown.contains("<td>1</tr>") && read.shown.contains("<td>2</tr>"))
        #expect(read.shown.contains("<th>b</tr>"))
    }

    /// A line that ends a table although libcmark reads it as the paragraph's, and what is shown instead of a row.
    @Test(arguments: [
        ("| a |\n|---|\n---\n", "</table>\n<hr>\n"), ("| a |\n|---|\n===\n", "<td>===</tr>\n</table>\n"),
        ("| a |\n|---|\n===\nb\n", "<td>===</tr>\n<tr><td>b</tr>\n</table>\n"),
        ("| a |\n|---|\n--\n", "<td>--</tr>\n</table>\n"), ("| a |\n|---|\n2. x\n", "</table>\n<ol start=\"2\">"),
        ("| a |\n|---|\n    x\n| b |\n", "</table>\n<pre>x\n</pre>\n<p>| b |</p>\n"),
        ("| a |\n|---|\n|\nx\n", "</table>\n<p>|\nx</p>\n"), ("| a |\n|---|\n+\n", "</table>\n<ul>\n<li></li>"),
        ("> | a |\n> |---|\nlazy\n", "</table>\n</blockquote>\n<p>lazy</p>\n"),
        ("> > | a |\n> > |---|\n> lazy\n", "</table>\n</blockquote>\n<p>lazy</p>\n</blockquote>\n"),
        ("- | a |\n  |---|\nlazy\n", "</table>\n</li>\n</ul>\n<p>lazy</p>\n"),
        ("- | a |\n  |---|\n\t  code\n", "</table>\n<pre>code\n</pre>\n</li>"),
    ])
    func endsWhereAnotherBlockBegins(_ text: String, _ shown: String) {
        let read = ProseCase(text)
        #expect(read.found == [])
        #expect(read.shown.hasSuffix(shown) || read.shown.contains(shown), "\(read.shown)")
    }

    @Test func endsAtATagIfTheSiteAllowsHTML() {
        #expect(ProseCase("| a |\n|---|\n<b>\n", html: true).shown.hasSuffix("</table>\n{raw <b>\n}\n"))
    }

    @Test func findsTheTableBelowARuleThatDoesNotFit() {
        let read = ProseCase("| a |\n|---|---|\n| b | c |\n|---|---|\n| d | e |\n")
        #expect(read.shown.hasPrefix("<p>| a |\n|---|---|</p>\n<table>\n<tr><th>b<th>c</tr>"))
    }

    @Test func readsOneColumnWithoutPipesAndKeepsBreaksAboveTables() {
        #expect(ProseCase("a\n:-:\nb\n").shown.contains("<td center>b</tr>"))
        #expect(ProseCase("|\n|-|\n").shown == "<p>|\n|-|</p>\n")
        #expect(ProseCase("a  \nb\\\nc\n| d |\n|---|\n").shown.hasPrefix("<p>a<br>\nb<br>\nc</p>\n<table>"))
        #expect(ProseCase("- a\n  | d |\n  |---|\n").shown.hasPrefix("<ul>\n<li>a\n<table>"))
    }

    @Test func boundsTheCellsThatAreNotWritten() {
        let head = String(repeating: "|a", count: 128) + "\n" + String(repeating: "|-", count: 128) + "\n"
        let read = ProseCase(head + String(repeating: "|b\n", count: 10_000))
        #expect(read.diagnostics.map(\.code) == [.tableShape])
        #expect(read.messages.first?.contains("lack more than") == true)
        let cells = read.prose.nodes.count { if case .cell = $0.content { true } else { false } }
        #expect(cells < 5 * read.file.bytes.count)
        #expect(ProseCase(head + String(repeating: "|b\n", count: 30)).found == [])
    }
}
