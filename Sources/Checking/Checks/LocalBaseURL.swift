import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let localBaseURL = DiagnosticCode(
        "local-base-url", .warning, title: "A base address of this machine",
        article: """
            `base_url` in site.md is the address under which readers open the site. With an address of this machine, feeds, \
            the sitemap and link previews name pages that nobody else can open.

            `base_url: http://localhost:8000/`: write the public address, or leave the field out until there is one.
            """)
}

extension Check {
    static let localBaseURL = Check(
        .localBaseURL,
        site: { whole, findings in
            let settings = whole.site.settings
            guard let base = settings.baseURL, let address = WebAddress(base.value), address.isLocal else { return }
            findings.report(
                Diagnostic(
                    .localBaseURL, "'\(address.host)' is this machine, and readers cannot open it",
                    at: TextLocation(settings.file, base.range),
                    hint: "write the site's public address, or leave 'base_url' out"))
        })
}
