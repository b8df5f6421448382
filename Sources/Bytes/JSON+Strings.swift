extension JSON {
    /// Appends a text as a JSON string, quotation marks included, escaped as for `encoded`.
    package static func write(_ text: String, to output: inout ByteBuffer) {
        text.withSpan { write($0, to: &output) }
    }

    /// Appends UTF-8 text as a JSON string, quotation marks included, escaped as for `encoded`.
    package static func write(_ utf8: Span<UInt8>, to output: inout ByteBuffer) {
        output.append(UInt8(ascii: "\""))
        writeInside(utf8, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// The part of a text's JSON string between the quotation marks.
    package static func inside(_ text: String) -> [UInt8] {
        var output = ByteBuffer()
        text.withSpan { writeInside($0, to: &output) }
        return output.bytes
    }

    /// Appends the inside of a JSON string: whole blocks as they are, up to the next byte that may need an escape.
    private static func writeInside(_ utf8: Span<UInt8>, to output: inout ByteBuffer) {
        var index = 0
        while index < utf8.count {
            let block = utf8.block(at: index)
            let length = min(mayNeedEscape(block).firstMarked, utf8.count - index)
            output.append(block, length)
            index += length
            if length == ByteBlock.length || index == utf8.count { continue }
            if let escape = Escape(utf8, at: index) {
                escape.write(to: &output)
                index += escape.length
            } else {
                output.append(utf8[index])
                index += 1
            }
        }
    }

    /// Has the high bit of each byte that may need an escape; above such a byte, other bytes may have it too.
    @inline(__always)
    private static func mayNeedEscape(_ block: ByteBlock) -> ByteBlock {
        let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
        // Of ASCII: `"` and `&`, and `<` and `>`, which differ in one bit; a backslash; below a space; DEL. A
        // difference of zero, less one, has a high bit.
        let quotes = ((block | ones &* 0x04) ^ ones &* 0x26) &- ones
        let angles = ((block | ones &* 0x02) ^ ones &* 0x3E) &- ones
        let ascii = quotes | angles | ((block ^ ones &* 0x5C) &- ones) | (block &- ones &* 0x20) | (block &+ ones)
        // And the first byte of U+2028.
        let beyond = (block ^ ones &* 0xE2) &- ones
        return ((ascii & ~block) | (beyond & block)) & (ones &* 0x80)
    }

    /// The escape of a byte, or of U+2028 or U+2029.
    private struct Escape {
        /// The letter behind the backslash; `u` for four hexadecimal digits.
        let letter: UInt8
        let code: UInt32
        /// How many bytes it replaces.
        let length: Int

        /// Nil if none is needed.
        init?(_ utf8: Span<UInt8>, at index: Int) {
            let byte = utf8[index]
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            let isSeparator =
                byte == 0xE2 && index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8
            code = isSeparator ? 0x2000 + UInt32(utf8[index + 2] & 0x3F) : UInt32(byte)
            length = isSeparator ? 3 : 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
            case 0x0A: letter = UInt8(ascii: "n")
            case 0x0D: letter = UInt8(ascii: "r")
            case 0x09: letter = UInt8(ascii: "t")
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F: letter = UInt8(ascii: "u")
            case 0xE2 where isSeparator: letter = UInt8(ascii: "u")
            default: return nil
            }
        }

        func write(to output: inout ByteBuffer) {
            output.append(UInt8(ascii: "\\"))
            output.append(letter)
            guard letter == UInt8(ascii: "u") else { return }
            for shift: UInt32 in [12, 8, 4, 0] {
                let digit = UInt8(code >> shift & 15)
                output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
