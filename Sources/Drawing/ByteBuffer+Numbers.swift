import Bytes

/// Literals and numbers as SVG has them.
extension ByteBuffer {
    // Inlined, so that the few bytes of a literal are stored by one or two instructions.
    @inline(__always)
    mutating func write(_ text: StaticString) { append(literal: text) }

    /// A number with at most one decimal.
    mutating func write(_ value: Double) {
        var tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
        if tenths < 0 {
            append(0x2D)
            tenths = -tenths
        }
        let whole = tenths / 10
        write(whole)
        let tenth = tenths - whole * 10
        if tenth != 0 {
            append(0x2E)
            append(0x30 + UInt8(truncatingIfNeeded: tenth))
        }
    }

    /// A number that is not negative. Nearly every number of a picture is below a thousand.
    mutating func write(_ value: Int) {
        guard value < 1000 else { return append(number: value) }
        let small = UInt32(truncatingIfNeeded: value)
        if small >= 100 { append(UInt8(truncatingIfNeeded: 0x30 + small / 100)) }
        if small >= 10 { append(UInt8(truncatingIfNeeded: 0x30 + small / 10 % 10)) }
        append(UInt8(truncatingIfNeeded: 0x30 + small % 10))
    }
}
