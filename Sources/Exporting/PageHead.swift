import Model
import Presenting

/// What the head of one page is made from: which page it is, and what its view knows already.
package struct PageHead: Sendable {
    /// Which page it is. Scopes are an event's index, or -1 for what all events share.
    package enum Subject: Sendable, Hashable {
        /// The home page of a site with several events.
        case home
        /// An entry with a page of its own, an event or a free page.
        case entry(AnyHandle)
        case timeline(event: Int)
        case terms(scope: Int)
        case sources(scope: Int)
        case corrections
        case search
        /// A page that is about nothing but itself.
        case page
        case notFound
        /// A part of the page at a route, for other sites.
        case embed(of: Route)
        /// An old address that leads to a route.
        case redirect(Route)
    }

    /// A page that stands above this one.
    package struct Crumb: Sendable {
        package let title: String
        package let route: Route

        package init(title: String, route: Route) {
            self.title = title
            self.route = route
        }
    }

    package let subject: Subject
    /// Which page of its list it is, from 0.
    package let part: Int
    /// The page's path from the site's root.
    package let path: String
    /// The words of its h1.
    package let title: String
    package let description: String?
    /// BCP 47.
    package let language: String
    /// When its content was last updated; else until when it tells.
    package let updated: EventDate?
    /// Whether somebody wrote that it was updated then.
    package let isUpdated: Bool
    package let authors: [AuthorView]
    /// From the top to the parent, as the page shows them.
    package let crumbs: [Crumb]
    package let previous: Route?
    package let next: Route?

    /// The index of the event that it belongs to, in whose zone its days are told; -1 for none.
    package let scope: Int

    package init(
        _ subject: Subject, part: Int = 0, scope: Int = -1, path: String, title: String, description: String?,
        language: String,
        updated: EventDate?, isUpdated: Bool = true, authors: [AuthorView] = [], crumbs: [Crumb] = [],
        previous: Route? = nil,
        next: Route? = nil
    ) {
        self.subject = subject
        self.part = part
        self.scope = scope
        self.path = path
        self.title = title
        self.description = description
        self.language = language
        self.updated = updated
        self.isUpdated = isUpdated
        self.authors = authors
        self.crumbs = crumbs
        self.previous = previous
        self.next = next
    }
}
