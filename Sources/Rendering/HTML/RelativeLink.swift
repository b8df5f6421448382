import Model
import Templates

/// The address by which a page links to a route of the same site: relative, naming the file, so that a folder works at
/// any address and from disk.
///
/// - Parameters:
///   - route: where the link leads.
///   - page: path of the page that holds the link, from the site's root.
package func relativeLink(to route: Route, from page: String) -> String {
    if route.path == page {
        guard let anchor = route.anchor else { return percentEncoded(lastSegment(page)) }
        return "#" + percentEncoded(anchor)
    }
    var target = route.path
    var origin = page
    var link = target.withUTF8 { target in
        origin.withUTF8 { origin in
            // The length of what both paths share, up to and including its last slash.
            var shared = 0
            var index = 0
            while index < target.count, index < origin.count, target[index] == origin[index] {
                index += 1
                if target[index - 1] == UInt8(ascii: "/") { shared = index }
            }
            let climbs = origin[shared...].reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
            let rest = UnsafeBufferPointer(rebasing: target[shared...])
            guard rest.allSatisfy(Address.mayStandInPath) else {
                return String(repeating: "../", count: climbs)
                    + percentEncoded(String(decoding: rest, as: UTF8.self))
            }
            return String(unsafeUninitializedCapacity: 3 * climbs + rest.count) { bytes in
                var end = 0
                for _ in 0..<climbs {
                    bytes[end] = UInt8(ascii: ".")
                    bytes[end + 1] = UInt8(ascii: ".")
                    bytes[end + 2] = UInt8(ascii: "/")
                    end += 3
                }
                for byte in rest {
                    bytes[end] = byte
                    end += 1
                }
                return end
            }
        }
    }
    if let anchor = route.anchor {
        link += "#"
        link += percentEncoded(anchor)
    }
    return link
}

private func lastSegment(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// A path with every byte that RFC 3986 does not allow in a path percent-encoded; a path that has none is returned as it is.
package func percentEncoded(_ path: String) -> String {
    let isPlain =
        path.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(Address.mayStandInPath) }
        ?? path.utf8.allSatisfy(Address.mayStandInPath)
    if isPlain { return path }
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
        if Address.mayStandInPath(byte) {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
