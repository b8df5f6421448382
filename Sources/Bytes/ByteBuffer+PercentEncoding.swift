extension ByteBuffer {
    /// Appends bytes, with `%` and two hexadecimal digits in place of each byte that is not allowed.
    @inlinable
    package mutating func append(percentEncoding bytes: Span<UInt8>, allowing isAllowed: (UInt8) -> Bool) {
        var start = 0
        for index in 0..<bytes.count where !isAllowed(bytes[index]) {
            append(bytes.extracting(start..<index))
            append(UInt8(ascii: "%"))
            append(ByteBuffer.hexadecimalDigit(bytes[index] >> 4))
            append(ByteBuffer.hexadecimalDigit(bytes[index] & 15))
            start = index + 1
        }
        append(bytes.extracting(start...))
    }

    /// The upper-case digit of a value from 0 to 15.
    @inlinable
    static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

/// A text with every byte percent-encoded that is not allowed; a text that has none is returned as it is.
@inlinable
package func percentEncoded(_ text: String, allowing isAllowed: (UInt8) -> Bool) -> String {
    text.withSpan { bytes in
        for index in 0..<bytes.count where !isAllowed(bytes[index]) {
            var encoded = ByteBuffer()
            encoded.append(percentEncoding: bytes, allowing: isAllowed)
            return encoded.string
        }
        return text
    }
}

/// Whether a byte means itself in each part of a URL: what RFC 3986 (2.3) calls unreserved, and `/`.
@inlinable
package func isUnreservedOrSlash(_ byte: UInt8) -> Bool {
    // A bit for each of `-./` and the digits, and of `_~` and the letters.
    let bits: UInt64 = byte < 64 ? 0x03FF_E000_0000_0000 : 0x47FF_FFFE_87FF_FFFE
    return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
}
