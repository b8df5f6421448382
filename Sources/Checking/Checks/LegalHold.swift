import Diagnostics
import Model

extension DiagnosticCode {
    package static let legalHold = DiagnosticCode(
        "legal-hold", .error, title: "An entry on legal hold would be published",
        article: """
            `hold: "reason"` marks an entry that must not be published: because of a court's order, a pending complaint, a \
            lawyer's advice. The build fails while the entry would be published. Make it a draft (`draft: true`) until \
            the hold is lifted, then remove both lines.

            `hold: "injunction of 3 March, see mail of counsel"`
            """)
}

extension Check {
    static let legalHold = Check(
        .legalHold,
        entry: { head, _, findings in
            guard let hold = head.hold else { return }
            findings.report(
                Diagnostic(
                    .legalHold, "this is on legal hold and would be published: \(hold.value)",
                    at: head.location(hold.range),
                    hint: "write 'draft: true' to leave it out, or remove 'hold' when the hold is lifted"))
        })
}
