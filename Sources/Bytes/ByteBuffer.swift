/// A growing buffer of bytes, for writers that append many small pieces.
///
/// It allocates its memory itself, because appending a few bytes to an array takes several times as long as copying
/// them. Every write goes through `reserve`.
///
/// The type is `@usableFromInline`; without that, its methods are not inlined in other modules.
@usableFromInline
package struct ByteBuffer: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline package internal(set) var count = 0

    /// - Parameter capacity: bytes that fit before it grows for the first time.
    @usableFromInline
    package init(capacity: Int = 0) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes written so far.
    package var bytes: [UInt8] { withSpan { [UInt8](copying: $0) } }

    /// The text written so far.
    @usableFromInline
    package var string: String { withSpan { $0.text } }

    /// Lends the bytes written so far.
    @inlinable @inline(__always)
    package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { withBytes { body($0.span) } }

    /// Whether it ends with a string literal.
    package func ends(with literal: StaticString) -> Bool {
        literal.withUTF8Buffer { wanted in withSpan { $0.contains(wanted.span, at: count - wanted.count) } }
    }

    /// Empties the buffer and keeps its memory.
    package mutating func removeAll() { count = 0 }

    /// Makes room for more bytes.
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

    /// Appends bytes.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: Span<UInt8>) {
        reserve(bytes.count)
        let end = base + count
        bytes.withUnsafeBufferPointer { if let start = $0.baseAddress { end.update(from: start, count: $0.count) } }
        count += bytes.count
    }

    /// Appends a string literal.
    @inlinable @inline(__always)
    package mutating func append(literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: literal.utf8Start, count: length)
        count += length
    }

    /// Appends bytes.
    package mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

    /// Appends a text in UTF-8.
    package mutating func append(_ text: String) { text.withSpan { append($0) } }

    /// Appends a decimal number, padded with zeros to a width in digits.
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

    /// Appends a 64-bit word, its lowest byte first.
    package mutating func append(word: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
    }

    /// Appends the first bytes of a block.
    @inlinable @inline(__always)
    package mutating func append(_ block: ByteBlock, _ length: Int) {
        reserve(ByteBlock.length)
        UnsafeMutableRawPointer(base + count).storeBytes(of: block.littleEndian, as: ByteBlock.self)
        count += length
    }

    /// Removes bytes from the end.
    package mutating func removeLast(_ length: Int) { count -= min(length, count) }

    /// Appends one byte several times.
    package mutating func append(_ byte: UInt8, times: Int) {
        for _ in 0..<times { append(byte) }
    }
}
