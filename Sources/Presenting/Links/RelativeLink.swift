import Bytes
import Model
import Templates

/// The address by which a page links to a route of the same site: relative, naming the file, so that a folder works at
/// any address and from disk.
///
/// - Parameters:
///   - route: where the link leads.
///   - page: path of the page that holds the link, from the site's root.
package func relativeLink(to route: Route, from page: String) -> String {
    var link = ByteBuffer()
    Address.append(route.path, anchor: route.anchor, on: page, .relative, to: &link)
    return link.string
}

/// A path with every byte percent-encoded that RFC 3986 does not allow in a path.
package func percentEncoded(_ path: String) -> String { percentEncoded(path, allowing: Address.mayStandInPath) }
