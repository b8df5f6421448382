/// Markup being written: bytes that grow, with numbers and escaping as SVG has them.
///
/// Owns its memory by hand: a picture is some thousand appends of a few bytes each, and what an array does for every one
/// of them was a third of the time that pictures took.
struct MarkupBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes written so far.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Appends the bytes written so far to others.
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count)) }

    /// Makes room for so many bytes more; nothing is written without.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        grown.update(from: base, count: count)
        base.deallocate()
        base = grown
    }

    // Inlined, so that the few bytes of a literal are stored by one or two instructions.
    @inline(__always)
    mutating func write(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: text.utf8Start, count: length)
        count += length
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { write($0) }
    }

    /// A number with at most one decimal.
    mutating func write(_ value: Double) {
        var tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
        // A sign, 19 digits and the decimal.
        reserve(24)
        var end = base + count
        if tenths < 0 {
            Self.put(0x2D, to: &end)
            tenths = -tenths
        }
        let whole = tenths / 10
        Self.putDigits(of: whole, to: &end)
        let tenth = tenths - whole * 10
        if tenth != 0 {
            Self.put(0x2E, to: &end)
            Self.put(0x30 + UInt8(truncatingIfNeeded: tenth), to: &end)
        }
        count = end - base
    }

    /// A number that is not negative.
    mutating func write(_ value: Int) {
        reserve(20)
        var end = base + count
        Self.putDigits(of: value, to: &end)
        count = end - base
    }

    /// A byte for which there is room.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// Eight bytes for which there is room.
    @inline(__always)
    mutating func put(eight word: UInt64) {
        UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
        count += 8
    }

    @inline(__always)
    private static func put(_ byte: UInt8, to end: inout UnsafeMutablePointer<UInt8>) {
        end.pointee = byte
        end += 1
    }

    /// Digits for which there is room. Nearly every number of a picture is below a thousand.
    @inline(__always)
    private static func putDigits(of value: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        guard value < 1000 else { return putManyDigits(of: value, to: &end) }
        let small = UInt32(truncatingIfNeeded: value)
        if small >= 100 { put(UInt8(truncatingIfNeeded: 0x30 + small / 100), to: &end) }
        if small >= 10 { put(UInt8(truncatingIfNeeded: 0x30 + small / 10 % 10), to: &end) }
        put(UInt8(truncatingIfNeeded: 0x30 + small % 10), to: &end)
    }

    @inline(never)
    private static func putManyDigits(of value: Int, to end: inout UnsafeMutablePointer<UInt8>) {
        if value >= 10 { putManyDigits(of: value / 10, to: &end) }
        put(0x30 + UInt8(truncatingIfNeeded: value % 10), to: &end)
    }
}
