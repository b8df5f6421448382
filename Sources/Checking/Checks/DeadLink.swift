import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let deadLink = DiagnosticCode(
        "dead-link", .error, title: "A link inside the site that leads nowhere",
        article: """
            A path in a link is relative to the document's folder: `other.md`, `../demands/pay-rise.md`, `plan.pdf`. A \
            path that starts with `/` is relative to the content folder. The document's name (`.md`) and the page's \
            (`.html`) both work. Here, the document, page or file does not exist, or the page has no heading with the \
            `#anchor`. A heading's anchor is its words in lower case with hyphens: `## What happens next` is \
            `#what-happens-next`; one with the name of a part of the page has `section-` before it: `#section-timeline`.

            `[the aims](about.md#goals)` if about.md has only `## Aims`: write `about.md#aims`.
            """)
}

extension Check {
    static let deadLink = Check(
        .deadLink,
        prose: { prose, place, scope, findings in
            for link in prose.links { check(link, place, scope, &findings) }
            for reference in prose.references {
                guard let fragment = reference.fragment, !fragment.isEmpty,
                    let kind = EntryKind(referenceWord: reference.kind),
                    let handle = scope.site.index.find(kind, reference.id, from: scope.index).found
                else { continue }
                let page = LinkedPage(handle, in: scope.context.plan)
                checkAnchor(fragment, of: page, reference.range, place, scope.context, &findings)
            }
        })
}

private func check(_ link: ProseLink, _ place: ProsePlace, _ scope: CheckScope, _ findings: inout Findings) {
    let site = scope.site
    let plan = scope.context.plan
    let page: LinkedPage?
    if link.path.isEmpty {
        page = place.owner.map { LinkedPage($0, in: plan) } ?? LinkedPage(path: SitePlan.home, in: plan)
    } else {
        switch plan.target(ofLink: link.path, from: place.path) {
        case .entry(let handle): page = LinkedPage(handle, in: plan)
        case .generated(let path): page = LinkedPage(path: path, in: plan)
        // A picture or a PDF may have fragments of its own kind (`#page=3`).
        case .asset, .withheld: return
        case .outside:
            findings.report(
                Diagnostic(
                    .deadLink, "the link '\(link.path)' leads out of the site", at: place.location(link.range),
                    hint: "each '..' goes up one folder; write addresses of other sites in full"))
            return
        case .nowhere:
            reportNowhere(link, place, site, &findings)
            return
        }
    }
    guard let fragment = link.fragment, !fragment.isEmpty else { return }
    checkAnchor(fragment, of: page, link.range, place, scope.context, &findings)
}

private func reportNowhere(_ link: ProseLink, _ place: ProsePlace, _ site: Site, _ findings: inout Findings) {
    let full = contentPath(link.path, relativeTo: place.path) ?? ""
    // The document exists and cannot be used: that is reported already.
    if site.hasDocument(full) { return }
    let near = findings.nearestFile(to: full, in: site)
    let written = near.map { RelativePath.from(place.path, to: $0) }
    let location = place.location(link.range)
    let fixIt = written.flatMap { written in
        !RelativePath.isSlip(link.path, of: written)
            ? nil
            : place.file.place(ofLast: link.path, in: link.range).map {
                FixIt(
                    replacing: TextLocation(place.file, $0), with: written,
                    title: "replace '\(link.path)' with '\(written)'")
            }
    }
    findings.report(
        Diagnostic(
            .deadLink, "the link '\(link.path)' leads nowhere: there is no '\(full)'", at: location,
            hint: written.map { "did you mean '\($0)'?" }
                ?? "paths are relative to the document's folder, or with a leading '/' to the content folder",
            fixIt: fixIt))
}

private func checkAnchor(
    _ fragment: String, of page: LinkedPage?, _ range: TextRange, _ place: ProsePlace, _ context: CheckContext,
    _ findings: inout Findings
) {
    guard let page, !findings.hasAnchor(fragment, page, in: context) else { return }
    let anchors = context.plan.headings(of: page.output)
    let near = findings.nearest(to: fragment, among: anchors)
    let fixIt = near.flatMap { near in
        !isSlip(fragment, of: near)
            ? nil
            : place.file.place(ofLast: "#" + fragment, in: range).map {
                FixIt(
                    replacing: TextLocation(place.file, $0), with: "#" + near,
                    title: "replace '#\(fragment)' with '#\(near)'")
            }
    }
    let list =
        anchors.isEmpty
        ? "the page has no headings"
        : "the page's anchors: " + anchors.prefix(12).map { "#" + $0 }.joined(separator: ", ")
    findings.report(
        Diagnostic(
            .deadLink, "there is no '#\(fragment)' on \(page.words(in: context.site))", at: place.location(range),
            hint: near.map { "did you mean '#\($0)'? " + list } ?? list, fixIt: fixIt))
}
