import Model

/// Who wrote a page.
package struct AuthorView {
    package let name: String
    /// Their page on the site, or an address elsewhere; nil if there is neither.
    package let target: SettingTarget?

    /// Nil for a person who is left out of this build.
    package init?(_ author: Author, from scope: Int, in context: SiteContext) {
        if author.person != nil {
            guard let handle = context.site.person(of: author, from: scope) else { return nil }
            name = context.name(of: handle)
            target = author.url.map { .external($0.value) } ?? .route(context.plan.route(of: handle))
        } else {
            guard let name = author.name?.value else { return nil }
            self.name = name
            target = author.url.map { .external($0.value) }
        }
    }
}

extension SiteContext {
    /// Those who wrote the site.
    package var siteAuthors: [AuthorView] { views(of: site.settings.authors, from: site.isOneEvent ? 0 : -1) }

    /// Those who wrote the page of an event, of an entry of it, or a free page; those of the site for another page.
    package func authors(of handle: AnyHandle?, event: Int?) -> [AuthorView] {
        if let handle, handle.kind == .page {
            let page = site.pages[Int(handle.index)]
            return views(of: page.authors, from: site.scope(of: page))
        }
        guard let event else { return siteAuthors }
        let (authors, scope) = site.authors(ofEvent: event)
        return views(of: authors, from: scope)
    }

    private func views(of authors: [Author], from scope: Int) -> [AuthorView] {
        authors.compactMap { AuthorView($0, from: scope, in: self) }
    }
}
