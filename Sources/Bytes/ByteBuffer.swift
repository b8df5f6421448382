/// A growing run of bytes, for writers that put files together from many small pieces.
///
/// Owns its memory by hand because appending a few bytes to an array costs several times what copying them does. Every
/// write goes through `reserve`.
///
/// The type itself must be usable from inlined code, or nothing of it is inlined in other modules.
@usableFromInline
package struct ByteBuffer: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline package internal(set) var count = 0

    /// - Parameter capacity: how many bytes it has room for at first.
    package init(capacity: Int = 0) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes written so far.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, length in
            bytes.baseAddress?.update(from: base, count: count)
            length = count
        }
    }

    /// The text written so far.
    package var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    /// Lends the bytes written so far.
    @inlinable @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: base, count: count))
    }

    /// Whether it ends with a text that the program's own source spells out.
    package func ends(with literal: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        return withBytes { $0.suffix(wanted.count).elementsEqual(wanted) }
    }

    /// Empties the buffer and keeps its memory.
    package mutating func removeAll() { count = 0 }

    /// Makes room for so many bytes more.
    @inlinable @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    @usableFromInline mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
    }

    /// Appends one byte.
    @inlinable @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    /// Appends bytes that are lent.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Appends a text that the program's own source spells out.
    @inlinable @inline(__always)
    package mutating func append(literal: StaticString) {
        append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends bytes.
    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a text in UTF-8.
    package mutating func append(_ text: String) { text.withFastUTF8 { append($0) } }

    /// Appends a number in decimal, with zeros before it up to a width in digits.
    package mutating func append(number: Int, width: Int = 1) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits = 1
        var rest = number.magnitude
        while rest > 9 {
            rest /= 10
            digits += 1
        }
        digits = max(digits, width)
        reserve(digits)
        rest = number.magnitude
        var place = count + digits
        while place > count {
            place -= 1
            base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// Appends the first bytes of a block.
    @inlinable @inline(__always)
    package mutating func append(_ block: ByteBlock, _ length: Int) {
        reserve(ByteBlock.length)
        UnsafeMutableRawPointer(base + count).storeBytes(of: block.littleEndian, as: ByteBlock.self)
        count += length
    }

    /// Appends at most so many bytes, which the function writes; it gives how many they are.
    @inlinable @inline(__always)
    package mutating func append(atMost room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        reserve(room)
        count += write(UnsafeMutableBufferPointer(start: base + count, count: room))
    }

    /// Takes back what was written last.
    package mutating func removeLast(_ length: Int) { count -= min(length, count) }

    /// Appends one byte several times.
    package mutating func append(_ byte: UInt8, times: Int) {
        for _ in 0..<times { append(byte) }
    }
}

extension String {
    /// Lends the text's UTF-8 bytes without making a copy of the text, which `withUTF8` needs.
    @inlinable @inline(__always)
    package func withFastUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
