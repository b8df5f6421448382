extension Address {
    /// Takes a piece of a link.
    package typealias Put = (UnsafeBufferPointer<UInt8>) -> Void

    /// Writes piece by piece how a page links to a file of its site; not escaped for HTML.
    ///
    /// - Parameters:
    ///   - path: the file, from the site's root, unencoded.
    ///   - page: path of the page that holds the link.
    package static func write(
        _ path: String, anchor: String?, on page: String, _ style: LinkStyle, _ put: Put
    ) {
        var path = path
        switch style {
        case .absolute(var prefix):
            prefix.withUTF8(put)
            path.withUTF8 { encode($0, put) }
        case .relative:
            var page = page
            path.withUTF8 { target in
                page.withUTF8 { write(target, from: $0, hasAnchor: anchor != nil, put) }
            }
        }
        guard var anchor else { return }
        ("#" as StaticString).withUTF8Buffer(put)
        anchor.withUTF8 { encode($0, put) }
    }

    /// Writes the way from one path to another.
    private static func write(
        _ target: UnsafeBufferPointer<UInt8>, from origin: UnsafeBufferPointer<UInt8>, hasAnchor: Bool, _ put: Put
    ) {
        let same = sameLength(target, origin)
        // The length of what both paths share, up to its last slash.
        var shared = same
        while shared > 0, target[shared - 1] != UInt8(ascii: "/") { shared -= 1 }
        // A link to the page itself names its file, unless an anchor does for it.
        if same == target.count, same == origin.count, hasAnchor { return }
        for index in shared..<origin.count where origin[index] == UInt8(ascii: "/") {
            ("../" as StaticString).withUTF8Buffer(put)
        }
        encode(UnsafeBufferPointer(rebasing: target[shared...]), put)
    }

    /// How many bytes two paths begin with in common.
    private static func sameLength(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        let shorter = min(left.count, right.count)
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var same = 0
        while same + 8 <= shorter,
            left.loadUnaligned(fromByteOffset: same, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: same, as: UInt64.self)
        {
            same += 8
        }
        while same < shorter, left[same] == right[same] { same += 1 }
        return same
    }

    /// Percent-encodes what RFC 3986 does not allow in a path; `&` and `'` too.
    package static func encode(_ bytes: UnsafeBufferPointer<UInt8>, _ put: Put) {
        var start = 0
        for index in 0..<bytes.count where !mayStandInPath(bytes[index]) {
            put(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            let encoded = [UInt8(ascii: "%"), hexDigit(bytes[index] >> 4), hexDigit(bytes[index] & 15)]
            encoded.withUnsafeBufferPointer(put)
            start = index + 1
        }
        put(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
