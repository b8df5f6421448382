/// The target of a link: a URL, or a place in the site, printed relative to the page.
@usableFromInline package enum Address: Sendable, Hashable {
    /// A URL. Its scheme must be http, https, mailto, tel or webcal. A URL without a scheme is relative and printed as it is.
    /// For any other, `#` is printed and the fault is reported.
    case external(String)
    /// A file of the site, by its path from the site's root, unencoded: `demands/x.html`.
    case page(String)
    /// A file of the site with an anchor in it, or in one version.
    case place(Place)

    /// A file of the site, unencoded, with what follows its path. A class, so that every `Address` has two words.
    @usableFromInline package final class Place: Sendable, Hashable {
        package let path: String
        package let anchor: String?
        /// What differs if the file's bytes differ, in letters and digits: caches then ask for the file again.
        package let version: String?

        package init(path: String, anchor: String? = nil, version: String? = nil) {
            self.path = path
            self.anchor = anchor
            self.version = version
        }

        @usableFromInline
        package static func == (left: Place, right: Place) -> Bool {
            left.path == right.path && left.anchor == right.anchor && left.version == right.version
        }

        @usableFromInline
        package func hash(into hasher: inout Hasher) {
            hasher.combine(path)
            hasher.combine(anchor)
            hasher.combine(version)
        }
    }

    /// Whether RFC 3986 allows a byte in a path without encoding.
    @inlinable
    package static func mayStandInPath(_ byte: UInt8) -> Bool {
        // A bit for each of `!$()*+,-./;=` and the digits, and of `@_~` and the letters.
        let bits: UInt64 = byte < 64 ? 0x2BFF_FF12_0000_0000 : 0x47FF_FFFE_87FF_FFFF
        return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
    }

    /// A file of the site, with an optional anchor.
    package static func site(_ path: String, anchor: String? = nil) -> Address {
        guard let anchor else { return .page(path) }
        return .place(Place(path: path, anchor: anchor))
    }

    /// A file of the site whose address changes with its bytes: `assets/style.css?v=1f2e3d4c`.
    package static func site(_ path: String, version: String) -> Address {
        .place(Place(path: path, version: version))
    }
}

/// The form of a page's links to its own site.
package enum LinkStyle: Sendable, Hashable {
    /// Relative to the page: `../demands/x.html`, `#source-1`. Works at any address and from disk.
    case relative
    /// From the server's root, after a prefix that ends in `/`: for a page that is shown at any address (404).
    case absolute(prefix: String)
}
