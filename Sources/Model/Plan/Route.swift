/// Where an entry's page, or its place on a page, is in the finished site.
///
/// Paths are relative to the site's root and name the file (`demands/x.html`), so that links work from disk.
package struct Route: Hashable, Sendable {
    package let path: String
    /// The id of the element on that page; nil for the page as a whole.
    package let anchor: String?

    package init(_ path: String, anchor: String? = nil) {
        self.path = path
        self.anchor = anchor
    }
}
