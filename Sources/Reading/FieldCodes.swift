import Diagnostics

/// The codes of what `Fields` reports.
extension DiagnosticCode {
    static let fieldCodes: [DiagnosticCode] = [missingField, unknownField, wrongType, emptyValue, unknownValue]

    package static let missingField = DiagnosticCode(
        "missing-field", .error, title: "A required field that is not there",
        article: """
            Each kind of entry has fields without which it says nothing: a demand needs `title`, `from`, `to` and \
            `date`. Add the field to the front matter, for example `date: 2026-02-26`.
            """)
    package static let unknownField = DiagnosticCode(
        "unknown-field", .error, title: "A field that this kind of entry does not have",
        article: """
            Fields are checked by name, so that a slip of the keyboard (`titel`, `dedline`) cannot drop something in \
            silence. The hint names the nearest field, or all there are; `explainer fields demand` says what each of a \
            demand is for. To keep a note for yourself, write a YAML comment: `# ask again on Monday`.
            """)
    package static let wrongType = DiagnosticCode(
        "wrong-type", .error, title: "A value of the wrong shape",
        article: """
            A field holds text, true or false, a list, or fields of its own, and what was written is another of these. \
            Texts are always text: `no` is the word no, `012` keeps its zero. True and false are written just so: \
            `draft: true`, not `yes` and not `"true"`.
            """)
    package static let emptyValue = DiagnosticCode(
        "empty-value", .error, title: "A field that says nothing",
        article: """
            The field is there, and its value is `""`, `~`, `null` or nothing, where something is needed. Write the \
            value. A field that may be absent can be left out, or left without a value: `place:`.
            """)
    package static let unknownValue = DiagnosticCode(
        "unknown-value", .error, title: "A value that is not on the field's list",
        article: """
            Some fields take one of a fixed list of words, because pages, counts and exports depend on them: the \
            `kind` of a party is `company`, `union`, `court` and so on. The message lists the words; `other` or \
            `unknown` is there where a list cannot be complete.
            """)
}
