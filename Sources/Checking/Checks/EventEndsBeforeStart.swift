import Diagnostics
import Model

extension DiagnosticCode {
    package static let eventEndsBeforeStart = DiagnosticCode(
        "event-ends-before-start", .error, title: "An event that ends before it began",
        article: """
            `ended` of an event is earlier than `began`: one of the two is wrong. Reported only where it is certain.
            Example: `began: 2026-02-24` and `ended: 2026-02-03`.
            """)
}

extension Check {
    static let eventEndsBeforeStart = Check(
        .eventEndsBeforeStart,
        scope: { scope, findings in
            guard scope.index >= 0 else { return }
            let event = scope.site.events[scope.index]
            guard let began = event.began, let ended = event.ended, scope.isCertain(ended.value, before: began.value)
            else { return }
            findings.report(
                Diagnostic(
                    .eventEndsBeforeStart,
                    "the event ended on \(ended.value.edtf), before it began on \(began.value.edtf)",
                    at: event.head.location(ended.range),
                    notes: [Diagnostic.Note("it began here", at: event.head.location(began.range))]))
        })
}
