import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let emptyLinkToWithheld = DiagnosticCode(
        "empty-link-to-withheld", .error, title: "A link without text to an entry that is left out",
        article: """
            If prose links to an entry that this build leaves out (a draft, an embargo, `--as-of`), the link's text is \
            printed without the link. A link without text prints the entry's name, which must not be published yet. \
            Write a text for the link.

            `[](demand:all-lawful-uses)`: write `[the demand](demand:all-lawful-uses)`.
            """)
}

extension Check {
    static let emptyLinkToWithheld = Check(
        .emptyLinkToWithheld,
        prose: { prose, place, scope, findings in
            // Entries that cannot be used are not found either, and are reported by themselves.
            if scope.site.withheld.isEmpty { return }
            for reference in prose.references where !reference.hasText {
                guard let kind = EntryKind(referenceWord: reference.kind),
                    scope.site.index.find(kind, reference.id, from: scope.index) == .withheld
                else { continue }
                report("\(kind.word) '\(reference.id)'", place.location(reference.range), &findings)
            }
            for link in prose.links where !link.hasText {
                guard scope.context.plan.target(ofLink: link.path, from: place.path) == .withheld else { continue }
                report("document '\(link.path)'", place.location(link.range), &findings)
            }
        })
}

private func report(_ what: String, _ location: TextLocation, _ findings: inout Findings) {
    findings.report(
        Diagnostic(
            .emptyLinkToWithheld, "this link has no text, and the \(what) is left out of this build", at: location,
            hint: "write a text for the link; it is printed without the link"))
}
