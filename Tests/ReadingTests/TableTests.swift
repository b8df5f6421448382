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
}
