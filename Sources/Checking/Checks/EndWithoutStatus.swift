import Diagnostics
import Model

extension DiagnosticCode {
    package static let endWithoutStatus = DiagnosticCode(
        "end-without-status", .warning, title: "An event that is over, without a status",
        article: """
            Only the writer can say how a dispute ended. Where an event has an `ended`, or every demand was met, settled \
            or withdrawn, and no `status` is written, pages can only name the date and the answers. Write `status: settled` \
            or `status: ended`, the date in `ended`, and in `outcome` what was agreed or how it ended, in one sentence.

            `status: settled`, `ended: 2026-07-13`, `outcome: A three-year loan, on conditions.`
            """)
}

extension Check {
    static let endWithoutStatus = Check(
        .endWithoutStatus,
        scope: { scope, findings in
            guard let record = scope.record, scope.site.events[scope.index].statusOverride == nil else { return }
            let event = scope.site.events[scope.index]
            let demands = record.countedDemands(in: scope.site)
            if let ended = event.ended {
                // A settled event has no demand that was refused.
                let isAgainst = demands.contains { record.statuses[$0].isAgainst }
                findings.report(
                    Diagnostic(
                        .endWithoutStatus, "the event has ended, and no 'status' says how",
                        at: event.head.location(ended.range),
                        hint: "write \(isAgainst ? "" : "'status: settled' or ")'status: ended', and an 'outcome'"))
                return
            }
            guard !demands.isEmpty, demands.allSatisfy({ record.statuses[$0].isSatisfied }) else { return }
            findings.report(
                Diagnostic(
                    .endWithoutStatus, "every demand was met, settled or withdrawn, and the event has no 'status'",
                    at: event.head.location(event.title.range),
                    hint:
                        "write 'status: settled' and 'ended', and an 'outcome'; if it goes on, record the demand that is still open"
                ))
        })
}
