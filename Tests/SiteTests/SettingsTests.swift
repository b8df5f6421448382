import Building
import BuildingSupport
import Foundation
import TestSupport
import Testing

/// What site.md names, in `navigation`, `policies` and `logo`, is on the pages and in the linked data as it is checked.
@Suite struct SettingsTests {
    private static let targets: [(written: String, link: String)] = [
        ("about", "about.html"), ("about.md", "about.html"), ("about.html", "about.html"), ("/about.md", "about.html"),
        ("about#how", "about.html#how"), ("event.md", "index.html"), ("index.html", "index.html"),
        ("terms.html", "terms.html"), ("corrections.html", "corrections.html"), ("demand:dues", "demands/dues.html"),
        ("demands/dues.md", "demands/dues.html"), ("term:due", "terms.html#term-due"), ("plan.pdf", "plan.pdf"),
        ("https://example.org/a", "https://example.org/a"), ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("secret", ""),
    ]

    private func built(_ settings: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, text) in [
            ("site.md", "title: Harbour\nbase_url: https://harbour.example/x/\n\(settings)"),
            ("event.md", "title: The dispute\nsummary: The port wants dues."), ("about.md", "title: About"),
            ("secret.md", "title: Secret\ndraft: true"), ("parties/port.md", "name: The port\nkind: company"),
            ("parties/fishers.md", "name: Fishers\nkind: union"), ("terms/due.md", "name: Due\ndefinition: Money."),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10"),
        ] { try folder.write("---\n\(text)\n---\n## How\n", to: "content/" + path) }
        try folder.write("%PDF", to: "content/plan.pdf")
        var configuration = TestSite.example.configuration(output: folder.path("public"))
        configuration.content = folder.path("content")
        let report = build(configuration)
        #expect(report.exitStatus == 0, "\(report.diagnostics.filter { $0.severity == .error }.map(\.message))")
        return folder
    }

    @Test(arguments: targets)
    func leadsWhereItIsChecked(_ written: String, _ link: String) throws {
        let folder = try built(
            "navigation: [{title: Here I am, to: '\(written)'}]\npublisher: {name: P}\npolicies: {ethics: '\(written)'}"
        )
        let home = String(
            decoding: try Data(contentsOf: URL(filePath: folder.path("public/index.html"))), as: UTF8.self)
        let isThere = home.contains("<a href=\"\(link)\"") && home.contains(">Here I am</a>")
        #expect(isThere == !link.isEmpty)
        let isLocal = !link.contains(":")
        let address = isLocal ? "https://harbour.example/x/" + (link == "index.html" ? "" : link) : link
        #expect(home.contains("\"ethicsPolicy\"") == !link.isEmpty)
        if !link.isEmpty { #expect(home.contains("\"ethicsPolicy\":\"\(address)\""), "\(written)") }
    }
}
