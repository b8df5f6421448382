import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let missingAlternativeText = DiagnosticCode(
        "missing-alternative-text", .warning, title: "A picture without alternative text",
        article: """
            The text between the brackets, or a photo's `alt`, is for readers who do not see the picture, and for search engines. Describe \
            what the picture shows and why it is there.

            `![](images/harbour.jpg)`: write `![Cranes standing still on the first day of the strike](images/harbour.jpg)`.
            """)
}

extension Check {
    static let missingAlternativeText = Check(
        .missingAlternativeText,
        scope: { scope, findings in
            for person in scope.entries.people {
                guard let photo = person.photo, photo.alternative == nil else { continue }
                findings.report(
                    Diagnostic(
                        .missingAlternativeText, "the photo '\(photo.file.written.value)' has no alternative text",
                        at: person.head.location(photo.file.written.range),
                        hint: "describe in 'alt' what it shows, beyond who it is"))
            }
        },
        prose: { prose, place, _, findings in
            for image in prose.images where image.alternative.utf8.allSatisfy({ $0 <= 0x20 }) {
                findings.report(
                    Diagnostic(
                        .missingAlternativeText, "the picture '\(image.path)' has no alternative text",
                        at: place.location(image.range), hint: "describe what it shows, between the square brackets"))
            }
        })
}
