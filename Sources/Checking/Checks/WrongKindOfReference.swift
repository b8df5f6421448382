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
            case .notAllowed(let kind, let wanted):
                findings.report(
                    Diagnostic(
                        .wrongKindOfReference,
                        "'\(reference.id)' is named as \(kind.withArticle); expected an act",
                        at: reference.location,
                        hint: wanted))
            case .unknown(let wanted):
                guard let kind = scope.site.index.kinds(of: reference.id, from: scope.index).first else { return }
                let expected = wanted.map(\.withArticle).joined(separator: " or ")
                findings.report(
                    Diagnostic(
                        .wrongKindOfReference, "'\(reference.id)' is \(kind.withArticle); expected \(expected)",
                        at: reference.location, hint: hint(reference, kind),
                        fixIt: reference.form == .typed && (!isAbout(reference) || kind.isAct)
                            ? reference.replacingKind(with: kind.word) : nil))
            }
        })
}

/// Whether the reference stands in a field that takes acts only; links in prose take every kind.
private func isAbout(_ reference: FaultyReference) -> Bool {
    // A link's destination follows a bracket; a field's value does not.
    let before = Int(reference.range.start) - 1
    guard before >= 0 else { return true }
    return reference.file.bytes[before] != UInt8(ascii: "(") && reference.file.bytes[before] != UInt8(ascii: "<")
}

private func hint(_ reference: FaultyReference, _ kind: EntryKind) -> String? {
    switch (reference.form, kind) {
    case (.citation, _): "only sources are cited; link to it instead: '[…](\(kind.word):\(reference.id))'"
    case (.typed, _): "write '\(kind.word):\(reference.id)' to name it"
    case (.id, .person): "name the party that the person speaks for; what a person said is a statement"
    case (.id, _): nil
    }
}
