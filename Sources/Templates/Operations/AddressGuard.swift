/// Checks the address in an attribute.
enum AddressGuard {
    /// Whether a browser would read the bytes as an address without a scheme, or with an allowed one.
    ///
    /// The bytes are those of an HTML attribute. By the URL standard, control characters and spaces before the scheme,
    /// and tabs and line endings anywhere, are ignored.
    static func isAllowed(_ bytes: Span<UInt8>) -> Bool {
        var scheme: UInt64 = 0
        var length = 0
        var index = 0
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x09, 0x0A, 0x0D: break
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                // Letters fold to one case; the other bytes here do not fold to a letter.
                scheme = scheme << 8 | UInt64(byte | 0x20)
                length += 1
            case UInt8(ascii: ":"): return length <= 6 && allowed.contains(scheme) || length == 0
            case UInt8(ascii: "&"): return isOwnEscape(bytes.extracting(index...))
            default: return true
            }
            index += 1
        }
        return true
    }

    private static let allowed: Set<UInt64> = Set(
        ["http", "https", "mailto", "tel", "webcal"].map { name in
            name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
        })

    /// Whether bytes begin with an escape that the engine writes. Those are never characters of a scheme; any other
    /// escape may be one.
    private static func isOwnEscape(_ bytes: Span<UInt8>) -> Bool {
        ["&amp;", "&lt;", "&gt;", "&#34;", "&#39;"].contains { escape in
            bytes.count >= escape.utf8.count && escape.utf8.enumerated().allSatisfy { bytes[$0] == $1 }
        }
    }
}
