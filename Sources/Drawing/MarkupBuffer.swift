import Bytes

/// Markup being written: bytes that grow, with numbers and escaping as SVG has them.
struct MarkupBuffer: ~Copyable {
    var buffer: ByteBuffer

    init(capacity: Int) { buffer = ByteBuffer(capacity: capacity) }

    /// The bytes written so far.
    var bytes: [UInt8] { buffer.bytes }

    var count: Int { buffer.count }

    /// Appends the bytes written so far to others.
    func append(to bytes: inout [UInt8]) { buffer.withBytes { bytes.append(contentsOf: $0) } }

    // Inlined, so that the few bytes of a literal are stored by one or two instructions.
    @inline(__always)
    mutating func write(_ text: StaticString) { buffer.append(literal: text) }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) { buffer.append(bytes) }

    mutating func write(_ text: String) { buffer.append(text) }

    /// A number with at most one decimal.
    mutating func write(_ value: Double) {
        var tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
        if tenths < 0 {
            buffer.append(0x2D)
            tenths = -tenths
        }
        let whole = tenths / 10
        write(whole)
        let tenth = tenths - whole * 10
        if tenth != 0 {
            buffer.append(0x2E)
            buffer.append(0x30 + UInt8(truncatingIfNeeded: tenth))
        }
    }

    /// A number that is not negative. Nearly every number of a picture is below a thousand.
    mutating func write(_ value: Int) {
        guard value < 1000 else { return buffer.append(number: value) }
        let small = UInt32(truncatingIfNeeded: value)
        if small >= 100 { buffer.append(UInt8(truncatingIfNeeded: 0x30 + small / 100)) }
        if small >= 10 { buffer.append(UInt8(truncatingIfNeeded: 0x30 + small / 10 % 10)) }
        buffer.append(UInt8(truncatingIfNeeded: 0x30 + small % 10))
    }
}
