import Diagnostics
import Model

extension DiagnosticCode {
    package static let stateBeforeThreat = DiagnosticCode(
        "state-before-threat", .error, title: "A threat carried out before it was made",
        article: """
            `state_date` is the date on which a threat was imposed, blocked or withdrawn. It cannot be earlier than the \
            threat's `date`. Write an act before the threat as a moment. Uncertain dates are not reported.
            Example: `date: 2026-02-24`, `state: imposed` and `state_date: 2026-01-28`.
            """)
}

extension Check {
    static let stateBeforeThreat = Check(
        .stateBeforeThreat,
        scope: { scope, findings in
            let order = DateOrder(code: .stateBeforeThreat, note: "the threat's date")
            let threats = scope.entries.threats
            for index in threats.indices where threats[index].stateDate != nil {
                order.check(
                    threats[index].stateDate, after: threats[index].date, of: threats[index].head, in: scope, &findings
                ) { "the threat is '\(threats[index].state.value.rawValue)' on \($0), before it was made on \($1)" }
            }
        })
}
