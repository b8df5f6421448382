import Bytes
import Diagnostics

/// The destination of a link or picture. Only the kinds listed here are allowed.
///
/// A browser removes tabs and newlines from a URL and ignores case before it parses the scheme. Therefore control
/// characters are errors, and schemes are compared in lower case (WHATWG URL).
enum Destination {
    /// A finished URL: http, https, mailto or tel; for pictures, `data:` with a raster image.
    case outside
    /// `party:anthropic`.
    case entry(kind: String, id: String, fragment: String?)
    /// A path or `#anchor` inside the site, percent-encoding resolved.
    case inside(path: String, query: String?, fragment: String?)
    case refused(Refusal)

    struct Refusal {
        let message: String
        var hint: String?
        /// The text of a fix that replaces the whole destination.
        var replacement: String?
    }

    /// The kinds of entry that a link may name.
    static let kinds = [
        "party", "person", "demand", "offer", "response", "refusal", "threat", "statement", "moment", "source", "term",
        "event",
        "page",
    ]

    init(_ url: [UInt8], isPicture: Bool) {
        if url.isEmpty {
            self = .refused(Refusal(message: isPicture ? "the picture has no path" : "the link leads nowhere"))
        } else if url.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            self = .refused(Refusal(message: "the destination contains a control character"))
        } else if let colon = Destination.schemeEnd(url) {
            self = Destination.absolute(url, colon, isPicture: isPicture)
        } else if url.count >= 2, url[0] == 0x2F, url[1] == 0x2F {
            let text = String(decoding: url, as: UTF8.self)
            self = .refused(
                isPicture
                    ? Destination.foreignPicture
                    : Refusal(
                        message: "the destination '\(text)' has no scheme", hint: "write 'https:\(text)'",
                        replacement: "https:" + text))
        } else {
            self = Destination.relative(url)
        }
    }

    /// The offset of the colon that ends a scheme; nil for a relative URL.
    private static func schemeEnd(_ url: [UInt8]) -> Int? {
        for (index, byte) in url.enumerated() {
            switch byte {
            case 0x3A: return index
            case 0x2F, 0x3F, 0x23: return nil
            default: continue
            }
        }
        return nil
    }

    private static var foreignPicture: Refusal {
        Refusal(
            message: "the picture would be loaded from another server",
            hint: "keep the file next to the page, and name it by its path: readers' visits stay between you and them")
    }

    private static func absolute(_ url: [UInt8], _ colon: Int, isPicture: Bool) -> Destination {
        let rest = Array(url[(colon + 1)...])
        if !isPicture, let kind = kinds.first(where: { $0.utf8.count == colon && url.starts(with: $0.utf8) }) {
            return entry(kind: kind, rest)
        }
        let written = String(decoding: url[..<colon], as: UTF8.self)
        let scheme = written.lowercased()
        switch scheme {
        case "http", "https":
            if isPicture {
                return .refused(foreignPicture)
            }
            guard rest.count > 2, rest[0] == 0x2F, rest[1] == 0x2F, rest[2] != 0x2F else {
                return .refused(
                    Refusal(message: "the address names no server", hint: "write '\(scheme)://example.org/…'"))
            }
            if let fault = WebAddress(String(decoding: url, as: UTF8.self))?.hostFault {
                return .refused(Refusal(message: fault.message, hint: fault.hint))
            }
            return .outside
        case "mailto" where !isPicture && !rest.isEmpty, "tel" where !isPicture && !rest.isEmpty: return .outside
        case "data" where isPicture:
            let text = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
            for type in ["image/png", "image/gif", "image/jpeg", "image/webp"] where text.hasPrefix(type) {
                let end = rest.count > type.utf8.count ? rest[type.utf8.count] : 0
                if end == 0x3B || end == 0x2C { return .outside }
            }
            return .refused(
                Refusal(
                    message: "only PNG, GIF, JPEG and WebP pictures may be written as 'data:'",
                    hint: "keep the picture as a file next to the page"))
        default: break
        }
        let allowed = isPicture ? [] : ["http", "https", "mailto", "tel"] + kinds
        let nearest = nearestName(to: written, among: allowed)
        let others =
            isPicture
            ? "name it by a path in the site"
            : "a link begins with http:, https:, mailto:, tel:, a kind of entry such as party:, or a path"
        return .refused(
            Refusal(
                message: isPicture
                    ? "a picture cannot be loaded by '\(written):'" : "links to '\(written):' are not allowed",
                hint: nearest.map { "did you mean '\($0):'?" } ?? others,
                replacement: nearest.map { $0 + ":" + String(decoding: rest, as: UTF8.self) }))
    }

    private static func entry(kind: String, _ rest: [UInt8]) -> Destination {
        let hash = rest.firstIndex(of: 0x23) ?? rest.count
        let id = String(decoding: rest[..<hash], as: UTF8.self)
        guard !id.isEmpty else {
            return .refused(
                Refusal(message: "'\(kind):' names no \(kind)", hint: "write its id after the colon: '\(kind):some-id'")
            )
        }
        guard hash < rest.count else { return .entry(kind: kind, id: id, fragment: nil) }
        guard let fragment = percentDecoded(rest[(hash + 1)...]) else {
            return .refused(Refusal(message: "the percent-encoding after '#' is broken"))
        }
        return .entry(kind: kind, id: id, fragment: fragment)
    }

    private static func relative(_ url: [UInt8]) -> Destination {
        if url.contains(0x5C) {
            let fixed = String(decoding: url.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
            return .refused(
                Refusal(
                    message: "the path contains a backslash", hint: "paths are written with '/' on every system",
                    replacement: fixed))
        }
        let hash = url.firstIndex(of: 0x23) ?? url.count
        let mark = url[..<hash].firstIndex(of: 0x3F) ?? hash
        let query = mark < hash ? String(decoding: url[(mark + 1)..<hash], as: UTF8.self) : nil
        guard let path = percentDecoded(url[..<mark]), !hasHiddenSeparator(url[..<mark])
        else {
            return .refused(
                Refusal(
                    message: "the percent-encoding of the path is broken or hides a separator",
                    hint: "write '%25' for a percent sign"))
        }
        guard hash < url.count else { return .inside(path: path, query: query, fragment: nil) }
        guard let fragment = percentDecoded(url[(hash + 1)...]) else {
            return .refused(Refusal(message: "the percent-encoding after '#' is broken"))
        }
        return .inside(path: path, query: query, fragment: fragment)
    }

    /// Whether there is `%2F`, `%5C` or an encoded control character: decoding it would change the structure of the
    /// path.
    private static func hasHiddenSeparator(_ path: ArraySlice<UInt8>) -> Bool {
        var index = path.startIndex
        while index + 2 < path.endIndex {
            if path[index] == 0x25, let high = nibble(path[index + 1]), let low = nibble(path[index + 2]) {
                let byte = high << 4 | low
                if byte == 0x2F || byte == 0x5C || byte < 0x20 || byte == 0x7F { return true }
            }
            index += 1
        }
        return false
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// In Normalization Form C; nil if `%` is not followed by two hexadecimal digits, or if the result is not UTF-8.
    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> String? {
        guard text.contains(0x25) else { return String(decoding: text, as: UTF8.self) }
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == 0x25 {
                guard index + 2 < text.endIndex, let high = nibble(text[index + 1]), let low = nibble(text[index + 2])
                else { return nil }
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return String(validating: bytes, as: UTF8.self)?.composed
    }
}
