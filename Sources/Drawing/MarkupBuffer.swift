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

    /// Makes room for so many bytes more; nothing is written without.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
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

    mutating func write(_ other: borrowing MarkupBuffer) {
        write(UnsafeBufferPointer(start: other.base, count: other.count))
    }

    /// Escapes for text and for quoted attributes alike.
    mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) { write(text, escaping: Self.marks) }

    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { writeEscaped($0) }
    }

    /// A part of a text, by its UTF-8 offsets.
    mutating func writeEscaped(_ text: String, _ part: Range<Int>) {
        var text = text
        text.withUTF8 { writeEscaped(UnsafeBufferPointer(rebasing: $0[part])) }
    }

    /// A part of a text, escaped as text outside attributes needs it.
    mutating func writeText(_ text: String, _ part: Range<Int>) {
        var text = text
        text.withUTF8 { write(UnsafeBufferPointer(rebasing: $0[part]), escaping: Self.textMarks) }
    }

    /// A bit for each of `"`, `&`, `'`, `<` and `>`.
    private static let marks = textMarks | 1 << 0x22 | 1 << 0x27
    /// A bit for each of `&`, `<` and `>`.
    private static let textMarks: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, escaping marks: UInt64) {
        // No replacement is longer than six bytes.
        reserve(text.count * 6)
        for byte in text {
            guard byte < 64, marks &>> UInt64(byte) & 1 == 1 else {
                put(byte)
                continue
            }
            switch byte {
            case 0x26: write("&amp;")
            case 0x3C: write("&lt;")
            case 0x3E: write("&gt;")
            case 0x22: write("&quot;")
            default: write("&#39;")
            }
        }
    }

    /// A number with at most one decimal.
    mutating func write(_ value: Double) {
        var tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
        // A sign, 19 digits and the decimal.
        reserve(24)
        if tenths < 0 {
            put(0x2D)
            tenths = -tenths
        }
        let whole = tenths / 10
        putDigits(of: whole)
        let tenth = tenths - whole * 10
        if tenth != 0 {
            put(0x2E)
            put(0x30 + UInt8(truncatingIfNeeded: tenth))
        }
    }

    /// A number that is not negative.
    mutating func write(_ value: Int) {
        reserve(20)
        putDigits(of: value)
    }

    /// A byte for which there is room.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// Digits for which there is room.
    private mutating func putDigits(of value: Int) {
        var width = 1
        var bound = 10
        while width < 19, bound <= value {
            bound *= 10
            width += 1
        }
        var rest = value
        for place in stride(from: count + width - 1, through: count, by: -1) {
            base[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }
}
