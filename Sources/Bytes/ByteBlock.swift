/// Sixteen bytes of a text that are looked at together: two words of eight, the first byte lowest.
@usableFromInline
package typealias ByteBlock = SIMD2<UInt64>

extension ByteBlock {
    /// How many bytes a block has.
    @inlinable @inline(__always)
    package static var length: Int { 16 }

    /// The block as it lies in memory, or the other way round.
    @inlinable @inline(__always)
    package var littleEndian: ByteBlock { ByteBlock(self[0].littleEndian, self[1].littleEndian) }

    /// The place of the first byte of which the highest bit is set; 16 where none is.
    @inlinable @inline(__always)
    package var firstMarked: Int {
        if self == .zero { return ByteBlock.length }
        return self[0] != 0 ? self[0].trailingZeroBitCount / 8 : 8 + self[1].trailingZeroBitCount / 8
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The sixteen bytes from a place on; zeros where the text has ended.
    @inlinable @inline(__always)
    package func block(at index: Int) -> ByteBlock {
        guard index + ByteBlock.length <= count, let base = baseAddress.map(UnsafeRawPointer.init) else {
            return lastBlock(from: index)
        }
        return base.loadUnaligned(fromByteOffset: index, as: ByteBlock.self).littleEndian
    }

    /// The bytes from a place on, of which there are less than sixteen.
    @usableFromInline @inline(never)
    func lastBlock(from index: Int) -> ByteBlock {
        var block: UInt128 = 0
        if count >= ByteBlock.length {
            // The text's last sixteen bytes, without those before the place.
            let last = UnsafeRawBufferPointer(self).loadUnaligned(
                fromByteOffset: count - ByteBlock.length, as: UInt128.self)
            block = UInt128(littleEndian: last) >> UInt128(8 * (index + ByteBlock.length - count))
        } else {
            for byte in self[Swift.min(index, count)...].reversed() { block = block << 8 | UInt128(byte) }
        }
        return ByteBlock(UInt64(truncatingIfNeeded: block), UInt64(truncatingIfNeeded: block >> 64))
    }
}
