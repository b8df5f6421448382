import Diagnostics
import Model

extension DiagnosticCode {
    package static let wrongKindOfReference = DiagnosticCode(
        "wrong-kind-of-reference", .error, title: "A reference to an entry of another kind",
        article: """
            The id exists, but the entry is of a kind that this place does not take. Demands are made by parties, not by \
            people; only sources are cited; `about` takes acts (demands, responses, threats, statements, moments).

            `from: jane-doe` with a file `people/jane-doe.md`: name her party, and quote her in a statement. \
            `[Jane Doe](party:jane-doe)`: write `person:jane-doe`.
            """)
}

extension Check {
    static let wrongKindOfReference = Check(
        .wrongKindOfReference,
        reference: { reference, scope, findings in
            switch reference.fault {
            case .unknownKind: return
            case .notAllowed(let kind):
                let takesActs = reference.allowed.allSatisfy(\.isAct)
                let expected = takesActs ? "an act" : reference.allowed.orList
                findings.report(
                    Diagnostic(
                        .wrongKindOfReference,
                        "'\(reference.id)' is named as \(kind.withArticle); expected \(expected)",
                        at: reference.location,
                        hint: takesActs ? "acts are demands, responses, threats, statements and moments" : nil))
            case .unknown(let wanted):
                guard let kind = scope.site.index.kinds(of: reference.id, from: scope.index).first else { return }
                let expected = wanted.orList
                findings.report(
                    Diagnostic(
                        .wrongKindOfReference, "'\(reference.id)' is \(kind.withArticle); expected \(expected)",
                        at: reference.location, hint: hint(reference, kind, scope)))
            }
        })
}

private func hint(_ reference: FaultyReference, _ kind: EntryKind, _ scope: CheckScope) -> String? {
    switch (reference.form, kind) {
    case (.citation, _): return "only sources are cited; link to it instead: '[…](\(kind.word):\(reference.id))'"
    // Its file may also lie in the wrong folder, so that this is not a fix.
    case (.typed, _):
        let name = "write '\(kind.word):\(reference.id)' to name it"
        guard case .found(let handle) = scope.site.index.find(kind, reference.id, from: scope.index),
            !scope.site.head(of: handle).isInline
        else { return name }
        return name + ", or move its file to the folder of its kind"
    case (.id, .person): return "name the party that the person speaks for; what a person said is a statement"
    case (.id, _): return nil
    }
}
