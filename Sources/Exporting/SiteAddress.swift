import Bytes
import Diagnostics
import Model
import Presenting

/// The address at which a site will be published, from `base_url`: what absolute addresses are made of.
package struct SiteAddress: Hashable, Sendable {
    /// Scheme, host and folder, ending in a slash: `https://example.org/disputes/`.
    package let base: String
    /// The folder alone, with a slash at both ends: `/disputes/`.
    package let folder: String
    /// The host's name in lower case, without user and port; nil where it is not plain ASCII.
    package let host: String?

    /// Takes an address that reading has found to be one on the web; a query or fragment is no part of it.
    package init(_ url: String) {
        let whole = Array(url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        let slash = UInt8(ascii: "/")
        let scheme = whole.firstIndex(of: UInt8(ascii: ":")) ?? 0
        let hostStart = min(whole.count, scheme + 3)
        let hostEnd = whole[hostStart...].firstIndex(of: slash) ?? whole.count
        let path = String(decoding: whole[hostEnd...], as: UTF8.self).utf8.split(separator: slash)
        var folder = "/"
        for segment in path { folder += encodedOnce(String(segment) ?? "") + "/" }
        self.folder = folder
        var host = whole[hostStart..<hostEnd]
        base =
            String(decoding: whole[..<hostStart], as: UTF8.self).lowercased()
            + String(decoding: host, as: UTF8.self).lowercased() + folder
        if let user = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(user + 1)...] }
        if let port = host.lastIndex(of: UInt8(ascii: ":")) { host = host[..<port] }
        self.host = SiteAddress.hostName(host)
    }

    /// The absolute address of a route. A folder's `index.html` is named by the folder.
    package func url(of route: Route) -> String {
        var url = ByteBuffer(capacity: 256)
        url.append(base)
        url.append(percentEncoded(route.path))
        // The base ends in a slash.
        if url.ends(with: "/index.html") { url.removeLast("index.html".utf8.count) }
        if let anchor = route.anchor {
            url.append(UInt8(ascii: "#"))
            url.append(percentEncoded(anchor))
        }
        return url.string
    }

    private static func hostName(_ bytes: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isPlain && !name.isEmpty ? name : nil
    }
}

/// A segment of a path with what needs it percent-encoded; what is encoded already stays.
private func encodedOnce(_ segment: String) -> String {
    segment.split(separator: "%", omittingEmptySubsequences: false).map { percentEncoded(String($0)) }
        .joined(separator: "%")
}
