import Diagnostics
import Model

extension DiagnosticCode {
    package static let twoCurrentAnswers = DiagnosticCode(
        "two-current-answers", .error, title: "Two current answers from one party to one demand",
        article: """
            A party's latest answer to a demand is its current one. If two have the same date, give both a clock time, or \
            write `replaces` in the later one.

            Two answers of 26 February, the second a reversal: give the second `replaces: first-answer`.
            """)
}

extension Check {
    static let twoCurrentAnswers = Check(
        .twoCurrentAnswers,
        scope: { scope, findings in
            guard let record = scope.record else { return }
            var reported: Set<[Int]> = []
            for (demand, cells) in record.cells.enumerated() {
                for cell in cells where !cell.rivals.isEmpty {
                    guard let current = cell.response, reported.insert([current] + cell.rivals).inserted else {
                        continue
                    }
                    report(cell, current, demand, scope, &findings)
                }
            }
        })
}

private func report(
    _ cell: AnswerCell, _ current: Int, _ demand: Int, _ scope: CheckScope, _ findings: inout Findings
) {
    let answer = scope.entries.responses[current]
    let party = scope.site[cell.party].displayName
    findings.report(
        Diagnostic(
            .twoCurrentAnswers,
            "'\(party)' has \(cell.rivals.count + 1) current answers to the demand '\(scope.entries.demands[demand].id)', all dated \(answer.date.value.edtf)",
            at: answer.head.isInline ? answer.head.place : answer.head.location(answer.date.range),
            notes: cell.rivals.map { index in
                let rival = scope.entries.responses[index]
                return Diagnostic.Note(
                    "the answer '\(rival.id)'",
                    at: rival.head.isInline ? rival.head.place : rival.head.location(rival.date.range))
            },
            hint:
                "write 'replaces: \(scope.entries.responses[cell.rivals[0]].id)' if this answer is the later one, or give both a clock time"
        ))
}
