/// The escapes of each kind of file, byte by byte.
enum Escape {
    /// What stands for a byte in HTML and XML, in text and in quoted attributes alike; nil for itself.
    @inline(__always)
    static func html(_ byte: UInt8) -> String.UTF8View? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;".utf8
        case UInt8(ascii: "<"): "&lt;".utf8
        case UInt8(ascii: ">"): "&gt;".utf8
        case UInt8(ascii: "\""): "&#34;".utf8
        case UInt8(ascii: "'"): "&#39;".utf8
        default: nil
        }
    }
}
