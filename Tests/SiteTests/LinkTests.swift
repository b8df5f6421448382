import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// Links by path lead where the plan says, or are no links.
@Suite struct LinkTests {
    private func about(_ text: String) throws -> (page: String, report: Report) {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Harbour\n---\n", to: "content/site.md")
        try folder.write(
            """
            ---
            title: The harbour dispute
            summary: The port wants dues.
            parties:
              - {id: port, name: The port, kind: company}
              - {id: fishers, name: The fishers, kind: union}
            demands:
              - {id: dues, title: Pay dues, from: port, to: fishers, date: 2026-01-10, deadline: 2026-02, sources: [letter]}
            sources:
              - {id: letter, title: A letter, type: letter}
            ---
            """, to: "content/port/event.md")
        try folder.write("---\nname: The mayor\ndraft: true\n---\n", to: "content/port/people/mayor.md")
        try folder.write("---\ntitle: About\n---\n\(text)\n", to: "content/about.md")
        let report = build(
            Configuration(
                content: folder.path("content"), theme: folder.path("theme"), output: folder.path("public")))
        let page = try? folder.contents(of: "public")["about.html"].map { String(decoding: $0, as: UTF8.self) }
        return (page ?? "", report)
    }

    @Test(arguments: [
        // An item of a list is named as a file of its own would be.
        ("port/demands/dues.md", "port/demands/dues.html"), ("port/offers/dues.md", "port/demands/dues.html"),
        ("offer:port/dues", "port/demands/dues.html"),
        ("port/sources/letter.md", "port/sources.html#source-letter"),
        ("port/", "port/index.html"), ("port/event.json", "port/event.json"),
        ("event.schema.json", "event.schema.json"),
    ])
    func leadsToThePage(_ link: String, _ address: String) throws {
        let (page, report) = try about("See [this](\(link)).")
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        #expect(page.contains("See <a href=\"\(address)\">this</a>."))
    }

    /// What was agreed is told with its links, emphasis and citations on the page of the event.
    @Test func showsTheOutcomeWithItsMarkup() throws {
        let folder = try TemporaryFolder()
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write("---\ntitle: Harbour\n---\n", to: "content/site.md")
        try folder.write(
            """
            ---
            title: The harbour dispute
            summary: The port wanted dues.
            ended: 2026-03-01
            status: settled
            outcome: The [fishers](party:fishers) pay *half* [@letter].
            parties:
              - {id: port, name: The port, kind: company}
              - {id: fishers, name: The fishers, kind: union}
            demands:
              - {id: dues, title: Pay dues, from: port, to: fishers, date: 2026-01-10, sources: [letter]}
            sources:
              - {id: letter, title: A letter, type: letter}
            ---
            """, to: "content/port/event.md")
        let report = build(
            Configuration(
                content: folder.path("content"), theme: folder.path("theme"), output: folder.path("public")))
        try #require(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
        let page = String(decoding: try folder.contents(of: "public")["port/index.html"] ?? [], as: UTF8.self)
        #expect(page.contains("The <a href=\"parties/fishers.html\">fishers</a> pay <em>half</em>"))
        #expect(page.firstRange(of: /<em>half<\/em>[^<]*<sup class="cite"><a href="#source-1"/) != nil)
    }

    @Test func keepsTheWordsOfALinkToADraft() throws {
        let (page, _) = try about("See [the mayor](port/people/mayor.md).")
        #expect(page.contains("<p>See the mayor.</p>"))
    }

    @Test(arguments: [
        "port/event.md#threats", "port/event.md#party-port", "port/demands/dues.md#demand-other",
        "port/timeline.html#2031-01", "assets/colors.css",
    ])
    func reportsWhatIsNotThere(_ link: String) throws {
        #expect(try about("See [this](\(link)).").report.diagnostics.map(\.code.name) == ["dead-link"])
    }

    @Test(arguments: [
        "port/event.md#demands", "port/event.md#demand-dues", "port/event.md#sources",
        "port/demands/dues.md#demand-dues", "port/demands/dues.md#hangs", "port/timeline.html#on-demand-dues",
        "port/timeline.html#2026-01", "port/sources.html#source-letter", "port/event.md#person-mayor",
    ])
    func acceptsElementsOfPages(_ link: String) throws {
        let report = try about("See [this](\(link)).").report
        #expect(report.exitStatus == 0, "\(report.diagnostics.map(\.message))")
    }
}
