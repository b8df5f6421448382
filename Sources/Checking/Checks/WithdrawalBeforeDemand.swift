import Diagnostics
import Model

extension DiagnosticCode {
    package static let withdrawalBeforeDemand = DiagnosticCode(
        "withdrawal-before-demand", .error, title: "A demand withdrawn before it was made",
        article: """
            `withdrawn` is the date at which the party took its demand back; it cannot be earlier than the demand's own \
            `date`. Reported only where it is certain.
            Example: `date: 2026-03-02` and `withdrawn: 2026-02-04`.
            """)
}

extension Check {
    static let withdrawalBeforeDemand = Check(
        .withdrawalBeforeDemand,
        scope: { scope, findings in
            let demands = scope.entries.demands
            for index in demands.indices {
                guard let withdrawn = demands[index].withdrawn else { continue }
                let date = demands[index].date
                guard scope.isCertain(withdrawn.value, before: date.value) else { continue }
                findings.report(
                    Diagnostic(
                        .withdrawalBeforeDemand,
                        "the demand is of \(date.value.edtf), but withdrawn on \(withdrawn.value.edtf)",
                        at: demands[index].head.location(withdrawn.range),
                        notes: [Diagnostic.Note("the demand's date", at: demands[index].head.location(date.range))]))
            }
        })
}
