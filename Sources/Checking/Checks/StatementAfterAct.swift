import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let statementAfterAct = DiagnosticCode(
        "statement-after-act", .error, title: "A statement that is later than the act made in it",
        article: """
            The `statement` of a demand, an answer or a threat is where it was made, so it cannot be later than the act's \
            `date`. Either one of the dates is wrong, or the statement was made about the act: then leave `statement` out, \
            and write `about` in the statement. Dates that overlap or are marked as uncertain (`~`, `?`) are not reported.

            An answer with `date: 2026-05-08` and `statement: open-letter`, whose `date` is 2026-05-12.
            """)
}

extension Check {
    static let statementAfterAct = Check(
        .statementAfterAct,
        scope: { scope, findings in
            for demand in scope.entries.demands {
                check(demand.date, [demand.statement].compactMap { $0 }, of: demand, in: scope, &findings)
            }
            for response in scope.entries.responses {
                // An answer that is earlier than its demand is reported by another check.
                let demands = response.answers.targets()
                if demands.contains(where: { scope.isCertain(response.date.value, before: scope.site[$0].date.value) })
                {
                    continue
                }
                check(response.date, response.statements, of: response, in: scope, &findings)
            }
            for threat in scope.entries.threats {
                check(threat.date, [threat.statement].compactMap { $0 }, of: threat, in: scope, &findings)
            }
        })
}

private func check(
    _ date: Located<EventDate>, _ references: [Reference<Statement>], of entry: some Entry, in scope: CheckScope,
    _ findings: inout Findings
) {
    for reference in references {
        guard let target = reference.target else { continue }
        let statement = scope.site[target]
        guard scope.isCertain(date.value, before: statement.date.value) else { continue }
        let kind = entry.kind == .response ? "answer" : entry.kind.word
        findings.report(
            Diagnostic(
                .statementAfterAct,
                "the statement '\(statement.id)' (\(statement.date.value.edtf)) is later than this \(kind) (\(date.value.edtf))",
                at: entry.head.location(reference.range),
                notes: [Diagnostic.Note("the statement's date", at: statement.head.location(statement.date.range))],
                hint:
                    "correct one of the dates; if it was said about the \(kind), write 'about' in the statement instead"
            ))
    }
}
