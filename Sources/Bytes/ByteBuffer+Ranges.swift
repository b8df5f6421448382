extension ByteBuffer {
    /// Appends the bytes of another buffer.
    package mutating func append(_ other: borrowing ByteBuffer) { other.withSpan { append($0) } }

    /// The bytes from an offset on.
    package func bytes(from start: Int) -> [UInt8] { withSpan { [UInt8](copying: $0.extracting(start...)) } }

    /// Removes all bytes after the first `length`.
    package mutating func truncate(to length: Int) { removeLast(max(0, count - length)) }
}
