import Diagnostics
import Model

extension DiagnosticCode {
    package static let unusedTerm = DiagnosticCode(
        "unused-term", .warning, title: "A term that is never used",
        article: """
            A term's definition is shown where a text links to the term. No text links to this one. This is not reported \
            while entries are left out that may use it.

            Link the word where it occurs first: `an [injunction](term:injunction)`.
            """)
}

extension Check {
    static let unusedTerm = Check(
        .unusedTerm,
        site: { whole, findings in
            whole.eachUnmentioned({ $0.terms }) { term in
                findings.report(
                    Diagnostic(
                        .unusedTerm, "the term '\(term.id)' is never used", at: term.head.location(term.name.range),
                        hint: "link the word where it occurs: '[…](term:\(term.id))'"))
            }
        })
}
