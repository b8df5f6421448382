import Diagnostics
import Model

extension DiagnosticCode {
    package static let longSummary = DiagnosticCode(
        "long-summary", .warning, title: "A summary over 200 characters",
        article: """
            A summary is one sentence. It is shown under the title, in lists, in feeds and in link previews, which cut it \
            after about 200 characters. Put the rest into the body.

            `summary: The dockers ask for five percent more pay; the company says no.`
            """)
}

extension Check {
    /// Characters as readers count them.
    static let longSummary = Check(
        .longSummary,
        entry: { head, _, findings in
            guard let summary = head.summary, summary.value.utf8.count > 200 else { return }
            let count = summary.value.count
            guard count > 200 else { return }
            findings.report(
                Diagnostic(
                    .longSummary, "this summary has \(count) characters; lists and previews show at most 200",
                    at: head.location(summary.range), hint: "write one sentence here and put the rest into the body"))
        })
}
