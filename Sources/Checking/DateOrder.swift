import Diagnostics
import Model

/// Reports a date that is certainly earlier than the date that it must follow. The checks that use it differ only in
/// their messages.
struct DateOrder {
    let code: DiagnosticCode
    /// The note at the date that must be first: "the demand's date".
    let note: String

    /// Reports the order of two dates of one entry if it is certainly wrong. A missing date is not wrong.
    ///
    /// - Parameters:
    ///   - head: the entry's; evaluated only if there is a problem.
    ///   - message: makes the message from the two dates as written, the misplaced one first.
    func check(
        _ later: Located<EventDate>?, after first: Located<EventDate>?, of head: @autoclosure () -> EntryHead,
        in scope: CheckScope, _ findings: inout Findings, message: (_ later: String, _ first: String) -> String
    ) {
        guard let later, let first, scope.isCertain(later.value, before: first.value) else { return }
        let head = head()
        findings.report(
            Diagnostic(
                code, message(later.value.edtf, first.value.edtf), at: head.location(later.range),
                notes: [Diagnostic.Note(note, at: head.location(first.range))]))
    }
}
