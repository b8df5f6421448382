import Diagnostics
import Model

extension DiagnosticCode {
    package static let uncitedSource = DiagnosticCode(
        "uncited-source", .warning, title: "A source that nobody cites",
        article: """
            The source is listed on a page, but no entry names it in `sources` and no text cites it. Cite it or remove it. \
            This is not reported while entries are left out that may cite it (drafts, embargoes).

            `sources/pentagon-memo.md` exists: write `[@pentagon-memo]` in the text that it supports.
            """)
}

extension Check {
    static let uncitedSource = Check(
        .uncitedSource,
        site: { whole, findings in
            whole.eachUnmentioned({ $0.sources }) { source in
                findings.report(
                    Diagnostic(
                        .uncitedSource, "nobody cites the source '\(source.id)'",
                        at: source.head.location(source.title.range),
                        hint: "cite it with '[@\(source.id)]', or name it in an entry's 'sources'"))
            }
        })
}
