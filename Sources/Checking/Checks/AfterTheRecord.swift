import Diagnostics
import Model

extension DiagnosticCode {
    package static let afterTheRecord = DiagnosticCode(
        "after-the-record", .error, title: "An act after the record's date",
        article: """
            The event's `as_of` says until when its record goes, and this act is later. One of the two dates is wrong. \
            What is announced and lies ahead is a moment with `planned: true`.

            An event with `as_of: 2026-03-01` and an answer with `date: 2026-03-05`: write `as_of: 2026-03-05`.
            """)
}

extension Check {
    static let afterTheRecord = Check(
        .afterTheRecord,
        scope: { scope, findings in
            guard scope.index >= 0, let asOf = scope.site.events[scope.index].asOf else { return }
            let event = scope.site.events[scope.index].head
            scope.site.eachAct(ofEvent: scope.index) { date, head in
                guard scope.isCertain(asOf.value, before: date.value) else { return }
                findings.report(
                    Diagnostic(
                        .afterTheRecord,
                        "'\(head.id)' is dated \(date.value.edtf), after the record's date (\(asOf.value.edtf))",
                        at: head.location(date.range),
                        notes: [Diagnostic.Note("the record's date", at: event.location(asOf.range))],
                        hint: "move 'as_of' to the date of the last act, or correct the act's date"))
            }
        })
}
