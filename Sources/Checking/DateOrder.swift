import Diagnostics
import Model

/// What is said of a date that is certainly earlier than the one it must follow: checks of the order of two dates
/// differ in their words only.
struct DateOrder {
    let code: DiagnosticCode
    /// The words of the note at the date that comes first: "the demand's date".
    let note: String

    /// Reports the order of two dates of one entry, where it is wrong for certain; a date that is absent is not.
    ///
    /// - Parameters:
    ///   - head: the entry's; asked for only where there is a problem.
    ///   - message: what to say, of the later date and then of the one before which it stands, as they were written.
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
