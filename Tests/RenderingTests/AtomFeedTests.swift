import Bytes
import Foundation
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct AtomFeedTests {
    @Test func tellsCorrectionsAndUpdatesNewestFirst() throws {
        let feed = try PortStrike.site().context.feed().text
        let titles = feed.components(separatedBy: "<title>").dropFirst(2).map { $0.components(separatedBy: "<")[0] }
        #expect(titles == ["Strike at the port", "Text changed: Raise pay by 5 %", "Correction: Raise pay by 5 %"])
        #expect(feed.contains("<updated>2026-03-05T00:00:00Z</updated>"))
    }

    @Test func namesEntriesByTagsOfTheHostAndLinksAbsolutely() throws {
        let feed = try PortStrike.site().context.feed().text
        #expect(feed.contains("<id>tag:example.org,2026-03-05:/disputes/port/demand/pay/updated</id>"))
        #expect(feed.contains("href=\"https://example.org/disputes/port/demands/pay.html\""))
        #expect(feed.contains("rel=\"self\""))
    }

    @Test func withoutAnAddressHasUUIDsAndRelativeLinks() throws {
        let feed = try PortStrike.site(MadeUpSite.settings("")).context.feed().text
        let ids = feed.components(separatedBy: "<id>").dropFirst().map { $0.components(separatedBy: "<")[0] }
        let uuid = try Regex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        #expect(ids.count == 4)
        #expect(Set(ids).count == 4)
        #expect(ids.allSatisfy { $0.wholeMatch(of: uuid) != nil })
        #expect(feed.contains("href=\"port/demands/pay.html\""))
        #expect(!feed.contains("rel=\"self\""))
    }

    @Test func isWellFormedWhateverTheTextsHold() throws {
        let title = "\"A ]]> <b>&amp; \\\"x\\\" 'y'\""
        let text = PortStrike.event.replacing("title: Strike at the port", with: "title: " + title)
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed()
        let parser = XMLParser(data: Data(feed))
        #expect(parser.parse(), "\(parser.parserError.debugDescription)")
        #expect(feed.text.contains("A ]]&gt; &lt;b&gt;&amp;amp; &#34;x&#34; &#39;y&#39;"))
    }

    @Test func leavesAwayWhatXMLForbids() throws {
        #expect(xmlCharacters("a\u{1}\u{B}b\u{FFFE}\u{FFFF}\t\nc\u{FEFF}\u{7F}") == "ab\t\nc\u{FEFF}\u{7F}")
        var writer = HTMLWriter()
        writer.xmlText("\u{0}<\u{1F}")
        #expect(writer.bytes.text == "&lt;")
    }

    @Test func holdsAtMostFiftyChanges() throws {
        let parties = (0..<80).map { "  - {id: p\($0), name: P\($0), kind: group, updated: 2026-01-01}\n" }.joined()
        let text = "---\ntitle: T\nsummary: S\nparties:\n\(parties)---\n"
        let feed = try MadeUpSite([("e/event.md", text)]).context.feed().text
        #expect(feed.components(separatedBy: "<entry").count == 51)
    }

    @Test func tellsTwoCorrectionsOfOneDayApart() throws {
        let text = PortStrike.event.replacing(
            "text: The rate was wrong.}",
            with: "text: The rate was wrong.}\n      - {date: 2026-03-04, kind: correction, text: Again.}")
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed().text
        #expect(feed.contains(":/disputes/port/demand/pay/correction</id>"))
        #expect(feed.contains(":/disputes/port/demand/pay/correction-2</id>"))
    }

    @Test func saysTheLanguageWhereAnEventHasItsOwn() throws {
        let text = PortStrike.event.replacing("zone: Europe/Lisbon", with: "language: pt-PT\nzone: Europe/Lisbon")
        let feed = try MadeUpSite([("port/event.md", text)]).context.feed().text
        #expect(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"))
        #expect(feed.contains("<entry xml:lang=\"pt-PT\">"))
    }
}
