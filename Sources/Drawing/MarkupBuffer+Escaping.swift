import Bytes

extension MarkupBuffer {
    /// Escapes for text and for quoted attributes alike.
    mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) { write(text, escaping: Self.marks) }

    mutating func writeEscaped(_ text: String) {
        text.withFastUTF8 { writeEscaped($0) }
    }

    /// A part of a text, by its UTF-8 offsets.
    mutating func writeEscaped(_ text: String, _ part: Range<Int>) {
        text.withFastUTF8 { writeEscaped(UnsafeBufferPointer(rebasing: $0[part])) }
    }

    /// A part of a text, escaped as text outside attributes needs it.
    mutating func writeText(_ text: String, _ part: Range<Int>) {
        text.withFastUTF8 { write(UnsafeBufferPointer(rebasing: $0[part]), escaping: Self.textMarks) }
    }

    /// A bit for each of `"`, `&`, `'`, `<` and `>`.
    private static let marks = textMarks | 1 << 0x22 | 1 << 0x27
    /// A bit for each of `&`, `<` and `>`.
    private static let textMarks: UInt64 = 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, escaping marks: UInt64) {
        guard let start = text.baseAddress else { return }
        var written = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count,
                !Self.holdsMarks(UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
            {
                index += 8
                continue
            }
            let end = min(index + 8, text.count)
            while index < end {
                let byte = start[index]
                if byte < 64, marks &>> UInt64(byte) & 1 == 1 {
                    buffer.append(UnsafeBufferPointer(start: start + written, count: index - written))
                    writeReference(for: byte)
                    written = index + 1
                }
                index += 1
            }
        }
        buffer.append(UnsafeBufferPointer(start: start + written, count: text.count - written))
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

    /// Whether one of eight bytes is one of the five marks.
    private static func holdsMarks(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte that equals the mark becomes zero; `&` and `'`, and `<` and `>`, differ in one bit that is set first.
        let quote = word ^ (ones &* 0x22)
        let joined = (word | ones) ^ (ones &* 0x27)
        let angle = (word | (ones &* 2)) ^ (ones &* 0x3E)
        let zero = ((quote &- ones) & ~quote) | ((joined &- ones) & ~joined) | ((angle &- ones) & ~angle)
        return zero & (ones &* 0x80) != 0
    }
}

extension MarkupBuffer {
    /// Writes an address for an attribute, without what no address holds.
    mutating func writeAddress(_ url: String) {
        let isClean = url.withFastUTF8 { source in
            let isClean = source.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            if isClean { writeEscaped(source) }
            return isClean
        }
        if isClean { return }
        let clean = url.unicodeScalars.filter { $0.value > 0x20 && !TextWords.isForbidden($0.value) }
        writeEscaped(String(clean))
    }

    /// Writes a text that needs no measure: cleaned as `TextWords` does, and escaped.
    mutating func writeCleaned(_ text: String) {
        let isClean = text.withFastUTF8 { source in
            let isClean = Self.isClean(source)
            if isClean { writeEscaped(source) }
            return isClean
        }
        if !isClean { writeEscaped(TextWords(text, style: .label, keepsAtoms: false).clean) }
    }

    /// Whether cleaning would surely change nothing: visible ASCII with one space between words.
    private static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var wasSpace = true
        for byte in text {
            guard byte > 0x20 || byte == 0x20 && !wasSpace, byte < 0x7F else { return false }
            wasSpace = byte == 0x20
        }
        return !wasSpace
    }
}
