import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let headingOfOwnPart = DiagnosticCode(
        "heading-of-own-part", .warning, title: "A heading with the name of a part of its page",
        article: """
            Pages have parts of their own, with addresses: the timeline of an event is `#timeline`, the list of sources \
            `#sources`. A heading with the same words gets an address with `section-` before it, so that links to the part \
            still lead there. Links to the heading use that address. Another heading is clearer for readers, too, who would \
            see the same words twice.

            `## Timeline` in an event's text is `#section-timeline`: write `## How it came to this`.
            """)
}

extension Check {
    static let headingOfOwnPart = Check(
        .headingOfOwnPart,
        prose: { prose, place, scope, findings in
            guard place.isBody else { return }
            let page =
                place.owner.map { LinkedPage($0, in: scope.context.plan) }
                ?? LinkedPage(path: SitePlan.home, in: scope.context.plan)
            for heading in prose.headings {
                guard let page, let id = ReservedID.taken(by: heading),
                    id == "main" || id.isNumberOfCitation
                        || findings.hasAnchor(id, page, in: scope.context)
                else { continue }
                findings.report(
                    Diagnostic(
                        .headingOfOwnPart, "the page has a part of its own at '#\(id)'",
                        at: place.location(heading.range),
                        hint: "the heading is at '#\(heading.id)'; other words would be clearer"))
            }
        })
}

extension String {
    /// Whether it is the id of a place that cites a source: `cite-1`.
    fileprivate var isNumberOfCitation: Bool { hasPrefix("cite-") && Int(dropFirst(5)) != nil }
}
