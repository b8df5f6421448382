import Diagnostics
import Model

extension DiagnosticCode {
    package static let deadNavigation = DiagnosticCode(
        "dead-navigation", .error, title: "Navigation or a policy that leads nowhere",
        article: """
            `navigation` and `policies` in site.md name free pages by their ids (`about` for `about.md`), events by their \
            folders, other entries with their kind (`term:cap`), generated pages by their file (`terms.html`), or full \
            addresses outside the site. The broken link would be on every page.

            `navigation: [abuot]` with a page `about.md`: write `about`.
            """)
}

extension Check {
    static let deadNavigation = Check(
        .deadNavigation,
        site: { whole, findings in
            let settings = whole.site.settings
            for item in settings.navigation { check(item.to, "navigation", whole, &findings) }
            for (policy, target) in settings.policies { check(target, "policy '\(policy.rawValue)'", whole, &findings) }
        })
}

private func check(_ target: Located<String>, _ what: String, _ whole: SiteScope, _ findings: inout Findings) {
    let site = whole.site
    let plan = whole.context.plan
    let scope = CheckScope(whole.context, index: site.isOneEvent ? 0 : -1, record: nil)
    guard let found = plan.target(ofSetting: target.value) else { return }
    switch found {
    case .entry(let handle): return checkAnchor(target, what, LinkedPage(handle, in: plan), whole, &findings)
    case .generated(let path): return checkAnchor(target, what, LinkedPage(path: path, in: plan), whole, &findings)
    case .asset, .withheld: return
    case .nowhere, .outside: break
    }
    let near = findings.nearest(to: target.value, kinds: [.page, .event], in: scope)
    let place = TextLocation(settings(site), target.range)
    findings.report(
        Diagnostic(
            .deadNavigation, "the \(what) names '\(target.value)', and there is no such page", at: place,
            hint: near.map { "did you mean '\($0)'?" }
                ?? "write a page's id, as in 'about' for about.md, or an address in full",
            fixIt: near.flatMap { near in
                !isSlip(target.value, of: near)
                    ? nil
                    : place.file.place(ofLast: target.value, in: target.range).map {
                        FixIt(
                            replacing: TextLocation(place.file, $0), with: near,
                            title: "replace '\(target.value)' with '\(near)'")
                    }
            }))
}

private func checkAnchor(
    _ target: Located<String>, _ what: String, _ page: LinkedPage?, _ whole: SiteScope, _ findings: inout Findings
) {
    let site = whole.site
    guard let page, let mark = target.value.utf8.firstIndex(of: UInt8(ascii: "#")) else { return }
    let fragment = String(target.value[target.value.utf8.index(after: mark)...])
    if fragment.isEmpty || findings.hasAnchor(fragment, page, in: whole.context) { return }
    let anchors = whole.context.plan.headings(of: page.output).prefix(12).map { "#" + $0 }
    findings.report(
        Diagnostic(
            .deadNavigation, "the \(what) names '\(target.value)', and \(page.words(in: site)) has no such anchor",
            at: TextLocation(settings(site), target.range),
            hint: anchors.isEmpty ? nil : "the page's anchors: " + anchors.joined(separator: ", ")))
}

private func settings(_ site: Site) -> TextFile { site.settings.file }
