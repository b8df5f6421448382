import Checking
import Diagnostics
import TestSupport
import Testing

@Suite struct CheckLevelsTests {
    /// A site whose one moment has no source, with a summary that is too long.
    private func problems(checks: String) throws -> [Diagnostic] {
        let site = try MemorySite.harbour(
            settings: checks,
            [
                "moments/vote.md": """
                ---
                title: The vote
                date: 2026-02-25
                kind: vote
                summary: \(String(repeating: "word ", count: 50))
                ---
                """
            ])
        return site.problems()
    }

    @Test func leavesWarningsAsTheyAreWithoutSettings() throws {
        let problems = try problems(checks: "")
        #expect(problems.map(\.code) == [.unsourcedAct, .longSummary])
        #expect(problems.allSatisfy { $0.severity == .warning })
    }

    @Test func switchesAWarningOff() throws {
        #expect(try problems(checks: "checks: {unsourced-act: off}\n").map(\.code) == [.longSummary])
    }

    @Test func makesAWarningAnError() throws {
        let problems = try problems(checks: "checks: {unsourced-act: error, long-summary: warning}\n")
        #expect(problems.map(\.severity) == [.error, .warning])
    }

    @Test func cannotLowerAnError() throws {
        let site = try MemorySite.harbour(
            settings: "checks: {legal-hold: off, unsourced-act: off}\n",
            ["moments/vote.md": "---\ntitle: The vote\ndate: 2026-02-25\nkind: vote\nhold: reason\n---\n"])
        #expect(site.problems().map(\.code) == [.legalHold, .unknownCheck])
    }

    @Test func adjustsWarningsOfOtherStages() throws {
        let code = DiagnosticCode("odd-picture", .warning, title: "Odd", article: "Odd.")
        let site = try MemorySite.harbour(settings: "checks: {odd-picture: error}\n", [:])
        let codes = CheckContext.ownCodes + [code]
        #expect(site.problems(codes: codes).isEmpty)
        let levels = CheckContext(
            site.plan, records: site.records, log: site.log, codes: codes, texts: site.texts
        ).levels
        #expect(levels.applied(to: [Diagnostic(code, "odd", at: nil)]).map(\.severity) == [.error])
    }
}
