/// Memory of C libraries.
extension ByteBuffer {
    /// Appends bytes.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { append(bytes.span) }

    /// Appends text with the bytes escaped that have a meaning in markup.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>, escaping marks: MarkupBytes) {
        append(text.span, escaping: marks)
    }

    /// Lends the bytes written so far.
    @inlinable @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Appends at most so many bytes; the function writes them and returns their number.
    @inlinable @inline(__always)
    package mutating func append(atMost room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        reserve(room)
        count += write(UnsafeMutableBufferPointer(start: base + count, count: room))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The sixteen bytes from an offset; zeros after the end.
    @inlinable @inline(__always)
    package func block(at index: Int) -> ByteBlock { span.block(at: index) }
}

extension String {
    /// Lends the text's UTF-8 bytes. Unlike `withUTF8`, it does not make the text contiguous first.
    @inlinable @inline(__always)
    package func withFastUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
