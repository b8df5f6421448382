extension JSON {
    /// Appends a text as a JSON string, quotation marks included, escaped as `encoded` says.
    package static func write(_ text: String, to output: inout ByteBuffer) {
        text.withFastUTF8 { write($0, to: &output) }
    }

    /// Appends UTF-8 text as a JSON string, quotation marks included, escaped as `encoded` says.
    package static func write(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
        output.append(UInt8(ascii: "\""))
        writeInside(utf8, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// What stands between the quotation marks of a text's JSON string.
    package static func inside(_ text: String) -> [UInt8] {
        var output = ByteBuffer()
        text.withFastUTF8 { writeInside($0, to: &output) }
        return output.bytes
    }

    /// Appends the inside of a JSON string. Runs of bytes that need no escape are copied at once.
    private static func writeInside(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
        var start = 0
        var index = endOfPlainRun(utf8, from: 0)
        while index < utf8.count {
            guard let escape = Escape(utf8, at: index) else {
                index = endOfPlainRun(utf8, from: index + 1)
                continue
            }
            output.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
            escape.write(to: &output)
            start = index + escape.length
            index = endOfPlainRun(utf8, from: start)
        }
        output.append(UnsafeBufferPointer(rebasing: utf8[start...]))
    }

    /// The place of the first byte that may need an escape, or the end.
    private static func endOfPlainRun(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones = ByteBlock(repeating: 0x0101_0101_0101_0101)
        let highs = ByteBlock(repeating: 0x8080_8080_8080_8080)
        var index = start
        while index < utf8.count {
            let block = utf8.block(at: index)
            // Of ASCII: `"` and `&`; `<` and `>`; a backslash; below a space; DEL. Each difference is zero, and one less
            // than zero has a high bit; so perhaps has a byte above such a one.
            var found = (((block | ones &* 0x04) ^ ones &* 0x26) &- ones) | (((block | ones &* 0x02) ^ ones &* 0x3E) &- ones)
            found |= ((block ^ ones &* 0x5C) &- ones) | (block &- ones &* 0x20) | (block &+ ones)
            // And the first byte of U+2028.
            found = (found & ~block) | (((block ^ ones &* 0xE2) &- ones) & block)
            found &= highs
            let place = found.firstMarked
            if place < ByteBlock.length { return min(index + place, utf8.count) }
            index += ByteBlock.length
        }
        return utf8.count
    }

    /// What stands for a byte, or for U+2028 or U+2029.
    private struct Escape {
        /// The letter behind the backslash; `u` for four hexadecimal digits.
        let letter: UInt8
        let code: UInt32
        /// How many bytes it stands for.
        let length: Int

        /// Nil where none is needed.
        init?(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) {
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
