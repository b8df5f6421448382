extension ByteBuffer {
    /// Appends the bytes of a span.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends the bytes of a span with markup escaped.
    package mutating func append(_ text: Span<UInt8>, escaping marks: MarkupBytes, quote: StaticString = "&quot;") {
        text.withUnsafeBufferPointer { append($0, escaping: marks, quote: quote) }
    }

    /// Appends the bytes of another buffer.
    @inlinable @inline(__always)
    package mutating func append(_ other: borrowing ByteBuffer) { other.withBytes { append($0) } }

    /// The bytes from an offset on.
    package func bytes(from start: Int) -> [UInt8] { withBytes { Array($0[start...]) } }

    /// Removes all bytes after the first `length`.
    package mutating func truncate(to length: Int) { removeLast(max(0, count - length)) }

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
