/// A half-open range of UTF-8 offsets in a text file.
///
/// Offsets are 32 bits wide: no text that is read is larger than 4 GiB (the default limit is 8 MiB).
@usableFromInline package struct TextRange: Hashable, Sendable {
    /// UTF-8 offset of the first byte.
    @usableFromInline package let start: UInt32
    /// UTF-8 offset just past the last byte.
    @usableFromInline package let end: UInt32

    @inlinable
    package init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: max(0, start))
        self.end = UInt32(truncatingIfNeeded: max(start, end, 0))
    }

    /// The empty range at an offset.
    @inlinable
    package init(at offset: Int) { self.init(offset, offset) }

    /// The range as offsets that index a byte array.
    @inlinable package var offsets: Range<Int> { Int(start)..<Int(end) }

    /// The smallest range that holds both.
    package func joined(with other: TextRange) -> TextRange {
        TextRange(Int(min(start, other.start)), Int(max(end, other.end)))
    }
}

/// A value together with the place in its file where it was written.
@usableFromInline package struct Located<Value> {
    @usableFromInline package var value: Value
    @usableFromInline package var range: TextRange

    @inlinable
    package init(_ value: Value, _ range: TextRange) {
        self.value = value
        self.range = range
    }

    @inlinable
    package func map<New>(_ transform: (Value) throws -> New) rethrows -> Located<New> {
        Located<New>(try transform(value), range)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
