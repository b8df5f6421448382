import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let skippedHeadingLevel = DiagnosticCode(
        "skipped-heading-level", .warning, title: "A skipped heading level",
        article: """
            Screen reader users navigate a page by its headings, and a skipped level sounds like a missing part. The \
            page's title is its only heading of level 1. A text starts with `##`, and each heading is at most one level \
            deeper than the one before.

            `## What happened` followed by `#### The next day`: write `### The next day`.
            """)
}

extension Check {
    static let skippedHeadingLevel = Check(
        .skippedHeadingLevel,
        prose: { prose, place, _, findings in
            guard place.isBody else { return }
            var last = 1
            for heading in prose.headings {
                let location = place.location(heading.range)
                if heading.level == 1 {
                    findings.report(
                        Diagnostic(
                            .skippedHeadingLevel, "the page already has a heading of level 1, its title",
                            at: location, hint: "start with '## \(heading.text)'"))
                } else if heading.level > last + 1 {
                    let before = last == 1 ? "the page's title" : "one of level \(last)"
                    findings.report(
                        Diagnostic(
                            .skippedHeadingLevel, "this heading of level \(heading.level) follows \(before)",
                            at: location,
                            hint: "write '\(String(repeating: "#", count: last + 1)) \(heading.text)'"))
                }
                // A heading of level 1 in the text is rendered as level 2.
                last = max(2, heading.level)
            }
        })
}
