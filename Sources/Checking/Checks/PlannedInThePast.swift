import Diagnostics
import Model

extension DiagnosticCode {
    package static let plannedInThePast = DiagnosticCode(
        "planned-in-the-past", .warning, title: "A planned moment before the record's date",
        article: """
            A moment with `planned: true` lies ahead, but its date is before that of the record (`as_of`, or the latest \
            act). If it took place, remove `planned`. If it was called off, write `cancelled` with the day on which that was \
            announced; pages then say so on the planned day. If it was postponed, write the new date in `date`, or call \
            it off and add a moment for the new date.

            A hearing with `date: 2026-03-22` and `planned: true` in a record that goes until 2026-04-12: add \
            `cancelled: 2026-03-21`.
            """)
}

extension Check {
    static let plannedInThePast = Check(
        .plannedInThePast,
        scope: { scope, findings in
            guard let record = scope.record else { return }
            for moment in scope.entries.moments where moment.isOverdue(in: record) {
                findings.report(
                    Diagnostic(
                        .plannedInThePast,
                        "'\(moment.id)' is planned for \(moment.date.value.edtf), before the record's date"
                            + (record.date.map { " (\($0.edtf))" } ?? ""),
                        at: moment.head.location(moment.date.range),
                        hint:
                            "remove 'planned' if it took place; else write 'cancelled' with the day on which it was called off"
                    ))
            }
        })
}
