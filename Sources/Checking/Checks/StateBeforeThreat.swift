import Diagnostics
import Model

extension DiagnosticCode {
    package static let stateBeforeThreat = DiagnosticCode(
        "state-before-threat", .error, title: "A threat carried out before it was made",
        article: """
            `state_date` is the date on which a threat was imposed, blocked or withdrawn. It cannot be earlier than the \
            threat's `date`, and no more can the date of a moment of `carried_out`. Write an act before the threat as a \
            moment that stands for itself. Uncertain dates are not reported.
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
            for threat in threats {
                for deed in threat.carriedOut {
                    guard let moment = deed.moment.target.map({ scope.site[$0] }),
                        scope.isCertain(moment.date.value, before: threat.date.value)
                    else { continue }
                    findings.report(
                        Diagnostic(
                            .stateBeforeThreat,
                            "the threat was carried out on \(moment.date.value.edtf), before it was made on \(threat.date.value.edtf)",
                            at: threat.head.location(deed.moment.range),
                            notes: [
                                Diagnostic.Note(
                                    "'\(moment.id)' is of that date", at: moment.head.location(moment.date.range)),
                                Diagnostic.Note(order.note, at: threat.head.location(threat.date.range)),
                            ]))
                }
            }
        })
}
