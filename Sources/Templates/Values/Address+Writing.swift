import Bytes

extension Address {
    /// Appends the URL by which a page links to a file of its site. Only the prefix of an absolute link may have bytes that
    /// are escaped in HTML.
    ///
    /// - Parameters:
    ///   - path: the file, from the site's root, unencoded.
    ///   - version: letters and digits.
    ///   - page: path of the page with the link.
    package static func append(
        _ path: String, version: String? = nil, anchor: String?, on page: String, _ style: LinkStyle,
        to output: inout ByteBuffer
    ) {
        switch style {
        case .absolute(let prefix):
            output.append(prefix)
            appendEncoded(path, to: &output)
        case .relative:
            path.withSpan { target in
                page.withSpan { appendRelative(target, from: $0, hasAnchor: anchor != nil, to: &output) }
            }
        }
        if let version {
            output.append(literal: "?v=")
            output.append(version)
        }
        guard let anchor else { return }
        output.append(UInt8(ascii: "#"))
        appendEncoded(anchor, to: &output)
    }

    /// Appends a path relative to another one.
    private static func appendRelative(
        _ target: Span<UInt8>, from origin: Span<UInt8>, hasAnchor: Bool, to output: inout ByteBuffer
    ) {
        let shorter = min(target.count, origin.count)
        var same = 0
        // The length of the common folders of both paths.
        var shared = 0
        while same < shorter, target[same] == origin[same] {
            same += 1
            if target[same - 1] == UInt8(ascii: "/") { shared = same }
        }
        // A link to the page itself names its file, unless it has an anchor.
        if same == target.count, same == origin.count, hasAnchor { return }
        for index in shared..<origin.count where origin[index] == UInt8(ascii: "/") { output.append(literal: "../") }
        output.append(percentEncoding: target.extracting(shared...), allowing: mayStandInPath)
    }

    /// Appends text with every byte percent-encoded that RFC 3986 does not allow in a path; `&` and `'` too.
    package static func appendEncoded(_ text: String, to output: inout ByteBuffer) {
        text.withSpan { output.append(percentEncoding: $0, allowing: mayStandInPath) }
    }
}
