/// Which bytes of a text are escaped in markup, and how quotation marks are spelled.
package enum MarkupBytes: Sendable {
    /// `&`, `<` and `>`: for text between tags.
    case ofText
    /// `"` as `&quot;` and `'` as `&#39;` too, as CommonMark and SVG spell them: for attributes in quotes.
    case all
    /// As `all`, with `"` as `&#34;`, as Jinja spells it.
    case allNumbered
}

extension ByteBuffer {
    /// Appends text with the bytes escaped that have a meaning in markup.
    ///
    /// Works on bytes, not on `Character`, because a combining mark after a quote would hide the quote.
    package mutating func append(_ text: Span<UInt8>, escaping marks: MarkupBytes) {
        var index = 0
        while index < text.count {
            let block = text.block(at: index)
            let length = min(ByteBuffer.markup(in: block).firstMarked, text.count - index)
            append(block, length)
            index += length
            // The end of a whole block, or of the text.
            if length == ByteBlock.length || index == text.count { continue }
            appendReference(for: text[index], marks)
            index += 1
        }
    }

    /// Appends text with the bytes escaped that have a meaning in markup.
    package mutating func append(_ text: String, escaping marks: MarkupBytes) {
        text.withSpan { append($0, escaping: marks) }
    }

    private mutating func appendReference(for byte: UInt8, _ marks: MarkupBytes) {
        switch byte {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "<"): append(literal: "&lt;")
        case UInt8(ascii: ">"): append(literal: "&gt;")
        case _ where marks == .ofText: append(byte)
        case UInt8(ascii: "'"): append(literal: "&#39;")
        default: append(literal: marks == .all ? "&quot;" : "&#34;")
        }
    }

    /// Whether a text has a byte that must be escaped somewhere in markup.
    fileprivate static func hasMarkup(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if markup(in: text.block(at: index)) != .zero { return true }
            index += ByteBlock.length
        }
        return false
    }

    /// Has the high bit of each byte of `&<>"'`; above the first such byte, other bytes may have it too.
    @inline(__always)
    private static func markup(in block: ByteBlock) -> ByteBlock {
        let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
        // `&` and `'`, and `<` and `>`, differ in one bit. A difference of zero, less one, has a high bit.
        let apostrophes = ((block | ones) ^ ones &* 0x27) &- ones
        let angles = ((block | ones &* 0x02) ^ ones &* 0x3E) &- ones
        return (apostrophes | angles | ((block ^ ones &* 0x22) &- ones)) & ~block & (ones &* 0x80)
    }
}

extension [UInt8] {
    /// Appends text with the bytes escaped that have a meaning in markup.
    package mutating func append(_ text: Span<UInt8>, escaping marks: MarkupBytes) {
        guard ByteBuffer.hasMarkup(text) else { return append(copying: text) }
        var buffer = ByteBuffer(capacity: text.count + text.count / 4)
        buffer.append(text, escaping: marks)
        buffer.withSpan { append(copying: $0) }
    }
}
