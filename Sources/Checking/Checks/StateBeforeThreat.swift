import Diagnostics
import Model

extension DiagnosticCode {
    package static let stateBeforeThreat = DiagnosticCode(
        "state-before-threat", .error, title: "A threat carried out before it was made",
        article: """
            `state_date` says when a threat was imposed, blocked or withdrawn. It cannot be earlier than the threat's \
            own `date`: what was done before was no threat, and belongs in a moment. Reported only where it is certain.
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
                ) { "the threat is of \($1), but '\(threats[index].state.value.rawValue)' already on \($0)" }
            }
        })
}
