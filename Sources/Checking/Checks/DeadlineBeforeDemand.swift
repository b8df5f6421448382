import Diagnostics
import Model

extension DiagnosticCode {
    package static let deadlineBeforeDemand = DiagnosticCode(
        "deadline-before-demand", .error, title: "A deadline before its demand or threat",
        article: """
            A deadline that had passed before the demand was made, or before the threat was, is a slip of the pen in one \
            of the two dates. Reported only where it is certain.

            `date: 2026-02-24` and `deadline: 2026-01-27`: the deadline should read `2026-02-27`.
            """)
}

extension Check {
    static let deadlineBeforeDemand = Check(
        .deadlineBeforeDemand,
        scope: { scope, findings in
            for index in scope.entries.demands.indices {
                check(
                    scope.entries.demands[index].deadline, scope.entries.demands[index].date,
                    scope.entries.demands[index], scope, &findings)
            }
            for index in scope.entries.threats.indices {
                check(
                    scope.entries.threats[index].deadline, scope.entries.threats[index].date,
                    scope.entries.threats[index], scope, &findings)
            }
        })
}

private func check<Kind: Entry>(
    _ deadline: Located<EventDate>?, _ date: Located<EventDate>, _ entry: @autoclosure () -> Kind, _ scope: CheckScope,
    _ findings: inout Findings
) {
    guard let deadline, scope.isCertain(deadline.value, before: date.value) else { return }
    let entry = entry()
    findings.report(
        Diagnostic(
            .deadlineBeforeDemand,
            "the deadline, \(deadline.value.edtf), is before the \(Kind.kind.word) itself, of \(date.value.edtf)",
            at: entry.head.location(deadline.range),
            notes: [Diagnostic.Note("the \(Kind.kind.word)'s date", at: entry.head.location(date.range))]))
}
