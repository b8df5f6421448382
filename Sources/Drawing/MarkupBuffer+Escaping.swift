import Bytes

extension MarkupBuffer {
    /// Escapes for text and for quoted attributes alike.
    mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) { buffer.append(text, escaping: .all) }

    mutating func writeEscaped(_ text: String) {
        text.withFastUTF8 { writeEscaped($0) }
    }

    /// A part of a text, by its UTF-8 offsets.
    mutating func writeEscaped(_ text: String, _ part: Range<Int>) {
        text.withFastUTF8 { writeEscaped(UnsafeBufferPointer(rebasing: $0[part])) }
    }

    /// A part of a text, escaped as text outside attributes needs it.
    mutating func writeText(_ text: String, _ part: Range<Int>) {
        text.withFastUTF8 { buffer.append(UnsafeBufferPointer(rebasing: $0[part]), escaping: .ofText) }
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
