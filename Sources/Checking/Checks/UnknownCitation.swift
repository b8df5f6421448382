import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownCitation = DiagnosticCode(
        "unknown-citation", .error, title: "A citation of a source that does not exist",
        article: """
            `[@report]` becomes a numbered reference to the source `sources/report.md`. There is no source with that id, \
            neither in the event nor in the shared folders, so the claim would have no source.

            `[@pentagon-meomo, para. 4]` with a file `sources/pentagon-memo.md`: write `[@pentagon-memo, para. 4]`.
            """)
}

extension Check {
    static let unknownCitation = Check(
        .unknownCitation,
        reference: { reference, scope, findings in
            guard case .unknown = reference.fault, reference.form == .citation,
                scope.site.index.kinds(of: reference.id, from: scope.index).isEmpty
            else { return }
            let near = findings.nearest(to: reference.id, kinds: [.source], in: scope)
            findings.report(
                Diagnostic(
                    .unknownCitation, "there is no source '\(reference.id)' to cite", at: reference.location,
                    hint: near.map { "did you mean '\($0)'?" } ?? "its file would be 'sources/\(reference.id).md'",
                    fixIt: near.flatMap {
                        findings.isCertain($0, for: reference.id, kinds: [.source], in: scope)
                            ? reference.replacingID(with: $0) : nil
                    }))
        })
}
