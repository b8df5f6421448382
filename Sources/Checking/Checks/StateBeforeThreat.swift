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
            let threats = scope.entries.threats
            for index in threats.indices {
                guard let stateDate = threats[index].stateDate else { continue }
                let date = threats[index].date
                guard scope.isCertain(stateDate.value, before: date.value) else { continue }
                let state = threats[index].state.value.rawValue
                findings.report(
                    Diagnostic(
                        .stateBeforeThreat,
                        "the threat is of \(date.value.edtf), but '\(state)' already on \(stateDate.value.edtf)",
                        at: threats[index].head.location(stateDate.range),
                        notes: [Diagnostic.Note("the threat's date", at: threats[index].head.location(date.range))]))
            }
        })
}
