import Diagnostics
import Model

extension DiagnosticCode {
    package static let deadlineBeforeDemand = DiagnosticCode(
        "deadline-before-demand", .error, title: "A deadline before its demand or threat",
        article: """
            The deadline passed before the demand or the threat was made, so one of the two dates is wrong. Uncertain \
            dates are not reported.

            `date: 2026-02-24` and `deadline: 2026-01-27`: the deadline should read `2026-02-27`.
            """)
}

extension Check {
    static let deadlineBeforeDemand = Check(
        .deadlineBeforeDemand,
        scope: { scope, findings in
            let ofDemands = DateOrder(code: .deadlineBeforeDemand, note: "the demand's date")
            let demands = scope.entries.demands
            for index in demands.indices where demands[index].deadline != nil {
                ofDemands.check(
                    demands[index].deadline, after: demands[index].date, of: demands[index].head, in: scope, &findings
                ) { "the deadline (\($0)) is before the demand (\($1))" }
            }
            let ofThreats = DateOrder(code: .deadlineBeforeDemand, note: "the threat's date")
            let threats = scope.entries.threats
            for index in threats.indices where threats[index].deadline != nil {
                ofThreats.check(
                    threats[index].deadline, after: threats[index].date, of: threats[index].head, in: scope, &findings
                ) { "the deadline (\($0)) is before the threat (\($1))" }
            }
        })
}
