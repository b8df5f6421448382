import Bytes

extension ByteBuffer {
    /// Appends text for HTML and XML with the same five references as Jinja, between tags and in quoted attributes.
    @inline(__always)
    mutating func append(escaping text: String) {
        text.withFastUTF8 { append($0, escaping: .all, quote: "&#34;") }
    }

    /// Appends UTF-8 in the same way.
    mutating func append(escaping text: [UInt8]) { append(text.span, escaping: .all, quote: "&#34;") }
}
