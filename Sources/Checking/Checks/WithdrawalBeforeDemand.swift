import Diagnostics
import Model

extension DiagnosticCode {
    package static let withdrawalBeforeDemand = DiagnosticCode(
        "withdrawal-before-demand", .error, title: "A demand withdrawn before it was made",
        article: """
            `withdrawn` is the date on which the party took its demand back. It cannot be earlier than the demand's \
            `date`. Uncertain dates are not reported.
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
                ) { "the demand is withdrawn on \($0), before it was made on \($1)" }
            }
        })
}
