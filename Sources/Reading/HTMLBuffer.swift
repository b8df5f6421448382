import Bytes

/// HTML being written: bytes that grow, with escaping by bytes.
struct HTMLBuffer: ~Copyable {
    private var buffer: ByteBuffer

    init(capacity: Int) { buffer = ByteBuffer(capacity: capacity) }

    /// The bytes written so far.
    var bytes: [UInt8] { buffer.bytes }

    var count: Int { buffer.count }

    var endsLine: Bool { count == 0 || buffer.withBytes { $0[$0.count - 1] } == 0x0A }

    mutating func write(_ text: StaticString) { buffer.append(literal: text) }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) { buffer.append(bytes) }

    mutating func write(_ text: String) { buffer.append(text) }

    /// A newline, unless the last line has ended.
    mutating func endLine() {
        if !endsLine { write("\n") }
    }

    /// Text for element content and quoted attributes alike: `<`, `>`, `&`, `"` and `'` never come out bare.
    mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        var written = 0
        var index = 0
        while index < bytes.count {
            if index + 16 <= bytes.count, !HTMLBuffer.hasMarkup(start + index) {
                index += 16
                continue
            }
            let end = min(index + 16, bytes.count)
            while index < end {
                if HTMLBuffer.isMarkup(start[index]) {
                    write(UnsafeBufferPointer(start: start + written, count: index - written))
                    written = index + 1
                    writeReference(for: start[index])
                }
                index += 1
            }
        }
        write(UnsafeBufferPointer(start: start + written, count: bytes.count - written))
    }

    private mutating func writeReference(for byte: UInt8) {
        switch byte {
        case 0x26: write("&amp;")
        case 0x3C: write("&lt;")
        case 0x3E: write("&gt;")
        case 0x22: write("&quot;")
        default: write("&#39;")
        }
    }

    /// Whether one of sixteen bytes is markup. Without branches: so the compiler compares all at once.
    private static func hasMarkup(_ bytes: UnsafePointer<UInt8>) -> Bool {
        // What the byte nearest to being markup differs by; `&` and `'`, and `<` and `>`, are the same but for one bit.
        var least = UInt8.max
        for index in 0..<16 {
            let byte = bytes[index]
            least = min(least, byte ^ 0x22, (byte | 1) ^ 0x27, (byte | 2) ^ 0x3E)
        }
        return least == 0
    }

    /// One of `"`, `&`, `'`, `<`, `>`: all below 64, so one bit each.
    private static func isMarkup(_ byte: UInt8) -> Bool {
        let marks: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        return byte < 64 && marks &>> UInt64(byte) & 1 == 1
    }

    mutating func writeEscaped(_ text: String) { text.withFastUTF8 { writeEscaped($0) } }

    /// A URL as an attribute's value: what a URL cannot hold is percent-encoded (WHATWG URL), `&` and `'` escaped.
    mutating func writeURL(_ bytes: UnsafeBufferPointer<UInt8>) {
        let digits: StaticString = "0123456789ABCDEF"
        for byte in bytes {
            switch byte {
            case 0x26: write("&amp;")
            case 0x27: write("&#39;")
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40,
                0x5F, 0x7E, 0x5B, 0x5D:
                buffer.append(byte)
            default:
                buffer.append(0x25)
                buffer.append(digits.utf8Start[Int(byte >> 4)])
                buffer.append(digits.utf8Start[Int(byte & 15)])
            }
        }
    }
}
