import Testing

@testable import Rendering

@Suite struct RedirectTests {
    private let pages = [
        "index.html", "port/demands/pay.html", "port/demands/rota.html", "port/index.html", "port/timeline.html",
        "search.html",
    ]

    private func event(_ demand: String, _ own: String = "") -> String {
        PortStrike.event.replacing("    summary: Five", with: "    moved_from: \(demand)\n    summary: Five")
            .replacing("zone: ", with: own + "zone: ")
    }

    @Test func leadsOldFilesAndFoldersToTheEntry() throws {
        let site = try MadeUpSite([("port/event.md", event("[/old/pay.html, pay/]"))])
        let redirects = site.context.redirects(besides: pages)
        #expect(redirects.diagnostics.isEmpty)
        #expect(redirects.value.map(\.path) == ["old/pay.html", "pay/index.html"])
        #expect(redirects.value.allSatisfy { $0.target.path == "port/demands/pay.html" })
    }

    @Test func leadsEveryPageOfAMovedEvent() throws {
        let site = try MadeUpSite([("port/event.md", event("[dock/demands/rota.html]", "moved_from: dock\n"))])
        let redirects = site.context.redirects(besides: pages).value
        #expect(
            redirects.map { $0.path + " " + $0.target.path } == [
                "dock/demands/pay.html port/demands/pay.html", "dock/demands/rota.html port/demands/pay.html",
                "dock/index.html port/index.html", "dock/timeline.html port/timeline.html",
            ])
    }

    @Test(arguments: ["../x.html", "a/../../x", "https://example.org/x", "a?b.html", "a#b", "''", "/", "a b", "a\\b"])
    func refusesWhatIsNoPathOfTheSite(_ path: String) throws {
        let site = try MadeUpSite([("port/event.md", event("['\(path == "''" ? "." : path)']"))])
        let redirects = site.context.redirects(besides: pages)
        #expect(redirects.value.isEmpty)
        #expect(redirects.diagnostics.map(\.code) == [.unusableOldPath])
    }

    @Test func refusesAPathThatIsTaken() throws {
        let site = try MadeUpSite([
            ("port/event.md", event("[port/timeline.html, a.html, search.html]", "moved_from: a.html\n"))
        ])
        let redirects = site.context.redirects(besides: pages)
        #expect(redirects.value.map(\.path) == ["a.html"])
        #expect(redirects.diagnostics.map(\.code) == [.takenOldPath, .takenOldPath, .takenOldPath])
    }
}
