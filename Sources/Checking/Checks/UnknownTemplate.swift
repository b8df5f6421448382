import Diagnostics
import Model

extension DiagnosticCode {
    package static let unknownTemplate = DiagnosticCode(
        "unknown-template", .error, title: "A page's own template that does not exist",
        article: """
            `template:` in the front matter of a free page names a file in the folder `pages` of the templates. There is no \
            file of this name.

            `template: deadlines.html` needs `templates/pages/deadlines.html`. It can begin as a copy of the theme's \
            `page.html`. Without `template:`, the page is rendered by `page.html`.
            """)
}

extension Check {
    static let unknownTemplate = Check(
        .unknownTemplate,
        site: { whole, findings in
            let known = whole.context.pageTemplates
            for page in whole.site.pages {
                guard let template = page.template, !known.contains(template.value) else { continue }
                let place = page.head.location(template.range)
                let near = nearestName(to: template.value, among: known)
                findings.report(
                    Diagnostic(
                        .unknownTemplate, "there is no template 'pages/\(template.value)'", at: place,
                        hint: near.map { "did you mean '\($0)'?" }
                            ?? "write templates/pages/\(template.value), or remove 'template'",
                        fixIt: near.map {
                            FixIt(replacing: place, with: $0, title: "replace '\(template.value)' with '\($0)'")
                        }))
            }
        })
}
