/// The byte scanner: words and blocks of bytes at any offset, each checked against the end.
extension Span<UInt8> {
    /// The sixteen bytes from an offset; zeros after the end.
    @inlinable @inline(__always)
    package func block(at index: Int) -> ByteBlock {
        guard index + ByteBlock.length <= count else { return lastBlock(from: index) }
        return bytes.unsafeLoadUnaligned(fromByteOffset: index, as: ByteBlock.self).littleEndian
    }

    /// The fewer than sixteen bytes from an offset to the end.
    @usableFromInline @inline(never)
    func lastBlock(from index: Int) -> ByteBlock {
        var block: UInt128 = 0
        if count >= ByteBlock.length {
            // The last sixteen bytes, without those before the offset.
            let last = bytes.unsafeLoadUnaligned(fromByteOffset: count - ByteBlock.length, as: UInt128.self)
            block = UInt128(littleEndian: last) >> UInt128(8 * (index + ByteBlock.length - count))
        } else {
            for place in stride(from: count - 1, through: index, by: -1) { block = block << 8 | UInt128(self[place]) }
        }
        return ByteBlock(UInt64(truncatingIfNeeded: block), UInt64(truncatingIfNeeded: block >> 64))
    }

    /// The little-endian 64-bit word at an offset.
    @inlinable @inline(__always)
    package func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The little-endian 32-bit word at an offset.
    func halfWord(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Eight little-endian 64-bit words from an offset.
    @inline(__always)
    func words(_ offset: Int) -> SIMD8<UInt64> {
        #if _endian(big)
            var words = SIMD8<UInt64>.zero
            for index in 0..<8 { words[index] = word(offset + index * 8) }
            return words
        #else
            return bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
        #endif
    }

    /// The offset of the first such byte from a start on; nil if there is none.
    package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        let wanted = ByteBlock(repeating: 0x0101_0101_0101_0101 &* UInt64(byte))
        var index = start
        while index < count {
            // A difference of zero, minus one, has the high bit; above the first such byte, others may have it too.
            let difference = block(at: index) ^ wanted
            let marks = (difference &- ByteBlock(repeating: 0x0101_0101_0101_0101)) & ~difference
            let place = (marks & ByteBlock(repeating: 0x8080_8080_8080_8080)).firstMarked
            if place < ByteBlock.length { return index + place < count ? index + place : nil }
            index += ByteBlock.length
        }
        return nil
    }

    /// The offset of the first place from a start on where another span's bytes stand; nil if there is none.
    package func firstIndex(of other: Span<UInt8>, from start: Int = 0) -> Int? {
        guard let first = other.isEmpty ? nil : other[0] else { return start }
        var index = start
        while let place = firstIndex(of: first, from: index) {
            if contains(other, at: place) { return place }
            index = place + 1
        }
        return nil
    }

    /// Whether the bytes at an offset are those of another span.
    package func contains(_ other: Span<UInt8>, at offset: Int) -> Bool {
        guard offset >= 0, offset + other.count <= count else { return false }
        for index in 0..<other.count where self[offset + index] != other[index] { return false }
        return true
    }

    /// Whether any byte is as wanted.
    @inlinable
    package func contains(where isWanted: (UInt8) -> Bool) -> Bool {
        for index in 0..<count where isWanted(self[index]) { return true }
        return false
    }

    /// Whether it comes before another in the order of bytes.
    package func precedes(_ other: Span<UInt8>) -> Bool {
        let shared = Swift.min(count, other.count)
        var index = 0
        while index + ByteBlock.length <= shared, block(at: index) == other.block(at: index) {
            index += ByteBlock.length
        }
        while index < shared {
            if self[index] != other[index] { return self[index] < other[index] }
            index += 1
        }
        return count < other.count
    }

    /// Hashes the bytes and how many they are.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for index in stride(from: 0, to: count, by: ByteBlock.length) { hasher.combine(block(at: index)) }
    }

    /// The bytes as text; invalid UTF-8 becomes U+FFFD.
    package var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

extension [UInt8] {
    /// An array of a span's bytes.
    package init(copying bytes: Span<UInt8>) { self = bytes.withUnsafeBufferPointer { Array($0) } }

    /// Appends a span's bytes.
    package mutating func append(copying bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}

extension String {
    /// Lends the text's UTF-8 bytes; a text that is not stored as UTF-8 is copied.
    @inlinable @inline(__always)
    package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { withFastUTF8 { body($0.span) } }

    /// Whether another text's bytes stand in it; of texts in the same form (NFC) that is whether the text does.
    package func contains(bytesOf other: String) -> Bool {
        withSpan { text in other.withSpan { text.firstIndex(of: $0) != nil } }
    }
}
