import Bytes
import Model
import Templates

extension HTMLWriter {
    /// ` name="value"` with the way from a page to a route of its site.
    mutating func attribute(_ name: StaticString, _ route: Route, on page: String, _ style: LinkStyle) {
        var url = ByteBuffer()
        Address.append(route.path, anchor: route.anchor, on: page, style, to: &url)
        attribute(name, url)
    }
}
