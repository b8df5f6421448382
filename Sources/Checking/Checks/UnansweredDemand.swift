import Diagnostics
import Model

extension DiagnosticCode {
    package static let unansweredDemand = DiagnosticCode(
        "unanswered-demand", .warning, title: "A demand without an answer past its deadline",
        article: """
            The deadline is before the record's date, and no answer from a party that was asked is recorded. Pages show \
            the gap. Record the answer. If the party said nothing, record that you asked: a response of kind \
            `no-response` with `asked_on` and `asked_by`. If the dispute ended without an answer, write `status: left-open` \
            with `status_reason`.

            A demand with `deadline: 2026-02-27`, in an event with `as_of: 2026-03-05` and no response.
            """)
}

extension Check {
    static let unansweredDemand = Check(
        .unansweredDemand,
        scope: { scope, findings in
            guard let record = scope.record, !scope.site.mayLack(.response, inEvent: scope.index) else { return }
            let demands = scope.entries.demands
            for index in demands.indices {
                guard let deadline = demands[index].deadline, record.hasPassed(deadline.value),
                    // A deadline before its demand is reported by another check.
                    !scope.isCertain(deadline.value, before: demands[index].date.value)
                else { continue }
                if record.statuses[index].isClosed { continue }
                let silent = record.silentParties(on: index)
                if silent.isEmpty { continue }
                let names = silent.map { scope.site[$0].id }.quotedList
                findings.report(
                    Diagnostic(
                        .unansweredDemand,
                        "the deadline (\(deadline.value.edtf)) has passed, and no answer from \(names) is recorded",
                        at: demands[index].head.location(deadline.range),
                        hint: record.status.isOver
                            ? "record the answer, or write 'status: left-open' with 'status_reason'"
                            : "record the answer, or, if you asked and there was none, a response of kind 'no-response' "
                                + "with 'asked_on' (the date) and 'asked_by'"))
            }
        })
}
