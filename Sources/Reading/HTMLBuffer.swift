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
    mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) { buffer.append(bytes, escaping: .all) }

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
