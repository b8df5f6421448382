/// Sixteen bytes of a text that are compared at once: two words of eight, the first byte in the lowest bits.
@usableFromInline
package typealias ByteBlock = SIMD2<UInt64>

extension ByteBlock {
    /// Bytes in a block.
    @inlinable @inline(__always)
    package static var length: Int { 16 }

    /// Converts between the block and its order in memory.
    @inlinable @inline(__always)
    package var littleEndian: ByteBlock { ByteBlock(self[0].littleEndian, self[1].littleEndian) }

    /// The index of the first byte whose highest bit is set; 16 if none is.
    @inlinable @inline(__always)
    package var firstMarked: Int {
        if self == .zero { return ByteBlock.length }
        return self[0] != 0 ? self[0].trailingZeroBitCount / 8 : 8 + self[1].trailingZeroBitCount / 8
    }
}
