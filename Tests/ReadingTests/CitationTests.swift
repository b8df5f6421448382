import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct CitationTests {
    @Test func readsCitations() {
        let read = ProseCase(
            "é said so [@①report]. And [@②report, para. 4; @③statement]! [@④a-b/c,\np. *]: [@⑤x, pp. 4; 7]")
        #expect(read.found == [])
        #expect(
            read.shown
                == "<p>é said so {cite report}. And {cite report|para. 4;statement}! {cite a-b/c|p. *}: {cite x|pp. 4; 7}</p>\n"
        )
        #expect(read.spans == ["report@1", "report@2", "statement@3", "a-b/c@4", "x@5"])
    }

    @Test func readsCitationsBesideEachOtherAndAfterMarks() {
        let read = ProseCase("[@a][@b] ![@c] *x [@d]* \\\\[@e]")
        #expect(read.found == [])
        #expect(read.shown == "<p>{cite a}{cite b} !{cite c} <em>x {cite d}</em> \\{cite e}</p>\n")
    }

    @Test func leavesCodeEscapesAndEntitiesAlone() {
        let read = ProseCase("`[@a]` \\[@a] &#91;@a] [@①a]\n\n    [@b]\n\n```\n[@c] [^1]\n```\n")
        #expect(read.found == [])
        #expect(read.spans == ["a@1"])
        #expect(read.shown.hasPrefix("<p><code>[@a]</code> [@a] [@a] {cite a}</p>\n"))
    }

    @Test func takesCitationsOutOfHeadingIDs() {
        let read = ProseCase("## Wording [@report, p. 1]\n")
        #expect(read.prose.anchors == ["wording"])
        #expect(read.shown == "<h2 id=\"wording\">Wording {cite report|p. 1}</h2>\n")
    }

    @Test func reportsCitationsThatAreMalformed() {
        #expect(ProseCase("x ①[@report").found == ["citation-form@1"])
        #expect(
            ProseCase("[@①report p. 4]").messages == [
                "a comma is missing between the source 'report' and the place in it"
            ])
        #expect(ProseCase("[@①report p. 4]").mended == "[@report, p. 4]")
        #expect(ProseCase("[@report; ①@ x]").diagnostics.map(\.code) == [.citationForm])
        #expect(ProseCase("①[@a; b]").found == ["citation-form@1"])
        #expect(ProseCase("[@a①,]").found == ["citation-form@1"])
        #expect(ProseCase("[see ①[@a] x](https://a.example)").found == ["citation-form@1"])
    }

    @Test func refusesFootnoteMarks() {
        let read = ProseCase("é x①[^1] `[^2]` \\[^3] y②[^note].\n\n③[^1]: word\n\n④[^9]: two words\n")
        #expect(read.found.sorted() == ["footnote-mark@1", "footnote-mark@2", "footnote-mark@3", "footnote-mark@4"])
        #expect(read.diagnostics.first?.hint?.contains("[@source-id, para. 4]") == true)
        #expect(ProseCase("    [^1]: code\n\n```\n[^2]: code\n```\n").found == [])
        #expect(ProseCase("[^1](https://a.example)").found == [])
    }
}
