import Diagnostics
import Model

extension DiagnosticCode {
    package static let unusableOldPath = DiagnosticCode(
        "unusable-old-path", .error, title: "An old address that is not a path inside the site",
        article: """
            `moved_from` lists the entry's former paths, relative to the site's root. Each gets a page that redirects to \
            the new path. A path has no host, no query, no `..` and no percent signs. A path that does not end in `.html` \
            is a folder.

            `moved_from: https://example.org/old.html`: write `moved_from: old.html`.
            """)
}

extension Check {
    static let unusableOldPath = Check(
        .unusableOldPath,
        entry: { head, _, findings in
            for old in head.movedFrom where redirectPath(ofOldPath: old.value) == nil {
                findings.report(
                    Diagnostic(
                        .unusableOldPath, "'\(old.value)' is not a path inside the site", at: head.location(old.range),
                        hint: "write the path from the site's root, as in 'old/page.html' or 'old/folder/'"))
            }
        })
}
