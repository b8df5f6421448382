/// The bytes that markup takes for its own, of which some places need all escaped and others not.
package enum MarkupBytes: UInt64 {
    /// `&`, `<` and `>`: what text between tags needs.
    case ofText = 0x5000_0040_0000_0000
    /// `"` and `'` too: what quoted attributes need.
    case all = 0x5000_00C4_0000_0000

    /// A bit for each of them: all are below 64.
    @inline(__always)
    fileprivate func contain(_ byte: UInt8) -> Bool { byte < 64 && rawValue &>> UInt64(byte) & 1 == 1 }
}

extension ByteBuffer {
    /// Appends text with references in place of what markup takes for its own.
    ///
    /// - Parameter quote: the reference for `"`; `&#34;` is what Jinja writes.
    package mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, escaping marks: MarkupBytes, quote: StaticString = "&quot;"
    ) {
        guard let start = text.baseAddress else { return }
        var written = 0
        var index = 0
        while index < text.count {
            if index + 16 <= text.count, !ByteBuffer.hasMarkup(start + index) {
                index += 16
                continue
            }
            let end = min(index + 16, text.count)
            while index < end {
                if marks.contain(start[index]) {
                    append(UnsafeBufferPointer(start: start + written, count: index - written))
                    written = index + 1
                    appendReference(for: start[index], quote)
                }
                index += 1
            }
        }
        append(UnsafeBufferPointer(start: start + written, count: text.count - written))
    }

    private mutating func appendReference(for byte: UInt8, _ quote: StaticString) {
        switch byte {
        case 0x26: append(literal: "&amp;")
        case 0x3C: append(literal: "&lt;")
        case 0x3E: append(literal: "&gt;")
        case 0x22: append(literal: quote)
        default: append(literal: "&#39;")
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
}
