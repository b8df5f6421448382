import Bytes

/// The address of a file, as the protocol names documents: `file:///home/ada/content/site.md`.
package enum FileURI {
    /// The absolute path of a file; nil if the address is of another kind.
    package static func path(_ uri: String) -> String? {
        guard uri.lowercased().hasPrefix("file://") else { return nil }
        var rest = uri.dropFirst("file://".count)
        if rest.lowercased().hasPrefix("localhost/") { rest = rest.dropFirst("localhost".count) }
        guard rest.hasPrefix("/") else { return nil }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        var bytes: [UInt8] = []
        var text = Substring(rest).utf8
        while let byte = text.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard text.count >= 2, let value = UInt8(String(decoding: text.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            text.removeFirst(2)
        }
        guard !bytes.contains(0), let path = String(validating: bytes, as: UTF8.self) else { return nil }
        return plain(path)
    }

    /// The address of an absolute path.
    package static func uri(_ path: String) -> String {
        "file://" + percentEncoded(path, allowing: isUnreservedOrSlash)
    }

    /// An absolute path without empty segments, `.` and `..`.
    package static func plain(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        return "/" + segments.joined(separator: "/")
    }
}
