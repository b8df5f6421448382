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
            let order = DateOrder(code: .withdrawalBeforeDemand, note: "the demand's date")
            let demands = scope.entries.demands
            for index in demands.indices where demands[index].withdrawn != nil {
                order.check(
                    demands[index].withdrawn, after: demands[index].date, of: demands[index].head, in: scope, &findings
                ) { "the demand is of \($1), but withdrawn on \($0)" }
            }
        })
}
