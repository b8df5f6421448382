/// The files of a theme that pages name by themselves, by their paths from the site's root.
package enum ThemeFile {
    package static let stylesheet = "assets/style.css"
    /// The script that adds copying of links and filters.
    package static let enhancement = "assets/enhance.js"
    package static let icon = "assets/icon.svg"
    package static let search = "assets/search.js"
    /// The script of the page for lost addresses, on a site without `base_url`.
    package static let lost = "assets/lost.js"
    /// The stylesheet that a site may have in its content folder.
    package static let own = "theme.css"
}
