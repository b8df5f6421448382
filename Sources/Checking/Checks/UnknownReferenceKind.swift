import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownReferenceKind = DiagnosticCode(
        "unknown-reference-kind", .error, title: "A reference with an unknown kind",
        article: """
            Links in prose and the items of `about` have the kind of the entry before a colon: `demand:all-lawful-uses`. \
            The kinds are party, person, demand (or offer), response (or refusal), threat, statement, moment, source, term, event \
            and page. The word before the colon is not one of them, or there is no colon.

            `about: all-lawful-uses`: write `about: demand:all-lawful-uses`.
            """)
}

extension Check {
    static let unknownReferenceKind = Check(
        .unknownReferenceKind,
        reference: { reference, scope, findings in
            guard case .unknownKind(let word) = reference.fault else { return }
            let kinds = scope.site.index.kinds(of: reference.id, from: scope.index)
            guard let word else {
                let kind = kinds.first(where: reference.allowed.contains)
                findings.report(
                    Diagnostic(
                        .unknownReferenceKind, "'\(reference.id)' does not say what kind of entry it names",
                        at: reference.location,
                        hint:
                            "write its kind before it, as in '\((kind ?? reference.allowed.first { $0 == .demand } ?? reference.allowed.first)?.word ?? ""):\(reference.id)'"
                    ))
                return
            }
            let near = nearestName(to: word, among: EntryKind.referenceWords) ?? kinds.first?.word
            findings.report(
                Diagnostic(
                    .unknownReferenceKind, "'\(word)' is not a kind of entry",
                    at: reference.location,
                    hint: near.map { "did you mean '\($0):\(reference.id)'?" }
                        ?? "the kinds are \(EntryKind.referenceWords.joined(separator: ", "))",
                    // Only if it is the kind of the entry that has this id.
                    fixIt: near.flatMap { near in
                        kinds.count == 1 && kinds[0] == EntryKind(referenceWord: near) && isSlip(word, of: near)
                            ? reference.replacingKind(with: near) : nil
                    }))
        })
}
