import Diagnostics
import Model

extension DiagnosticCode {
    package static let eventEndsBeforeStart = DiagnosticCode(
        "event-ends-before-start", .error, title: "An event that ends before it began",
        article: """
            An event cannot end before it begins: `ended` is earlier than `began`, so one of the two dates is wrong. \
            Uncertain dates are not reported.

            Example: `began: 2026-02-24` and `ended: 2026-02-03`.
            """)
}

extension Check {
    static let eventEndsBeforeStart = Check(
        .eventEndsBeforeStart,
        scope: { scope, findings in
            guard scope.index >= 0 else { return }
            let event = scope.site.events[scope.index]
            DateOrder(code: .eventEndsBeforeStart, note: "it began here").check(
                event.ended, after: event.began, of: event.head, in: scope, &findings
            ) { "the event ended on \($0), before it began on \($1)" }
        })
}
