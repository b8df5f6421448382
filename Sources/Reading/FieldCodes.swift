import Diagnostics

/// The codes that `Fields` reports.
extension DiagnosticCode {
    static let fieldCodes: [DiagnosticCode] = [
        missingField, unknownField, wrongType, emptyValue, unknownValue, trackingParameter,
    ]

    package static let missingField = DiagnosticCode(
        "missing-field", .error, title: "A required field that is missing",
        article: """
            Each kind of entry has required fields: a demand needs `title`, `from`, `to` and `date`. Add the field to the \
            front matter, for example `date: 2026-02-26`.
            """)
    package static let unknownField = DiagnosticCode(
        "unknown-field", .error, title: "A field that this kind of entry does not have",
        article: """
            The names of fields are checked, because a misspelt field (`titel`, `dedline`) would be ignored otherwise. \
            The hint has the most similar name, or all names; `explainer fields demand` explains each field of a demand. \
            To keep a note for yourself, write a YAML comment: `# ask again on Monday`.
            """)
    package static let wrongType = DiagnosticCode(
        "wrong-type", .error, title: "A value of the wrong shape",
        article: """
            A field takes text, true or false, a list, or fields of its own, and the value is of another form. Text stays \
            text: `no` is the word no, and `012` keeps its zero. True and false have one form: `draft: true`, not `yes` and \
            not `"true"`.
            """)
    package static let emptyValue = DiagnosticCode(
        "empty-value", .error, title: "A field without a value",
        article: """
            The field's value is `""`, `~`, `null` or missing: `place:`. Write the value. A field that is not required can \
            be left out instead; to keep a note of it, write it as a comment: `#place:`.
            """)
    package static let unknownValue = DiagnosticCode(
        "unknown-value", .error, title: "A value that is not on the field's list",
        article: """
            Some fields take one word of a fixed list, because pages, counts and exports depend on it: the `kind` of a \
            party is `company`, `union`, `court` and so on. The message lists the words. Lists that cannot be complete have \
            `other` or `unknown`.
            """)
    package static let trackingParameter = DiagnosticCode(
        "tracking-parameter", .warning, title: "An address that follows readers",
        article: """
            Newsletters and networks append parameters to addresses (`utm_source`, `fbclid`, `gclid`) that say where a \
            reader came from. The page is the same without them, and the address is shorter: \
            `https://example.org/report?utm_source=letter` is `https://example.org/report`.
            """)
}
