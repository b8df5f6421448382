import Diagnostics
import TestSupport
import Testing

@testable import Reading

@Suite struct LinkTests {
    @Test func leavesReferencesToWhoeverKnowsTheSite() {
        let read = ProseCase(
            "é [the *dept*](①party:dow), [](②demand:x#terms), [y](③event:ev) <④source:s> [z](<⑤refusal:ev/r> \"t\")")
        #expect(read.found == [])
        #expect(
            read.shown
                == "<p>é {party:dow}the <em>dept</em>{/}, {demand:x#terms bare}{/}, {event:ev}y{/} {source:s bare}{/} {refusal:ev/r}z{/}</p>\n"
        )
        #expect(read.spans == ["party:dow@1", "demand:x#terms@2", "event:ev@3", "source:s@4", "refusal:ev/r@5"])
    }

    @Test func findsReferencesInListsQuotesAndAfterLineBreaks() {
        let read = ProseCase(
            "> - a `[x](party:a)` [x](①party:a) [x](②party:a)\n>   b [x\n>   y](\n>   ③party:a\n>   \"t\n>   u\") [z](④party:a)\n\n[l] [m][l] [n](⑤party:b)\n\n[l]: ⑥party:c\n"
        )
        #expect(read.found == [])
        #expect(
            read.spans == [
                "party:a@1", "party:a@2", "party:a@3", "party:a@4", "party:c@6", "party:c@6", "party:b@5",
            ])
    }

    @Test func readsLinksInsideTheSite() {
        let read = ProseCase("[a](①../about.md#y) [b](②#c%20d) [e](③/x/%C3%A9.md?q=1&r) [f](④g.pdf \"T & t\")")
        #expect(read.found == [])
        #expect(
            read.shown
                == "<p>{to ../about.md#y}a{/} {to #c d}b{/} {to /x/é.md?q=1&r}e{/} {to g.pdf}f{/}</p>\n")
        #expect(read.spans == ["../about.md#y@1", "#c%20d@2", "/x/%C3%A9.md?q=1&r@3", "g.pdf@4"])
    }

    @Test func readsLinksOutOfTheSite() {
        let read = ProseCase(
            "[a](https://a.example/é?b='c'&d=\"e\") <mailto:a@b.example> <x@y.example> [t](tel:+1-2) [h](HTTP://A.example 'x\"<')"
        )
        #expect(read.found == [])
        #expect(
            read.shown
                == "<p>{web https://a.example/é?b='c'&d=\"e\"}a{/} {web mailto:a@b.example}mailto:a@b.example{/} "
                + "{web mailto:x@y.example}x@y.example{/} {web tel:+1-2}t{/} {web HTTP://A.example|x\"<}h{/}</p>\n")
    }

    @Test(arguments: [
        "[x](①javascript:alert(1))", "[x](①JavaScript:alert(1))", "[x](①vbscript:x)", "[x](①blob:x)",
        "[x](①view-source:https://a.example)", "[x](①jar:x)", "[x](①ms-its:x)", "[x](①data:text/html,x)",
        "[x](①file:///etc/passwd)", "[x](①//a.example)", "[x](①http:a)", "[x](①https:///a)", "[x](①C:/x)",
        "[x](①x:y)", "<①javascript:x>", "[x](①a\\b.md)", "[x](①a%2Fb)", "[x](①a%00b)", "[x](①a%5Cb)", "[x](①a%zz)",
        "[x](①100%.pdf)", "[x](①%ff)", "[x](①mailto:)", "[x](①party:)", "[x](①Party:y)", "[x](①#a%z)",
    ])
    func refusesDestinationsThatAreNotAllowed(_ text: String) {
        let read = ProseCase("é " + text)
        #expect(read.found == ["link-destination@1"])
        #expect(!read.shown.contains("{"))
        #expect(read.shown.contains("x"))
    }

    @Test(arguments: [
        "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](<java\tscript:x>)",
        "[x](java&#10;script:x)", "[x]()", "[x](<>)", "[x][y]\n\n[y]: javascript:x",
        "[x](\\javascript:x)", "[x](javascript\\:x)",
    ])
    func refusesDestinationsThatAreHidden(_ text: String) {
        let read = ProseCase(text)
        #expect(read.diagnostics.map(\.code) == [.linkDestination])
        #expect(!read.shown.contains("{"))
    }

    @Test func refusesADestinationHiddenByAControlCharacter() {
        let read = ProseCase("[x](&#1;javascript:x)")
        #expect(read.diagnostics.map(\.code) == [.controlCharacter, .linkDestination])
        #expect(!read.shown.contains("{"))
    }

    @Test func suggestsTheNearestKind() {
        let read = ProseCase("[x](①partty:dow) [y](②Party:dow)")
        #expect(read.found == ["link-destination@1", "link-destination@2"])
        #expect(read.diagnostics.map(\.hint) == ["did you mean 'party:'?", "did you mean 'party:'?"])
        #expect(read.mended == "[x](party:dow) [y](Party:dow)")
        #expect(ProseCase("[x](//a.example/b)").mended == "[x](https://a.example/b)")
        #expect(ProseCase("[x](a\\b.md)").mended == "[x](a/b.md)")
    }

    @Test func refusesLinksWithoutText() {
        let read = ProseCase("[](①https://a.example) [](②about.md) [![](③a.png)](④b.md)")
        #expect(read.found == ["empty-link@1", "empty-link@2"])
    }

    @Test func readsPictures() {
        let read = ProseCase("é ![A *map* `x`\nof [it](y)](①images/map.png \"T\") [![p](②a.png)](③b.md) ![](④c.jpg)")
        #expect(read.found == [])
        #expect(
            read.shown
                == "<p>é {picture images/map.png|A map x of it|T} {to b.md}{picture a.png|p|}{/} {picture c.jpg||}</p>\n"
        )
        #expect(read.spans == ["images/map.png@1", "b.md@3", "a.png@2", "c.jpg@4"])
    }

    @Test(arguments: [
        "![x](①https://a.example/b.png)", "![x](①HTTP://a.example/b.png)", "![x](①//a.example/b.png)",
        "![x](①data:image/svg+xml,x)", "![x](①data:text/html,x)", "![x](①data:image/pngx,y)", "![x](①javascript:x)",
        "![x](①party:x)", "![x](①#y)",
    ])
    func refusesPicturesFromElsewhere(_ text: String) {
        let read = ProseCase(text)
        #expect(read.found == ["picture-destination@1"])
        #expect(!read.shown.contains("{"))
    }

    @Test func readsRasterPicturesThatAreData() {
        let read = ProseCase("![a\"b](data:image/png;base64,iVBO 't&')")
        #expect(read.found == [])
        #expect(read.shown == "<p>{data data:image/png;base64,iVBO|a\"b|t&}</p>\n")
    }
}
