import Diagnostics
import Model

extension DiagnosticCode {
    package static let emptyEvent = DiagnosticCode(
        "empty-event", .warning, title: "An event without a demand",
        article: """
            An event is a dispute: a party asks something of another. Without a demand there is nothing to \
            draw and nothing to explain. Write the demand in `demands/`, or in the `demands` of event.md.

            `demands: [{id: pay-rise, title: Raise wages by 5%, from: union, to: company, date: 2026-02-24}]`
            """)
}

extension Check {
    static let emptyEvent = Check(
        .emptyEvent,
        scope: { scope, findings in
            guard scope.index >= 0, scope.entries.demands.isEmpty,
                !scope.site.mayLack(.demand, inEvent: scope.index)
            else { return }
            let event = scope.site.events[scope.index]
            findings.report(
                Diagnostic(
                    .emptyEvent, "the event '\(event.displayName)' has no demand",
                    at: event.head.location(event.title.range),
                    hint: "write one in 'demands/', or list it in the 'demands' of event.md"))
        })
}
