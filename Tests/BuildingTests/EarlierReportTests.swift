import Building
import BuildingSupport
import Diagnostics
import Foundation
import TestSupport
import Testing

/// If nothing changed, nothing is rendered, and the build reports the same as before.
@Suite struct EarlierReportTests {
    private let folder: TemporaryFolder
    private static let moment = 1_790_000_000

    init() throws { folder = try RandomEdits(seed: 11).folder }

    /// Builds until the time stamps of all files are old enough to be reliable.
    private func settle(now: Int = moment) -> Report {
        let report = run(now: now)
        usleep(150_000)
        _ = run(now: now)
        return report
    }

    private func run(now: Int = moment) -> Report {
        build(
            Configuration(
                content: folder.path("content"), templates: folder.path("templates"), theme: folder.path("theme"),
                output: folder.path("public")), now: now)
    }

    private func wasRendered(_ report: Report) -> Bool { report.stages.contains { $0.name == "render and write" } }

    private func text(_ report: Report) -> String {
        DiagnosticFormatter(format: .human).text(for: report.diagnostics)
            + report.withheld.map { "\($0.kind) \($0.name) \($0.location.position.line) \($0.reason) \($0.isHeld)\n" }
            .joined()
    }

    private func writeWhatIsWarnedOf() throws {
        try folder.write("---\ntitle: Unread\ntype: letter\n---\n", to: "content/one/sources/unread.md")
        try folder.write("---\nname: Unused\ndefinition: Not said.\n---\n", to: "content/one/terms/unused.md")
        try folder.write("{{ site.title }}", to: "templates/unused.html")
    }

    @Test func repeatsWarnings() throws {
        try writeWhatIsWarnedOf()
        let first = settle()
        try #require(first.exitStatus == 0 && first.warnings >= 3, "\(text(first))")
        #expect(wasRendered(first))
        for _ in 0..<2 {
            let again = run()
            #expect(!wasRendered(again))
            #expect(text(again) == text(first))
            #expect(again.documents == first.documents && again.summary?.written == 0)
        }
    }

    @Test func repeatsLeftOutEntries() throws {
        try folder.write(
            "---\ntitle: Draft\nfrom: union\nto: council\ndate: 2026-03-03\nsources: [gazette]\ndraft: true\n---\n",
            to: "content/one/demands/draft.md")
        try folder.write(
            "---\ntitle: No to the draft\nanswers: draft\nfrom: council\ndate: 2026-03-04\nsources: [gazette]\n---\n",
            to: "content/one/refusals/to-draft.md")
        let first = settle()
        try #require(first.exitStatus == 0 && first.withheld.count == 2, "\(text(first))")
        let again = run()
        #expect(!wasRendered(again) && text(again) == text(first))
    }

    @Test func readsAgainWhileAnEmbargoLasts() throws {
        try folder.write(
            "---\ntitle: Later\nfrom: union\nto: council\ndate: 2026-03-03\nsources: [gazette]\nembargo: 2026-10-01T12:00Z\n---\n",
            to: "content/one/demands/later.md")
        let first = settle()
        try #require(first.exitStatus == 0 && first.withheld.count == 1, "\(text(first))")
        #expect(wasRendered(run()))
        let later = settle(now: Self.moment + 100 * 86_400)
        #expect(later.withheld.isEmpty && later.summary?.created.contains("one/demands/later.html") == true)
        #expect(!wasRendered(run(now: Self.moment + 100 * 86_400)))
        // The clock is set back.
        #expect(run().withheld.count == 1)
    }

    @Test func omitsAFixedWarning() throws {
        try writeWhatIsWarnedOf()
        try #require(settle().warnings >= 3)
        for path in ["content/one/sources/unread.md", "content/one/terms/unused.md", "templates/unused.html"] {
            try FileManager.default.removeItem(atPath: folder.path(path))
        }
        let report = run()
        // What is left is told of the pages that are gone.
        #expect(report.diagnostics.allSatisfy { $0.code.name == "lost-address" } && wasRendered(report))
    }
}
