import Diagnostics

extension DiagnosticCode {
    package static let unusableOldPath = DiagnosticCode(
        "unusable-redirect", .error, title: "An old path that is not inside the site",
        article: """
            `moved_from` lists paths at which an entry was found before, counted from the site's root, so that old \
            links lead on. A path may not leave the site, and has no query, anchor or host:

                moved_from: [old/page.html, demands/pay]

            A path that does not end in `.html` is a folder.
            """)

    package static let takenOldPath = DiagnosticCode(
        "taken-redirect", .error, title: "An old path that leads to something else",
        article: """
            An old address can lead to one place only. Two entries name the same path under `moved_from`, or a page of \
            today has that path. Take the path out of one of the lists:

                moved_from: [demands/pay.html]
            """)

    /// Every code that rendering reports.
    package static let renderingCodes: [DiagnosticCode] = [.unusableOldPath, .takenOldPath]
}
