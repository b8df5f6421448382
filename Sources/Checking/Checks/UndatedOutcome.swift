import Diagnostics
import Model

extension DiagnosticCode {
    package static let undatedOutcome = DiagnosticCode(
        "undated-outcome", .warning, title: "What became of a threat, without a date",
        article: """
            A threat with a `state` other than `threatened` has changed, and readers ask when. Without a date, what became \
            of it is neither in the timeline nor in the feed, and `--as-of` cannot say from which day on it is known. Write \
            the day on which it was carried out, blocked or withdrawn in `state_date`; the day on which it became clear that it \
            would not be carried out is that of the source which says so. Or name the moments at which it was carried \
            out in `carried_out`.

            `state: withdrawn` needs `state_date: 2026-03-02`.
            """)
}

extension Check {
    static let undatedOutcome = Check(
        .undatedOutcome,
        scope: { scope, findings in
            for threat in scope.entries.threats where threat.hasUndatedOutcome {
                let state = threat.state.value
                let moments = state == .imposed || state == .partlyImposed
                findings.report(
                    Diagnostic(
                        .undatedOutcome, "the threat is '\(state.rawValue)', and no date says since when",
                        at: threat.head.location(threat.state.range),
                        hint: moments
                            ? "write 'state_date', or name the moments at which it was done in 'carried_out'"
                            : "write the day on which this became known in 'state_date'"))
            }
        })
}
