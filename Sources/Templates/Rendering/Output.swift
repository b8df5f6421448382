/// A growing run of bytes that is filled without checks per byte.
///
/// With the registers of `Machine` the only raw memory in the engine; every write goes through `reserve`. Whoever makes
/// one calls `deallocate` in the end; copies share the memory and must not be used beside each other.
struct Output {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    /// Whether more was written than a page may have; what came before is thrown away.
    private(set) var isFull = false

    init(capacity: Int = 64 * 1024) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    func deallocate() { base.deallocate() }

    /// Makes room for so many bytes more.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        if count + more > Limits.page {
            isFull = true
            count = 0
            if more <= capacity { return }
        }
        let larger = max(capacity * 2, count + more)
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        new.update(from: base, count: count)
        base.deallocate()
        base = new
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: bytes, count: length)
        count += length
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        append(start, bytes.count)
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    mutating func append(_ literal: StaticString) { append(literal.utf8Start, literal.utf8CodeUnitCount) }

    /// Appends text with the five characters escaped that mean something in HTML and XML.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        // No byte grows to more than five.
        reserve(text.count)
        var start = 0
        var index = 0
        let length = text.count
        while index < length {
            // The last eight may have been looked at in part.
            if length >= 8, !Output.mayNeedEscape(eight: source + min(index, length - 8)) {
                index += 8
                continue
            }
            let byte = source[index]
            if byte > 62 || (Output.escapedBytes >> UInt64(byte)) & 1 == 0 {
                index += 1
                continue
            }
            append(source + start, index - start)
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&#34;")
            default: append("&#39;")
            }
            index += 1
            start = index
        }
        append(source + start, length - start)
    }

    /// Whether one of eight bytes may be one that is escaped: false only where none is.
    @inline(__always)
    private static func mayNeedEscape(eight bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        // A byte becomes zero here where it is `"`, `#`, `&` or `'`; and here where it is `<` or `>`.
        let quotes = (word & 0xFAFA_FAFA_FAFA_FAFA) ^ 0x2222_2222_2222_2222
        let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
        // Taking one from each byte sets the top bit of those that are zero.
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & (ones << 7) != 0
    }

    /// A bit for each of `"`, `&`, `'`, `<` and `>`.
    private static let escapedBytes: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

    @inline(__always)
    mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&#34;")
        case UInt8(ascii: "'"): append("&#39;")
        default: append(byte)
        }
    }

    mutating func append(_ number: Int) {
        // A sign and at most 19 digits.
        reserve(20)
        if number < 0 {
            base[count] = UInt8(ascii: "-")
            count += 1
        }
        var width = 1
        var rest = number.magnitude
        while rest >= 10 {
            rest /= 10
            width += 1
        }
        rest = number.magnitude
        for place in stride(from: count + width - 1, through: count, by: -1) {
            base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    /// The bytes from an offset on.
    func bytes(from start: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + start, count: max(0, count - start))
    }

    /// Takes back all bytes from an offset on.
    mutating func truncate(to length: Int) { count = min(count, length) }

    /// Starts a new page.
    mutating func reset() {
        count = 0
        isFull = false
    }
}
