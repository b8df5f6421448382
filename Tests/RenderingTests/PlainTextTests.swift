import Model
import Reading
import Testing

@testable import Rendering

@Suite struct PlainTextTests {
    /// The plain text of an event's body.
    private func plain(_ body: String) throws -> String? {
        let site = try MadeUpSite([("port/event.md", PortStrike.event.replacing("---\nText.", with: "---\n" + body))])
        return site.context.plainText(site.site.events[0].head.body, scope: 0)
    }

    @Test func givesReferencesWithoutTextTheirEntrysName() throws {
        #expect(
            try plain("[](party:port) refused [](demand:pay), says [](statement:ana-pay).")
                == "Port Company refused Raise pay by 5 %, says Ana Dias: “Five per cent, and not a cent less”.")
    }

    @Test func leavesCitationsAndPicturesAway() throws {
        #expect(try plain("It was said [@paper, p. 2].") == "It was said.")
    }

    @Test func putsBlocksOnLinesOfTheirOwn() throws {
        let text = "## Head\n\nOne\ntwo *three*.\n\n- a\n- b `c`\n\n> quote\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
        #expect(try plain(text) == "Head\nOne two three.\na\nb c\nquote\nx y\n1 2")
    }

    @Test func turnsEntitiesIntoWhatTheyStandFor() throws {
        #expect(try plain("A & B &lt;x&gt; \"q\" 'r' &amp;lt; &euro;") == "A & B <x> \"q\" 'r' &lt; €")
    }

    @Test func passesOverRawHTML() {
        let html = Array("a<!-- <p>b --> <SCRIPT>c<d></Script><br title='>'>e &bogus; &#x41;&#66; f<script>g".utf8)
        var plain = PlainText()
        plain.add(Prose(html: html, pieces: [.html(0..<html.count)])) { _ in nil }
        #expect(plain.text == "a\ne &bogus; AB f")
    }

    /// Texts are looked at by blocks of sixteen bytes: what needs a closer look may stand anywhere in one.
    @Test(arguments: 0..<40)
    func doesNotDependOnWhereInABlockAPieceStands(_ length: Int) {
        let letters = String(repeating: "x", count: length)
        let html = Array("<p>\(letters)Ä\n b  c\t<b> d</b>  é &amp;  f\u{7F}g </p>\n<p> h\(letters) i".utf8)
        var plain = PlainText()
        plain.add(Prose(html: html, pieces: [.html(0..<html.count)])) { _ in nil }
        #expect(plain.text == "\(letters)Ä b c d é & fg\nh\(letters) i")
    }

    @Test(arguments: [(0, ""), (1, "Ä"), (3, "Ä b"), (4, "Ä b"), (5, "Ä b é"), (99, "Ä b é🂡")])
    func stopsAtWholeCharacters(_ limit: Int, _ text: String) {
        let html = Array("<p>Ä\n b</p> <p>é🂡</p>".utf8)
        var plain = PlainText(isOneLine: true, limit: limit)
        plain.add(Prose(html: html, pieces: [.html(0..<html.count)])) { _ in nil }
        #expect(plain.text == text)
    }

    @Test func inOneLineHasNoLineBreaks() throws {
        let site = try MadeUpSite([("port/event.md", PortStrike.event.replacing("---\nText.", with: "---\na\n\n- b\n"))]
        )
        #expect(site.context.searchIndex().bytes.text.contains("Dockers ask for more pay; the port says no. a b\""))
    }
}
