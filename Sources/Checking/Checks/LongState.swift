import Diagnostics
import Model

extension DiagnosticCode {
    package static let longState = DiagnosticCode(
        "long-state", .warning, title: "A state line over 140 characters",
        article: """
            `state` is the largest sentence of an event's page, of the home page, of the feed and of the picture for links. \
            What has more than 140 characters is cut in some of these, or fills a screen.

            `state: On strike since 3 March; talks resume on Monday.`
            """)
}

extension Check {
    static let longState = Check(
        .longState,
        scope: { scope, findings in
            guard scope.index >= 0 else { return }
            let event = scope.site.events[scope.index]
            guard let state = event.state, state.value.count > 140 else { return }
            findings.report(
                Diagnostic(
                    .longState, "this state has \(state.value.count) characters; at most 140 are shown everywhere",
                    at: event.head.location(state.range), hint: "say how it stands now, and tell the rest in the text"))
        })
}
