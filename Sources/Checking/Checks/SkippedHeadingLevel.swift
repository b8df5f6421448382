import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let skippedHeadingLevel = DiagnosticCode(
        "skipped-heading-level", .warning, title: "A skipped heading level",
        article: """
            Readers who listen to a page move through it by its headings, and a level left out sounds like a part that is \
            missing. The page's title is its only heading of level 1, so a text starts with `##`, and each further level \
            goes one deeper at most.

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
                            .skippedHeadingLevel, "a heading of level 1 is the page's title, which it has already",
                            at: location, hint: "start with '## \(heading.text)'"))
                } else if heading.level > last + 1 {
                    let before = last == 1 ? "the page's title" : "one of level \(last)"
                    findings.report(
                        Diagnostic(
                            .skippedHeadingLevel, "this heading of level \(heading.level) follows \(before)",
                            at: location,
                            hint: "write '\(String(repeating: "#", count: last + 1)) \(heading.text)'"))
                }
                // A title in the text is set as level 2.
                last = max(2, heading.level)
            }
        })
}
