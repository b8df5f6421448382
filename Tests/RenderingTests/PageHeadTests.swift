import Foundation
import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct PageHeadTests {
    private func head(
        _ site: MadeUpSite, _ subject: PageHead.Subject, _ path: String, title: String = "T", crumbs: Bool = true
    ) throws -> String {
        let page = PageHead(
            subject, path: path, title: title, description: "D", language: "en-gb",
            updated: try EventDate.parse("2026-03-05").get(),
            crumbs: crumbs ? [.init(title: "Strike", route: Route("port/index.html"))] : [],
            previous: nil, next: Route("port/demands/rota.html"))
        return site.context.headData(for: page).text
    }

    /// The graph of a page's JSON-LD.
    private func graph(_ head: String) throws -> [[String: Any]] {
        let parts = head.components(separatedBy: "<script type=\"application/ld+json\">")
        #expect(parts.count == 2)
        let data = try #require(parts.last?.components(separatedBy: "</script>").first)
        let document = try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
        #expect(document?["@context"] as? String == "https://schema.org")
        return try #require(document?["@graph"] as? [[String: Any]])
    }

    private func node(_ type: String, in graph: [[String: Any]]) throws -> [String: Any] {
        try #require(graph.first { $0["@type"] as? String == type })
    }

    private func entry(_ kind: EntryKind, _ id: String, _ path: String, _ site: MadeUpSite) throws -> [[String: Any]] {
        try graph(head(site, .entry(site.handle(kind, id)), path))
    }

    @Test func linksToTheCanonicalAddressTheNeighboursAndTheFeed() throws {
        let site = try PortStrike.site()
        let head = try head(site, .entry(site.handle(.demand, "pay")), "port/demands/pay.html")
        #expect(head.contains("<link rel=\"canonical\" href=\"https://example.org/disputes/port/demands/pay.html\">\n"))
        #expect(head.contains("<link rel=\"next\" href=\"rota.html\">\n"))
        #expect(!head.contains("rel=\"prev\""))
        #expect(
            head.contains("type=\"application/atom+xml\" title=\"Disputes &amp; answers\" href=\"../../feed.xml\">"))
        #expect(head.contains("title=\"Strike at the port: what changed\" href=\"../feed.xml\">"))
        #expect(head.contains("<meta property=\"og:locale\" content=\"en_GB\">"))
        #expect(head.contains("<meta property=\"article:modified_time\" content=\"2026-03-05\">"))
        #expect(!head.contains("og:image"))
    }

    @Test func namesThePictureThatTheWriterGaveForPreviews() throws {
        let site = try MadeUpSite(
            [("port/event.md", PortStrike.event), ("about.md", "---\ntitle: About\n---\n")],
            assets: ["card.png", "port/card.jpg", "port/postcard.jpg"])
        let demand = try head(site, .entry(site.handle(.demand, "pay")), "port/demands/pay.html")
        #expect(demand.contains("<meta property=\"og:image\" content=\"https://example.org/disputes/port/card.jpg\">"))
        let home = try head(site, .home, "index.html")
        #expect(home.contains("<meta property=\"og:image\" content=\"https://example.org/disputes/card.png\">"))
        let lost = try head(site, .timeline(event: 0), "port/timeline.html")
        #expect(lost.contains("port/card.jpg"))
    }

    @Test func leavesAwayWhatMustBeAbsoluteWithoutAnAddress() throws {
        let site = try PortStrike.site(MadeUpSite.settings(""))
        let head = try head(site, .entry(site.handle(.demand, "pay")), "port/demands/pay.html")
        #expect(!head.contains("canonical"))
        #expect(!head.contains("og:url"))
        #expect(head.contains("og:title"))
        let demand = try node("AskAction", in: graph(head))
        #expect(demand["@id"] as? String == "pay.html#demand")
        #expect((demand["agent"] as? [String: Any])?["@id"] as? String == "../parties/dockers.html#party")
    }

    @Test func escapesWhatWritersWrote() throws {
        let wild = "\"'><script>alert(1)</script><!--\u{2028}"
        let site = try PortStrike.site(
            MadeUpSite.settings("description: x").replacing("Disputes & answers", with: "\"<!--<script>\u{301}\\\"'\""))
        let head = try head(site, .entry(site.handle(.demand, "pay")), "port/demands/pay.html", title: wild)
        #expect(head.components(separatedBy: "<script").count == 3)
        #expect(head.components(separatedBy: "</script").count == 3)
        #expect(!head.contains("<!--"))
        #expect(head.contains("content=\"&#34;&#39;&gt;&lt;script&gt;"))
        #expect(try node("WebPage", in: graph(head))["name"] as? String == wild)
    }

    @Test func tellsADemandAsARequest() throws {
        let site = try PortStrike.site()
        let demand = try node("AskAction", in: entry(.demand, "pay", "port/demands/pay.html", site))
        #expect((demand["agent"] as? [String: Any])?["@type"] as? String == "WorkersUnion")
        #expect((demand["recipient"] as? [String: Any])?["@type"] as? String == "Corporation")
        let object = try #require(demand["object"] as? [String: Any])
        #expect(object["@type"] as? String == "Quotation")
        #expect((object["spokenByCharacter"] as? [String: Any])?["name"] as? String == "Ana Dias")
        #expect((demand["result"] as? [String: Any])?["@type"] as? String == "ReplyAction")
    }

    @Test(arguments: [
        ("refused", "RejectAction"), ("refused-for-now", "RejectAction"), ("challenged-in-court", "RejectAction"),
        ("accepted", "AcceptAction"), ("accepted-with-conditions", "AcceptAction"), ("complied", "AcceptAction"),
        ("partly-accepted", "AcceptAction"), ("counter-offer", "AskAction"), ("negotiating", nil),
        ("declined-to-comment", nil), ("recommended", nil), ("reversed", nil),
    ]) func tellsAnAnswerByItsResult(_ kind: String, _ type: String?) throws {
        var text = PortStrike.event.replacing("{id: no, ", with: "{id: no, kind: \(kind), ").replacing(
            "refusals:", with: kind.hasPrefix("refused") ? "refusals:" : "responses:")
        // Whoever takes a refusal back has not accepted yet.
        if kind == "reversed" {
            text = text.replacing("{id: no, kind", with: "{id: no, replaces: first, kind").replacing(
                "responses:",
                with:
                    "responses:\n  - {id: first, title: No, kind: refused, from: port, answers: pay, date: 2026-02-04}")
        }
        let site = try MadeUpSite([("port/event.md", text)])
        let answer = try node("ReplyAction", in: entry(.response, "no", "port/refusals/no.html", site))
        #expect((answer["result"] as? [String: Any])?["@type"] as? String == type)
        #expect((answer["object"] as? [String: Any])?["@type"] as? String == "AskAction")
        #expect((answer["recipient"] as? [String: Any])?["name"] as? String == "Dockers’ Union")
    }

    @Test func tellsAQuoteWithItsSpeaker() throws {
        let quote = try node(
            "Quotation", in: entry(.statement, "ana-pay", "port/statements/ana-pay.html", PortStrike.site()))
        #expect(quote["text"] as? String == "Five per cent, and not a cent less")
        let speaker = try #require(quote["spokenByCharacter"] as? [String: Any])
        #expect(speaker["@type"] as? String == "Person")
        #expect((quote["creator"] as? [String: Any])?["@id"] as? String == speaker["@id"] as? String)
        #expect((quote["about"] as? [String: Any])?["@type"] as? String == "AskAction")
    }

    @Test func tellsTheEventAsABackgroundArticle() throws {
        let site = try PortStrike.site(
            MadeUpSite.settings("publisher: {name: Desk}\npolicies: {corrections: https://example.org/how}"))
        let graph = try graph(head(site, .entry(AnyHandle(.event, scope: -1, index: 0)), "port/index.html"))
        let article = try node("BackgroundNewsArticle", in: graph)
        #expect(article["temporalCoverage"] as? String == "2026-02-01/..")
        let publisher = try #require(article["publisher"] as? [String: Any])
        #expect(publisher["@type"] as? String == "NewsMediaOrganization")
        #expect(publisher["correctionsPolicy"] as? String == "https://example.org/how")
        #expect((article["mentions"] as? [[String: Any]])?.count == 2)
    }

    @Test func namesEveryCrumbAndThePageItself() throws {
        let graph = try entry(.demand, "pay", "port/demands/pay.html", PortStrike.site())
        let items = try #require(node("BreadcrumbList", in: graph)["itemListElement"] as? [[String: Any]])
        #expect(items.compactMap { $0["position"] as? Int } == [1, 2])
        #expect(items.first?["item"] as? String == "https://example.org/disputes/port/")
        #expect(items.last?["item"] as? String == "https://example.org/disputes/port/demands/pay.html")
    }

    @Test func saysCorrectionsOfAnAct() throws {
        let page = try node("WebPage", in: entry(.demand, "pay", "port/demands/pay.html", PortStrike.site()))
        let corrections = try #require(page["correction"] as? [[String: Any]])
        #expect(corrections.first?["@type"] as? String == "CorrectionComment")
        #expect(corrections.first?["dateCreated"] as? String == "2026-03-04")
        #expect((page["citation"] as? [[String: Any]])?.first?["@type"] as? String == "NewsArticle")
    }

    @Test func definesTheTermsOfAGlossary() throws {
        let graph = try graph(head(PortStrike.site(), .terms(scope: 0), "port/terms.html"))
        let terms = try #require(node("DefinedTermSet", in: graph)["hasDefinedTerm"] as? [[String: Any]])
        #expect(terms.first?["@id"] as? String == "https://example.org/disputes/port/terms.html#term-rota-word")
    }

    @Test func hidesSearchAndTheMissingPageFromSearchEngines() throws {
        let site = try PortStrike.site()
        #expect(try head(site, .search, "search.html").contains("<meta name=\"robots\" content=\"noindex\">"))
        let missing = try head(site, .notFound, "404.html")
        #expect(missing.contains("noindex"))
        #expect(missing.contains("href=\"/disputes/feed.xml\""))
        #expect(!missing.contains("canonical"))
    }

    @Test func saysHowThePageIsCited() throws {
        let site = try PortStrike.site(
            MadeUpSite.settings("base_url: https://example.org/disputes/\npublisher: {name: The Desk}"))
        let date = try EventDate.parse("2026-03-05").get()
        let citation = Citation(
            site.context, title: "A & B", path: "port/index.html", updated: date, isUpdated: true, language: "en")
        #expect(
            citation.text.replacing("\u{A0}", with: " ")
                == "The Desk. “A & B”. Disputes & answers, 5 March 2026. https://example.org/disputes/port/")
        let items = try #require(JSONSerialization.jsonObject(with: Data(citation.data)) as? [[String: Any]])
        #expect(items.count == 1)
        #expect(items[0]["URL"] as? String == "https://example.org/disputes/port/")
        #expect(items[0]["type"] as? String == "webpage")
        #expect((items[0]["issued"] as? [String: [[Int]]])?["date-parts"] == [[2026, 3, 5]])
    }

    @Test func pointsAnOldAddressAtTheNewOne() throws {
        let head = try head(PortStrike.site(), .redirect(Route("port/index.html")), "old.html")
        #expect(head == "<link rel=\"canonical\" href=\"https://example.org/disputes/port/\">\n")
    }

    @Test(arguments: [
        ("en", "en_US"), ("tlh", nil), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("es-419", nil), ("de-de", "de_DE"),
    ])
    func findsTheTerritoryOfALanguage(_ tag: String, _ locale: String?) {
        #expect(openGraphLocale(tag) == locale)
    }
}
