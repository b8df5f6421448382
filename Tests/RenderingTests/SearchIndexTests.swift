import Foundation
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct SearchIndexTests {
    private func rows(_ index: SearchIndex) throws -> [[String]] {
        let text = index.bytes.text
        #expect(text.hasPrefix("window.searchIndex=["))
        #expect(text.hasSuffix("];\n"))
        let json = text.dropFirst("window.searchIndex=".count).dropLast(2)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String]])
    }

    @Test func namesEveryEntryOnce() throws {
        let rows = try rows(PortStrike.site().context.searchIndex())
        #expect(rows.allSatisfy { $0.count == 6 })
        #expect(
            rows.map { $0[2] } == [
                "port/index.html", "port/parties/dockers.html", "port/parties/port.html", "port/people/ana.html",
                "port/demands/pay.html", "port/demands/rota.html", "port/refusals/no.html",
                "port/threats/strike.html", "port/statements/ana-pay.html", "port/terms.html#term-rota-word",
                "port/timeline.html#on-moment-talks", "port/sources.html#source-paper",
            ])
    }

    @Test func holdsTitleKindEventDateAndWords() throws {
        let rows = try rows(PortStrike.site().context.searchIndex())
        let demand = try #require(rows.first { $0[0] == "Raise pay by 5 %" })
        #expect(demand[1] == "Demand")
        #expect(demand[3] == "Strike at the port")
        #expect(demand[4] == "3\u{A0}February 2026")
        #expect(demand[5] == "Five per cent from March. Five per cent, and not a cent less")
        #expect(rows.first { $0[0] == "The port refuses" }?[1] == "Refusal")
        #expect(rows.first { $0[0] == "Dockers’ Union" }?[5] == "Dockers DU")
        #expect(rows.first?[3] == "")
    }

    @Test func holdsAtMostThreeHundredCharactersOfABody() throws {
        let body = String(repeating: "wört ", count: 100)
        let text = PortStrike.event.replacing("---\nText.", with: "---\n" + body)
        let event = try #require(rows(MadeUpSite([("port/event.md", text)]).context.searchIndex()).first)
        let summary = "Dockers ask for more pay; the port says no. "
        #expect(event[5].unicodeScalars.count == summary.unicodeScalars.count + 300 - 1)
    }

    @Test func escapesWhatAScriptCannotHold() throws {
        let text = PortStrike.event.replacing("title: Raise pay by 5 %", with: "title: \"</script><!--\"")
        let index = try MadeUpSite([("port/event.md", text)]).context.searchIndex()
        #expect(!index.bytes.contains(UInt8(ascii: "<")))
        #expect(try rows(index).contains { $0[0] == "</script><!--" })
    }

    @Test func cutsTextsThenEntriesToKeepItsBound() throws {
        let context = try PortStrike.site().context
        let whole = context.searchIndex()
        #expect(whole.omitted == 0)
        let tighter = context.searchIndex(limit: whole.bytes.count - 100)
        #expect(tighter.omitted == 0)
        #expect(try rows(tighter).count == rows(whole).count)
        #expect(tighter.bytes.count < whole.bytes.count)
        let tight = context.searchIndex(limit: 600)
        #expect(try rows(tight).count == 12 - tight.omitted)
        #expect(tight.omitted > 0)
        #expect(tight.bytes.count <= 600 + 64)
        #expect(try rows(tight).first?[0] == "Strike at the port")
        #expect(try rows(context.searchIndex(limit: 0)).isEmpty)
    }
}
