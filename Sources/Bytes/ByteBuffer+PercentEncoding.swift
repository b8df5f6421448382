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
