import Model
import Testing

@testable import Exporting
@testable import Presenting
@testable import Rendering

@Suite struct ChangeLogTests {
    private func lines(_ changes: [Change], _ site: Site) -> [String] {
        changes.map { "\($0.date.edtf) \($0.handle.kind.word) \(site.id(of: $0.handle)) \($0.kind)" }
    }

    private func site() throws -> MadeUpSite {
        func event(_ fields: String) -> String { "---\ntitle: T\nsummary: S\n\(fields)\n---\n" }
        let correction = "corrections: [{date: 2026-03-02, kind: correction, text: A.}]"
        return try MadeUpSite([
            ("a/event.md", event("as_of: 2026-03-09\n\(correction)")),
            ("a/notes.md", "---\ntitle: Notes\nupdated: 2026-03-02\n---\n"),
            ("b/event.md", event("updated: 2026-03-02\n\(correction)")),
            ("parties/p.md", "---\nname: P\nkind: group\nupdated: 2026-03-03\n---\n"),
        ])
    }

    @Test func listsChangesOfTheWholeSiteNewestFirst() throws {
        let site = try site()
        #expect(
            lines(site.context.log.changes, site.site) == [
                "2026-03-03 party p updated", "2026-03-02 event a corrected(Model.Correction.Kind.correction)",
                // Not the day until which the record goes.
                "2026-03-02 event a recorded", "2026-03-02 page notes updated",
                // Updated on the day of its correction, which is listed alone.
                "2026-03-02 event b corrected(Model.Correction.Kind.correction)",
            ])
    }

    /// What became of a threat, and the news of it that has a date.
    static let outcomes: [(fields: String, news: [String])] = [
        ("state: withdrawn", []), ("state: not-carried-out", []), ("state: imposed", []),
        ("state: withdrawn, state_date: 2026-03-07", ["2026-03-07 threat t withdrawn"]),
        ("state: blocked, state_date: 2026-03-07", ["2026-03-07 threat t cameToNothing"]),
        ("state: imposed, carried_out: m", ["2026-03-05 threat t carriedOut"]),
        ("state: partly-imposed, state_date: 2026-03-07", ["2026-03-07 threat t carriedOut"]),
    ]

    @Test(arguments: outcomes) func makesUpNoDate(_ fields: String, _ news: [String]) throws {
        let event = """
            ---
            title: T
            summary: S
            parties: [{id: a, name: A, kind: union}, {id: b, name: B, kind: company}]
            demands: [{id: d, title: D, from: a, to: b, date: 2026-03-01}]
            threats: [{id: t, title: T, from: a, to: b, unless: d, kind: strike, date: 2026-03-02, \(fields)}]
            moments: [{id: m, title: M, kind: action, date: 2026-03-05}, {id: n, title: N, kind: meeting, date: 2026-03-09}]
            ---

            """
        let site = try MadeUpSite([("a/event.md", event)])
        let told = lines(site.context.log.news, site.site).filter { $0.contains("threat t") && !$0.hasSuffix("threatened") }
        #expect(told == news)
    }

    @Test func dividesThemByEvent() throws {
        let log = try site().context.log
        #expect(log.byEvent.map { $0.map(\.handle.kind) } == [[.event, .page], [.event]])
        #expect(log.corrections.count == 2)
    }
}
