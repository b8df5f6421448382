import Diagnostics
import Model

extension DiagnosticCode {
    package static let responseBeforeDemand = DiagnosticCode(
        "response-before-demand", .error, title: "An answer that is earlier than its demand",
        article: """
            The answer is dated before the demand: one of the two dates is wrong, or the answer is to another demand. \
            Dates that overlap or are marked as uncertain (`~`, `?`) are not reported.

            A demand with `date: 2026-02-24` and an answer with `date: 2026-02-20`.
            """)
}

extension Check {
    static let responseBeforeDemand = Check(
        .responseBeforeDemand,
        scope: { scope, findings in
            let entries = scope.entries
            for index in entries.responses.indices {
                for answered in entries.responses[index].answers.indices {
                    guard let demand = entries.responses[index].answers[answered].target,
                        Int(demand.scope) == scope.index
                    else { continue }
                    let asked = entries.demands[Int(demand.index)].date
                    let date = entries.responses[index].date
                    guard scope.isCertain(date.value, before: asked.value) else { continue }
                    let head = entries.demands[Int(demand.index)].head
                    findings.report(
                        Diagnostic(
                            .responseBeforeDemand,
                            "this answer (\(date.value.edtf)) is earlier than the demand '\(head.id)' (\(asked.value.edtf))",
                            at: entries.responses[index].head.location(date.range),
                            notes: [Diagnostic.Note("the demand's date", at: head.location(asked.range))]))
                }
            }
        })
}
