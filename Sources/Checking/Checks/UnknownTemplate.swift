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
                findings.report(
                    Diagnostic(
                        .unknownTemplate, unknown: template, "there is no template 'pages/\(template.value)'",
                        in: page.head.file, nearest: findings.nearest(to: template.value, among: known),
                        hint: "write templates/pages/\(template.value), or remove 'template'", isFact: false))
            }
        })
}
